import type { ApiFailure } from "../api-failure.ts";

/** What happened to the comment. */
export type CommentResult =
  | { kind: "created" | "updated" | "unchanged" }
  /** There was none, and none was wanted. */
  | { kind: "none" }
  /** A run on a later head has written it; only what we contained was added. */
  | { kind: "superseded" }
  | { kind: "failed"; failure: ApiFailure };
