/** Why a key counts as working. */
export type ActiveBecause = "accepted" | "restricted" | "ip-not-authorized" | "wrong-region" | "rate-limited" | "no-quota"
/** Not tried: the Admin API lists it, it has not expired, and its owner has access. */
 | "listed";
/** Why a key counts as dead. */
export type InactiveBecause = "refused" | "expired" | "account-deactivated" | "project-dormant" | "token-invalidated" | "deleted";
/** Why nobody can say. */
export type UnknownBecause = "not-tried" | "unsupported-country" | "server-error" | "network" | "unreadable";
/** Does the key work. The three words are those of GitHub's secret scanning; unknown is never inactive. */
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
