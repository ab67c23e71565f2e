/** The use of one model. Null is what this kind of use does not count. */
export type ModelUse = {
    model: string;
    requests: number | null;
    inputTokens: number | null;
    outputTokens: number | null;
};
/** Model requests in a stretch of time, without its end. */
export type UsageBucket = {
    start: Date;
    end: Date;
    requests: number;
};
/** Something that was changed with the key, from the audit log: the type of the event, when, and on what. */
export type OrganizationChange = {
    what: string;
    at: Date;
    id: string | null;
    name: string | null;
};
/** Who did something: somebody in the dashboard, or a key by the API. The name is null where no listing has it. */
export type Actor = {
    kind: "user" | "service-account" | "key";
    id: string | null;
    name: string | null;
};
/** Where the facts about a key's use come from. */
export type ImpactSource = "usage" | "costs" | "audit-log";
/** Why a source is unavailable: switched off, not permitted, no answer, or an answer that cannot be parsed. */
export type UnavailableBecause = "off" | "not-permitted" | "no-answer" | "unreadable";
/**
 * How a key was used since it was first exposed, as far as OpenAI had counted when it was asked. Use is counted minutes
 * late, so that a zero right after a leak proves nothing. What a source did not tell is null, never zero.
 */
export type Impact = {
    since: Date;
    asOf: Date;
    /** Model requests to all endpoints that count by key. */
    requests: number | null;
    inputTokens: number | null;
    outputTokens: number | null;
    models: readonly ModelUse[] | null;
    /** The same requests over time: adjoining stretches of equal length, a few dozen at most, the empty ones too. */
    buckets: readonly UsageBucket[] | null;
    /** Counted by days in UTC: includes what was spent on the first day before the leak. */
    cost: {
        value: number;
        currency: string;
    } | null;
    /** What was created, changed or deleted with it: keys, users, projects. Model calls are not in the audit log. */
    changes: readonly OrganizationChange[] | null;
    /** Who created the key; null where the audit log does not say, for example because it is younger than the key. */
    createdBy: Actor | null;
    untold: readonly {
        source: ImpactSource;
        because: UnavailableBecause;
    }[];
};
