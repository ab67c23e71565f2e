/** What to look at. */
export type Change =
  /** The commits `head` has and `base` has not; a null base means all commits that `head` has. Full object names. */
  | { kind: "range"; base: string | null; head: string }
  /** Files on disk that match the globs, as they are now. */
  | { kind: "files"; globs: readonly string[] }
  /** One stream of bytes, known to the reader by this name. */
  | { kind: "stdin"; name: string };
