/** A state in which OpenAI refuses a key although it exists; null is none. */
export type RefusalReason =
  | "ip-not-authorized"
  | "account-deactivated"
  | "no-quota"
  | "rate-limited"
  | "wrong-region"
  | "unsupported-country"
  | null;

/** A way in which OpenAI has contradicted its own documentation, or may. */
export type Defect =
  /** Deleting is answered by 200, and nothing is deleted. */
  | "deletes-nothing"
  /** Keys of service accounts are not deleted: 400, as before October 2026. */
  | "keeps-account-keys"
  /** An update is answered by 200, and nothing is changed. */
  | "updates-nothing";

/** A change that has not reached the servers yet: they use the `previous` value `until` then, in unix milliseconds. */
export type PendingChange<T> = { previous: T; until: number };

/** How long changes of a key take to spread, in milliseconds. */
export type Propagation = {
  /** Null: as long as the sandbox was started with. */
  deletion: number | null;
  scopes: number;
  expiry: number;
  /** How long a key that was created through the Admin API is refused at first. */
  creation: number;
  /** How long it takes until records show a use. */
  use: number;
};

/** The policy of an organisation for new keys. No endpoint tells it. */
export type KeyPolicy = {
  /** In seconds: a new key must have an end, and no later one. Null: it may live for ever. */
  longestLifetime: number | null;
  /** Whether no key may be created at all. */
  forbidsKeys: boolean;
};
