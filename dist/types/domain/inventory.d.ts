import type { Gap } from "./gap.js";
/** Where a key lives: in a project, or in the organisation itself (admin keys). Null is what was not told. */
export type Home = {
    kind: "project" | "organization";
    id: string | null;
    name: string | null;
};
/** Who owns a key. */
export type Owner = {
    kind: "user" | "service-account";
    id: string | null;
    name: string | null;
};
/** A key as OpenAI's Admin API shows it. What the answer left out, or `detail` hides, is null. */
export type KeyRecord = {
    id: string;
    name: string | null;
    /** The key's two visible ends, with dots or stars between them. */
    redacted: string | null;
    home: Home;
    owner: Owner | null;
    createdAt: Date | null;
    lastUsedAt: Date | null;
    expiresAt: Date | null;
    /** False when the owner lost access to the project, so that the key sleeps. */
    ownerHasAccess: boolean | null;
};
/** A part of the listing that could not be read. `covers`: where the keys live that may stand in it. */
export type Unseen = Gap & {
    covers: readonly Home["kind"][];
};
/** Every key the organisation has, and what of that could not be read. */
export type Inventory = {
    records: readonly KeyRecord[];
    gaps: readonly Unseen[];
    /** What the organisation calls itself in the Admin API's answers; null where it does not. */
    organization: string | null;
};
