import type { Sighting } from "../domain/candidate.js";
import type { Decision } from "../domain/decision.js";
import type { Finding } from "../domain/finding.js";
/** A finding as the JSON report has it. */
export type FindingDocument = ReturnType<typeof formatFinding>;
/** A place where a key was seen, as the JSON report has it. */
export type SightingDocument = ReturnType<typeof formatSighting>;
/** A finding as the JSON report has it. */
export declare function formatFinding(finding: Finding): {
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
        because?: never;
    } | {
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
        because?: never;
    } | {
        record?: never;
        chance?: never;
        candidates?: never;
        kind: "foreign";
        because?: never;
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
};
declare function formatSighting({ where, path, line, column, commit, author, at, encoding, member, inHead, preexisting, repository, alert, }: Sighting): {
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
};
/** What was decided, as the JSON report has it. */
export declare function formatDecision(decision: Decision): {
    kind: "leave";
    because: import("../domain/decision.js").LeaveBecause;
} | {
    because?: never;
    kind: "expire" | "quarantine" | "revoke";
};
/** How containment ended, as the JSON report has it. */
export declare function formatOutcome(outcome: Finding["outcome"]): {
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
/** A commit may claim any time: one that no calendar has is as good as none. */
export declare function formatIsoTime(at: Date | null): string | null;
export {};
