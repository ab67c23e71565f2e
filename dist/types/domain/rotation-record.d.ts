import type { Actor } from "./impact.js";
import type { Home, Owner } from "./inventory.js";
import type { KeyScopes, MintedKey, MintFailure, RotationPlan, RotationResult } from "./rotation.js";
import type { RotationTarget, StoreResult } from "./rotation-target.js";
/** What a line of the audit file says of a rotation. Holds no text of a key, not even its ends. */
export type RotationEvent = 
/** It begins, or a later run goes on with it. */
{
    step: "plan";
    plan: RotationPlan;
    batch: string;
} | {
    step: "mint";
    phase: "begin";
    name: string;
} | {
    step: "mint";
    phase: "end";
    result: {
        kind: "minted";
        key: MintedKey;
    }
    /** `lost`: the answer was, so that there may be a key whose text nobody has. */
     | {
        kind: "failed" | "lost";
        because: MintFailure["because"];
    };
} | {
    step: "try";
    phase: "begin";
    key: string;
}
/** `triedAt`: OpenAI's time after the last trial; null where the key was not accepted. */
 | {
    step: "try";
    phase: "end";
    key: string;
    triedAt: Date | null;
}
/** `place` counts the targets from 0. */
 | {
    step: "store";
    phase: "begin";
    key: string;
    place: number;
    target: RotationTarget;
} | {
    step: "store";
    phase: "end";
    key: string;
    place: number;
    target: RotationTarget;
    result: StoreResult;
} | {
    step: "watch";
    phase: "begin";
    key: string;
} | {
    step: "watch";
    phase: "end";
    key: string;
    seenAt: Date | null;
}
/** The keys that are about to be retired. Each has lines of its own as well, as every containment has. */
 | {
    step: "retire";
    phase: "begin" | "end";
    keys: readonly string[];
}
/** `isOver`: there is nothing left that a later run could do. */
 | {
    step: "end";
    state: RotationResult["state"];
    isOver: boolean;
};
/** An event, and which run of which rotation it is of. */
export type RotationEntry = {
    rotation: string;
    /** Names the run: of two runs that go on with one rotation, the one that began later does. */
    attempt: string;
    at: Date;
    event: RotationEvent;
};
/** A key that an earlier run of a rotation created. Its text is lost with that run. */
export type RecordedKey = MintedKey & {
    /** OpenAI's time after it was last tried; null where it was not accepted. */
    triedAt: Date | null;
    /** The places that it may stand in: storing was begun, and is not known to have failed. */
    touched: readonly number[];
    /** The places that took it. */
    stored: readonly number[];
    /** When it was first seen in use. */
    seenAt: Date | null;
};
/** What earlier runs did of a rotation, by the audit file. */
export type RecordedRotation = {
    id: string;
    /** The last run that went on with it. */
    attempt: string;
    /** What all rotations of one command have in common, also where a later run went on with them. */
    batch: string;
    /** When it began, and who started that run. */
    at: Date;
    by: Actor | null;
    /** The key as it was asked for, and the one that was meant by it. */
    asked: string;
    old: {
        id: string;
        name: string | null;
        home: Home;
        owner: Owner;
    };
    /** The targets, as `formatTarget` has them. */
    targets: readonly string[];
    /** The oldest first. */
    keys: readonly RecordedKey[];
    /** Whether a key was being created, and nobody recorded what came of that. */
    isMintOpen: boolean;
    /** What the new key was to be allowed, and for how many seconds. Only told: the plan is made anew. */
    scopes: KeyScopes | null;
    expiresIn: number | null;
    isOver: boolean;
    isRotated: boolean;
};
