import type { Gap } from "../domain/gap.js";
import { type IgnoreFile } from "./ignore-file.js";
/** A version of the file, as a repository has it. */
export type Version = {
    kind: "file";
    bytes: Uint8Array;
} | {
    kind: "unfit";
    why: string;
} | {
    kind: "absent" | "missing" | "no-commit";
};
/** What the ignore file of the base says, and what of it could not be read. */
export type Trusted = IgnoreFile & {
    gaps: readonly Gap[];
    /** False where it may protect keys and nobody can tell which: then nothing is contained. */
    mayContain: boolean;
};
/** What holds where there is no ignore file. */
export declare const NOTHING_TRUSTED: Trusted;
/**
 * Reads the file as the base has it. Where that is wrong, nothing is ignored and nothing contained, and there is a gap; but
 * none where the change mends the file, for else nobody could merge that. A change that breaks it is a gap as well: of what
 * the change writes nothing else counts. Null is a head that has the same file, or that nobody asked for.
 */
export declare function trustedIn(base: Version, head: Version | null, name: string): Promise<Trusted>;
/** @throws UsageError for what is no text of UTF-8, or a pointer of Git LFS in its place. */
export declare function textIn(bytes: Uint8Array, name: string): string;
