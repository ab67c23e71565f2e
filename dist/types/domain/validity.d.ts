/** Why a key counts as working. */
export type ActiveBecause = "accepted" | "restricted" | "ip-not-authorized" | "wrong-region" | "rate-limited" | "no-quota"
/** Not tried: the Admin API lists it, it has not expired, and its owner has access. */
 | "listed";
/** Why a key counts as inactive. */
export type InactiveBecause = "refused" | "expired" | "account-deactivated" | "project-dormant" | "token-invalidated" | "deleted";
/** Why it is not known. */
export type UnknownBecause = "not-tried" | "unsupported-country" | "server-error" | "network" | "unreadable";
/** Whether a key works. The three words are those of GitHub's secret scanning; unknown never counts as inactive. */
export type Validity = {
    kind: "active";
    because: ActiveBecause;
} | {
    kind: "inactive";
    because: InactiveBecause;
} | {
    kind: "unknown";
    because: UnknownBecause;
};
