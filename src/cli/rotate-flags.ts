import type { Flags } from "./flags.ts";

/** How rotations can be written; the first is the default. */
export const ROTATION_FORMATS = ["text", "json", "markdown"] as const;

/** A way to write them. */
export type RotationFormat = (typeof ROTATION_FORMATS)[number];

/** What was typed for `rotate`. */
export type RotateFlags = Omit<Flags, "format"> & {
  format?: RotationFormat;
  auditFile?: string;
} & Partial<Record<"to" | "scopes" | "expiresIn" | "overlap" | "wait" | "keysFile", string>> &
  Partial<Record<"due" | "widen" | "create" | "resume", true>>;
