import { getObject, getText } from "./payload.ts";

/** Why GitHub's API did not give what it was asked for. */
export type FailureKind =
  /** The network failed, the answer broke off, or it took too long. */
  | "no-answer"
  | "outage"
  /** Too many requests, and a longer wait than is waited for. */
  | "limited"
  /** What answered is not this API: a login page, a proxy, a shape that is not as described. */
  | "not-the-api"
  | "bad-token"
  /** The token lacks a permission. */
  | "forbidden"
  /** A rule of the organisation keeps the token or the runner out: single sign-on, a list of addresses. */
  | "kept-out"
  /** Nobody may comment: the conversation is locked. */
  | "locked"
  /** Nobody may comment: the pull request has as many comments as GitHub allows. */
  | "full"
  /** Nobody may write: the repository is archived. */
  | "archived"
  /** There is no such thing, or none that the token may see. */
  | "not-found"
  | "refused"
  /** Something of ours broke. */
  | "fault";

/** `status` is the HTTP status, null without an answer. */
export type ApiFailure = { kind: FailureKind; status: number | null };

/** A request to GitHub's API that failed. Its message quotes nothing that others wrote. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly failure: ApiFailure;

  constructor(failure: ApiFailure) {
    super(`GitHub's API: ${failure.kind} (${failure.status ?? "no status"})`);
    this.failure = failure;
  }
}

/** What an answer that is not as GitHub describes it comes to. */
export function createShapeError(status: number | null = 200): ApiError {
  return new ApiError({ kind: "not-the-api", status });
}

/** Parses whatever was thrown while GitHub was asked. */
export function parseFailure(error: unknown): ApiFailure {
  return error instanceof ApiError ? error.failure : { kind: "fault", status: null };
}

/** Whether the request may have taken effect all the same. */
export function isUncertain({ kind }: ApiFailure): boolean {
  return kind === "no-answer" || kind === "outage" || kind === "not-the-api";
}

/** An answer with an error status, or without any, as octokit throws it. */
type Refusal = { status: number; message: string; headers: Readonly<Record<string, unknown>> };

/** Parses what octokit threw. Null where it is no failed request. Octokit gives status 500 to a network that failed. */
export function parseRefusal(error: unknown): (ApiFailure & { headers: Refusal["headers"] }) | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  const response = "response" in error ? getObject(error.response) : {};
  if (typeof response["status"] !== "number") return { kind: "no-answer", status: null, headers: {} };
  const headers = getObject(response["headers"]);
  const message = getText(getObject(response["data"])["message"]);
  const { status } = error;
  // What is not found at the end of a redirect is not what was asked for.
  const asked = getText("request" in error ? getObject(error.request)["url"] : null);
  const isElsewhere = status < 500 && URL.canParse(asked ?? "") && response["url"] !== new URL(asked ?? "").href;
  return { kind: isElsewhere ? "not-the-api" : classifyRefusal(status, message, headers), status, headers };
}

/** GitHub says in words what a 403 is for; there is no code. */
function classifyRefusal(status: number, message: string | null, headers: Refusal["headers"]): FailureKind {
  if (status >= 500) return "outage";
  if (status === 429 || (status === 403 && isLimit(message ?? "", headers))) return "limited";
  if (message === null) return "not-the-api";
  if (status === 401) return "bad-token";
  if (status === 404 || status === 410) return "not-found";
  if (status !== 403) return "refused";
  const [, kind = "forbidden"] = REFUSALS.find(([pattern]) => pattern.test(message)) ?? [];
  return kind;
}

/** What GitHub's words for a 403 tell, where they tell more than that a permission is missing. */
const REFUSALS: readonly (readonly [RegExp, FailureKind])[] = [
  [/\blocked\b/i, "locked"],
  [/\bmore than \d+ comments\b/i, "full"],
  [/\barchived\b/i, "archived"],
  [/\bSAML\b|\bSSO\b|IP allow list|IP address/i, "kept-out"],
];

function isLimit(message: string, headers: Refusal["headers"]): boolean {
  return /rate limit|abuse/i.test(message) || headers["x-ratelimit-remaining"] === "0" || "retry-after" in headers;
}

/** A failed request, with what says whether and when it may be repeated. */
export class RequestError extends ApiError {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly isTimeout: boolean;

  constructor(refusal: ReturnType<typeof parseRefusal>, isTimeout: boolean) {
    const { kind, status, headers } = refusal ?? { kind: "no-answer", status: null, headers: {} };
    super(isTimeout ? { kind: "no-answer", status: null } : { kind, status });
    this.headers = headers;
    this.isTimeout = isTimeout;
  }
}
