/** What happened to the comment. */
export type CommentResult =
  | { kind: "created" | "updated" | "unchanged" }
  /** There was none, and none was wanted. */
  | { kind: "none" }
  /** A run on a later head has written it; only what we contained was added. */
  | { kind: "superseded" }
  /** The token may not do this; `permission` is the line a workflow needs. */
  | { kind: "forbidden"; permission: string }
  | { kind: "failed"; status: number | null };

/** Parses an error of GitHub's API or of the network. @throws any other error on. */
export function parseFailure(error: unknown): CommentResult {
  if (!(error instanceof Error) || !("status" in error || error.name === "GraphqlResponseError")) throw error;
  const status = "status" in error && typeof error.status === "number" ? error.status : null;
  if (status === 403 && /not accessible|forbidden/i.test(error.message)) {
    return { kind: "forbidden", permission: "pull-requests: write" };
  }
  return { kind: "failed", status };
}

/** Whether the server or the network failed, so that the request may have taken effect or not. */
export function isServerError(error: unknown): boolean {
  return error instanceof Error && "status" in error && typeof error.status === "number" && error.status >= 500;
}
