import type { Gap } from "../domain/gap.js";
import { type IgnoreFile } from "./ignore-file.js";
/** A version of the file, as a repository has it. */
export type FileVersion = {
    kind: "file";
    bytes: Uint8Array;
} | {
    kind: "unfit";
    why: string;
} | {
    kind: "absent" | "missing" | "no-commit";
};
/** What the ignore file of the base says, and what of it could not be read. */
export type BasePolicy = IgnoreFile & {
    gaps: readonly Gap[];
    /** False where it may protect keys and nobody can tell which: then nothing is contained. */
    mayContain: boolean;
};
/** What holds where there is no ignore file. */
export declare const EMPTY_BASE_POLICY: BasePolicy;
/**
 * Reads the file as the base has it. Where that is wrong, nothing is ignored and nothing contained, and there is a gap; but
 * none where the change mends the file, for else nobody could merge that. A change that breaks it is a gap as well: of what
 * the change writes nothing else counts. Null is a head that has the same file, or that nobody asked for.
 */
export declare function parseBasePolicy(base: FileVersion, head: FileVersion | null, name: string): Promise<BasePolicy>;
/** @throws UsageError for what is no text of UTF-8, or a pointer of Git LFS in its place. */
export declare function decodeText(bytes: Uint8Array, name: string): string;
