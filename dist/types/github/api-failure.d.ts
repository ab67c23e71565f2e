/** Why GitHub's API did not give what it was asked for. */
export type FailureKind = 
/** The network failed, the answer broke off, or it took too long. */
"no-answer" | "outage"
/** Too many requests, and a longer wait than is waited for. */
 | "limited"
/** What answered is not this API: a login page, a proxy, a shape that is not as described. */
 | "not-the-api" | "bad-token"
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
 | "not-found" | "refused"
/** Something of ours broke. */
 | "fault";
/** `status` is the HTTP status, null without an answer. */
export type ApiFailure = {
    kind: FailureKind;
    status: number | null;
};
/** A request to GitHub's API that failed. Its message quotes nothing that others wrote. */
export declare class ApiError extends Error {
    readonly name = "ApiError";
    readonly failure: ApiFailure;
    constructor(failure: ApiFailure);
}
/** What an answer that is not as GitHub describes it comes to. */
export declare function createShapeError(status?: number | null): ApiError;
/** Parses whatever was thrown while GitHub was asked. */
export declare function parseFailure(error: unknown): ApiFailure;
/** Whether the request may have taken effect all the same. */
export declare function isUncertain({ kind }: ApiFailure): boolean;
/** An answer with an error status, or without any, as octokit throws it. */
type Refusal = {
    status: number;
    message: string;
    headers: Readonly<Record<string, unknown>>;
};
/** Parses what octokit threw. Null where it is no failed request. Octokit gives status 500 to a network that failed. */
export declare function parseRefusal(error: unknown): (ApiFailure & {
    headers: Refusal["headers"];
}) | null;
/** A failed request, with what says whether and when it may be repeated. */
export declare class RequestError extends ApiError {
    readonly headers: Readonly<Record<string, unknown>>;
    readonly isTimeout: boolean;
    constructor(refusal: ReturnType<typeof parseRefusal>, isTimeout: boolean);
}
export {};
