/** What was used of one model. A null is what this kind of use does not count. */
export type ModelUse = {
  model: string;
  requests: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
};

/** Something that was changed with the key, as the audit log has it: the type of the event, when, and on what. */
export type OrganizationChange = { what: string; at: Date; id: string | null; name: string | null };

/** Who made a key: somebody in the dashboard, or another key by the API. No address is kept; a name only where a listing has it. */
export type Creator = { kind: "user" | "service-account" | "key"; id: string | null; name: string | null };

/** Where knowledge of a key's use comes from. */
export type ImpactSource = "usage" | "costs" | "audit-log";

/** Why a source said nothing: it is switched off, it was not permitted, it did not answer, or not so that we understand. */
export type UnavailableBecause = "off" | "not-permitted" | "no-answer" | "unreadable";

/**
 * What was done with a key since it was first exposed, as far as OpenAI had counted when it was asked. Use is counted
 * minutes late, so that a zero right after a leak proves nothing. What a source did not tell is null, never zero.
 */
export type Impact = {
  since: Date;
  asOf: Date;
  /** Model requests, of all endpoints that count by key. */
  requests: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  models: readonly ModelUse[] | null;
  /** Costs are counted by days of UTC: what was spent on the first day before the leak is in it. */
  cost: { value: number; currency: string } | null;
  /** What was created, changed or deleted with it: keys, users, projects. Model calls are not in the audit log. */
  changes: readonly OrganizationChange[] | null;
  /** Who made the key; null where the audit log does not tell: it is younger than the key, say. */
  createdBy: Creator | null;
  untold: readonly { source: ImpactSource; because: UnavailableBecause }[];
};
