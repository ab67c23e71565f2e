import type { Gap } from "../domain/gap.js";
import { type IgnoreFile } from "./ignore-file.js";
/** A version of the ignore file, as a repository has it. `unfit` is what is no ordinary file. */
export type FileVersion = {
    kind: "file";
    bytes: Uint8Array;
} | {
    kind: "unfit";
    why: string;
} | {
    kind: "absent" | "missing" | "no-commit";
};
/** What the base's ignore file says, and gaps where it could not be read. */
export type BasePolicy = IgnoreFile & {
    gaps: readonly Gap[];
    /** False when the file could not be read: it may protect keys, and nobody can tell which. Then nothing is contained. */
    mayContain: boolean;
};
/** What holds where there is no ignore file. */
export declare const EMPTY_BASE_POLICY: BasePolicy;
/**
 * Reads the file as the base has it. When that is wrong, nothing is ignored and nothing contained, and there is a gap; but
 * none where the change mends the file, or nobody could merge the repair. A change that breaks the file is a gap as well:
 * nothing else that the change writes counts. A null head has the same file, or was not read.
 */
export declare function parseBasePolicy(base: FileVersion, head: FileVersion | null, name: string): Promise<BasePolicy>;
/** The bytes as text. @throws UsageError for what is not UTF-8, or a Git LFS pointer in its place. */
export declare function decodeText(bytes: Uint8Array, name: string): string;
