import type { Change } from "../domain/change.js";
import type { Finding } from "../domain/finding.js";
import { type Report } from "../domain/report.js";
import { type KeyState } from "./state.js";
/** The report as `schema/report.v1.json` describes it. What is not known is null; times are ISO 8601 in UTC. */
export declare function renderJson(report: Report, version: string): string;
/** The same in pieces, for a report of ten thousands of keys. */
export declare function renderJsonPieces(report: Report, version: string): Iterable<string>;
/** What the JSON report holds, as plain data. */
export type ReportDocument = ReturnType<typeof buildDocument>;
/** The report as plain data. Texts that others wrote stand in it as they are. */
declare function buildDocument(report: Report, version: string): {
    schema: "openai-key-guard/report/v1";
    tool: {
        name: string;
        version: string;
    };
    conclusion: import("../domain/report.js").Conclusion;
    counts: Readonly<Record<"expiring" | "fake" | "ignored" | "inactive" | "limited" | "live" | "preexisting" | "resolved" | "stranger" | "suspected" | "unchecked" | "unconfirmed" | "unsure" | "waiting", number>>;
    change: {
        kind: "range";
        base: string | null;
        head: string;
        unpushed?: boolean;
        unreachable?: never;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        of?: never;
        globs?: never;
        name?: never;
    } | {
        kind: "history";
        unreachable: boolean;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        of?: never;
        globs?: never;
        name?: never;
    } | {
        unreachable?: never;
        kind: "staged";
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        of?: never;
        globs?: never;
        name?: never;
    } | {
        unreachable?: never;
        kind: "texts";
        of: string;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        globs?: never;
        name?: never;
    } | {
        unreachable?: never;
        kind: "sweep";
        organization: string;
        repositories: number;
        unread: number;
        leftOut: number;
        of?: never;
        globs?: never;
        name?: never;
    } | {
        unreachable?: never;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        kind: "alerts";
        of: string;
        globs?: never;
        name?: never;
    } | {
        unreachable?: never;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        of?: never;
        kind: "files";
        globs: readonly string[];
        name?: never;
    } | {
        unreachable?: never;
        organization?: never;
        repositories?: never;
        unread?: never;
        leftOut?: never;
        of?: never;
        globs?: never;
        kind: "stdin";
        name: string;
    };
    coverage: {
        commits: number;
        blobs: number;
        bytes: number;
        texts: number;
        milliseconds: number;
    };
    silent: {
        publishedExamples: number;
        placeholders: number;
        sequences: number;
        repetitions: number;
    };
    findings: {
        fingerprint: string;
        state: "expiring" | "fake" | "ignored" | "inactive" | "limited" | "live" | "preexisting" | "resolved" | "stranger" | "suspected" | "unchecked" | "unconfirmed" | "unsure" | "waiting";
        kind: import("../domain/candidate.js").KeyKind;
        confidence: import("../domain/candidate.js").Confidence;
        mask: string;
        sightings: {
            repository?: string;
            where: "alert" | "commit-message" | "file" | "path" | "pull-request" | "stdin" | "tag-message";
            path: string | null;
            line: number | null;
            column: number | null;
            commit: string | null;
            author: string | null;
            at: string | null;
            encoding: import("../domain/candidate.js").Encoding;
            member: string | null;
            inHead: boolean;
            preexisting: boolean;
            alert?: {
                number: number;
                url: string;
                place: import("../domain/candidate.js").AlertPlaceKind;
                textUrl: string | null;
            };
        }[];
        places?: number;
        identity: {
            because?: never;
            kind: "ours";
            record: {
                id: string;
                name: string | null;
                redacted: string | null;
                home: {
                    kind: "organization" | "project";
                    id: string | null;
                    name: string | null;
                };
                owner: {
                    kind: "service-account" | "user";
                    id: string | null;
                    name: string | null;
                } | null;
                createdAt: string | null;
                lastUsedAt: string | null;
                expiresAt: string | null;
            };
            chance: number;
            candidates?: never;
        } | {
            because?: never;
            record?: never;
            chance?: never;
            kind: "ambiguous";
            candidates: {
                id: string;
                name: string | null;
                redacted: string | null;
                home: {
                    kind: "organization" | "project";
                    id: string | null;
                    name: string | null;
                };
                owner: {
                    kind: "service-account" | "user";
                    id: string | null;
                    name: string | null;
                } | null;
                createdAt: string | null;
                lastUsedAt: string | null;
                expiresAt: string | null;
            }[];
        } | {
            because?: never;
            record?: never;
            chance?: never;
            candidates?: never;
            kind: "foreign";
        } | {
            record?: never;
            chance?: never;
            candidates?: never;
            kind: "unchecked";
            because: import("../domain/identity.js").UncheckedBecause;
        };
        possession: import("../domain/earlier-act.js").Possession;
        validity: {
            kind: "active" | "inactive" | "unknown";
            because: import("../domain/validity.js").ActiveBecause | import("../domain/validity.js").InactiveBecause | import("../domain/validity.js").UnknownBecause;
        };
        impact: {
            since: string | null;
            asOf: string | null;
            requests: number | null;
            inputTokens: number | null;
            outputTokens: number | null;
            cost: {
                value: number;
                currency: string;
            } | null;
            models: string[] | null;
            byModel: {
                model: string;
                requests: number | null;
                inputTokens: number | null;
                outputTokens: number | null;
            }[] | null;
            buckets: {
                start: string | null;
                end: string | null;
                requests: number;
            }[] | null;
            changes: {
                what: string;
                at: string | null;
                id: string | null;
                name: string | null;
            }[] | null;
            createdBy: {
                kind: "key" | "service-account" | "user";
                id: string | null;
                name: string | null;
            } | null;
            untold: {
                source: import("../domain/impact.js").ImpactSource;
                because: import("../domain/impact.js").UnavailableBecause;
            }[];
        } | null;
        decision: {
            kind: "leave";
            because: import("../domain/decision.js").LeaveBecause;
        } | {
            because?: never;
            kind: "expire" | "quarantine" | "revoke";
        };
        outcome: {
            because?: never;
            kind: "contained";
            by: "expire" | "quarantine" | "revoke";
            verified: boolean;
            at: string;
            endsAt: string | null;
            scopesBefore: readonly string[] | null;
        } | {
            because?: never;
            by?: never;
            verified?: never;
            at?: never;
            endsAt?: never;
            scopesBefore?: never;
            kind: "already-gone";
        } | {
            by?: never;
            verified?: never;
            at?: never;
            endsAt?: never;
            scopesBefore?: never;
            kind: "failed" | "left" | "refused" | "rehearsed";
            because: "would-expire" | "would-quarantine" | "would-revoke" | import("../domain/outcome.js").FailedBecause | import("../domain/decision.js").LeaveBecause | import("../domain/outcome.js").RefusedBecause;
        };
        earlier: {
            kind: "expire" | "quarantine" | "revoke";
            record: string;
            at: string | null;
            by: {
                kind: "key" | "service-account" | "user";
                id: string | null;
                name: string | null;
            } | null;
            endsAt: string | null;
            knownFrom: "audit-file" | "audit-log";
            standing: "confirmed" | "pending" | "plausible";
        } | null;
        keptIn: string[];
        rotation: {
            state: "failed" | "planned" | "refused" | "rotated" | "unfinished";
            because: "account-not-listed" | "admin-key" | "already-replaced" | "ambiguous" | "archived-project" | "asked-twice" | "cancelled" | "declined" | "expired" | "inventory-incomplete" | "lifetime-unknown" | "mint" | "new-key-lives-longer" | "new-key-not-ours" | "new-key-refused" | "no-target" | "not-listed" | "not-recorded" | "nothing-to-resume" | "other-targets" | "overtaken" | "own-admin-key" | "owner-unknown" | "person-owned" | "protected" | "resumed-elsewhere" | "scopes-unknown" | "store" | "target-not-ready" | "too-many" | "unexpected" | "unfinished" | "unmatched-entry" | "wider-scopes" | import("../domain/rotation.js").RotationRest | null;
            newKey: {
                id: string;
                fingerprint: string | null;
                createdAt: string | null;
                expiresAt: string | null;
            } | null;
            places: {
                target: string;
                holds: "earlier" | "new" | "old" | "unknown";
            }[];
            used: boolean | null;
        } | null;
        response: {
            exposedAt: string | null;
            exposedAtIs: import("../domain/response.js").ExposureSource | null;
            foundAt: string | null;
            identifiedAt: string | null;
            containedAt: string | null;
            verifiedAt: string | null;
            secondsExposed: number | null;
        };
        containable: boolean;
        ignored: {
            kind: "expired" | "ignored" | "overruled";
            reason: string;
            until: string | null;
        } | null;
        blocks: boolean;
    }[];
    gaps: {
        kind: import("../domain/gap.js").GapKind;
        detail: string;
    }[];
    askedAs: string | null;
    response?: {
        open: number;
        exposed: {
            medianSeconds: number;
            keys: number;
        } | null;
        detected: {
            medianSeconds: number;
            keys: number;
        } | null;
        contained: {
            medianSeconds: number;
            keys: number;
        } | null;
    };
    unfinished: {
        fingerprint: string;
        id: string;
        act: "expire" | "quarantine" | "revoke";
        at: string | null;
    }[];
};
/** How many keys are in each state; their sum is the number of findings. */
export declare function countStates(findings: readonly Finding[]): Readonly<Record<KeyState, number>>;
/** The same without what people called it: globs, names of streams and of texts. */
export declare function describeChangeKind(change: Change): {
    unreachable?: never;
    kind: "range";
    base: string | null;
    head: string;
} | {
    base?: never;
    head?: never;
    kind: "history";
    unreachable: boolean;
} | {
    unreachable?: never;
    base?: never;
    head?: never;
    kind: "alerts" | "files" | "staged" | "stdin" | "sweep" | "texts";
};
export {};
