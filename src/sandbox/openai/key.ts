import type { PendingChange } from "./enforcement.ts";
import type { Organization } from "./organization.ts";

/** Someone who owns keys. A service account has no address. */
export type Person = { id: string; name: string; email: string | null };

/** A state in which OpenAI refuses a key although it exists; null is none. */
export type RefusalReason =
  | "ip-not-authorized"
  | "account-deactivated"
  | "no-quota"
  | "rate-limited"
  | "wrong-region"
  | "unsupported-country"
  | null;

/** What OpenAI has done, or may do, against its own word. */
export type Defect =
  /** Deleting is answered by 200, and nothing is deleted. */
  | "deletes-nothing"
  /** Keys of service accounts are not deleted: 400, as before October 2026. */
  | "keeps-account-keys"
  /** An update is answered by 200, and nothing is changed. */
  | "updates-nothing";

/** A key with its text, which only the sandbox knows: real listings show two ends. Times in unix seconds. */
export type Key = {
  readonly id: string;
  readonly text: string;
  readonly organization: Organization;
  /** Null for a key that lives in the organisation itself: an admin key, or a person's legacy key. */
  readonly project: Project | null;
  readonly isAdmin: boolean;
  readonly owner: { kind: "user" | "service-account"; person: Person };
  name: string | null;
  ownerHasAccess: boolean;
  createdAt: number;
  lastUsedAt: number | null;
  expiresAt: number | null;
  /** Null is all of them. */
  scopes: readonly string[] | null;
  refusedFor: RefusalReason;
  /** Null while it exists; else when it was deleted, in milliseconds. It works until the deletion has spread. */
  deletedAt: number | null;
  /** After so many refusals of the deleted key it works once again, which has been seen; null: it does not. */
  worksAgainAfter: number | null;
  /** What holds where it is used, until changes have spread. */
  readonly pendingChanges: {
    scopes: PendingChange<readonly string[] | null> | null;
    expiresAt: PendingChange<number | null> | null;
  };
  readonly defects: Set<Defect>;
};

/** A project. One without a name, which the Admin API allows, has null. */
export type Project = {
  readonly id: string;
  readonly organization: Organization;
  readonly createdAt: number;
  readonly accounts: Person[];
  name: string | null;
  isArchived: boolean;
};

/**
 * What a key may be given when it is made; what is left out is minted, or what most keys have. `madeBy`: who made it, if
 * not the person who owns it; of a service account's key nobody knows it then.
 */
export type KeyOptions = Partial<Omit<Key, "id" | "organization" | "project" | "isAdmin" | "owner">> & {
  madeBy?: Person;
};
