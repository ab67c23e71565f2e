/** Where a blob's bytes come from. */
export type Provenance =
  /** A git blob, by its object name. Which paths and commits hold it is looked up only when it holds a key. */
  | { kind: "object"; oid: string }
  /** The message of a commit (subject, body and trailers; no headers). */
  | { kind: "commit-message"; commit: string }
  /** A file on disk, by its path relative to the repository, with `/`. */
  | { kind: "file"; path: string }
  /** The stream on standard input, by the name the user gave it. */
  | { kind: "stdin"; name: string };

/** Bytes with a provenance. `chunks` may be read once, before the next blob is asked for; chunks are never empty. */
export type Blob = {
  provenance: Provenance;
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};
