import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { buildSarifStatus, readSarifUpload, type SarifUpload } from "./code-scanning.ts";
import {
  buildCommentRecord,
  type Comment,
  type Comments,
  MOST_COMMENTS,
  readCommentBody,
  selectPage,
  TOO_MANY_COMMENTS,
} from "./comments.ts";
import { buildRepositoryRecord, type HostedRepository } from "./hosted-repository.ts";
import { createIssue, type IssueRequest, listIssues, showIssue, updateIssue } from "./issues/issue-api.ts";
import type { Issues } from "./issues/issues.ts";
import { buildPullRecord, type Pull } from "./pull-request.ts";
import { createRefusal, mayAccess, type Permission, type Token } from "./tokens.ts";

/** A repository with its pull requests and comments. */
export type RepositoryState = HostedRepository & {
  pulls: Map<number, Pull>;
  comments: Comments;
  issues: Issues;
  /** Whether the repository has issues switched on. */
  hasIssues: boolean;
  /** Reads a file of the default branch; null where there is none. */
  readFile: (path: string) => Buffer | null;
  /** The full name of a commit, by its name or that of a ref; null where there is none. */
  findCommit: (name: string) => string | null;
  /** SARIF files by their ids. */
  uploads: Map<string, SarifUpload>;
};

type Route = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** What follows the repository's address. */
  path: RegExp;
  right: "read" | "write";
  /** Any of these permissions is enough; without one, it is enough to see the repository. */
  permissions: readonly Permission[];
  /** The page of GitHub's documentation that refusals name. */
  page: string;
  answer: (context: RouteContext) => Answer;
};

/** A request as a route sees it: `id` is the number in its path, or `sha` the commit or the upload. */
type RouteContext = {
  repository: RepositoryState;
  id: number;
  sha: string;
  token: Token | null;
  request: Request;
  page: string;
};

const COMMENT_PERMISSIONS = ["issues", "pull-requests"] as const;
const COMMENTS = "/issues/comments#";
const ISSUES = "/issues/issues#";
const CODE_SCANNING = "/code-scanning/code-scanning#";
const CODE_SCANNING_OFF = "Advanced Security must be enabled for this repository to use code scanning.";

const ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: /^$/,
    right: "read",
    permissions: [],
    page: "/repos/repos#get-a-repository",
    answer: showRepository,
  },
  {
    method: "GET",
    path: /^\/pulls\/(\d+)$/,
    right: "read",
    permissions: ["pull-requests"],
    page: "/pulls/pulls#get-a-pull-request",
    answer: showPull,
  },
  {
    method: "GET",
    path: /^\/pulls$/,
    right: "read",
    permissions: ["pull-requests"],
    page: "/pulls/pulls#list-pull-requests",
    answer: listPulls,
  },
  {
    method: "GET",
    path: /^\/commits$/,
    right: "read",
    permissions: ["contents"],
    page: "/commits/commits#list-commits",
    answer: listCommits,
  },
  {
    method: "GET",
    path: /^\/git\/ref\/(.+)$/,
    right: "read",
    permissions: ["contents"],
    page: "/git/refs#get-a-reference",
    answer: showRef,
  },
  {
    method: "GET",
    path: /^\/contents\/(.+)$/,
    right: "read",
    permissions: ["contents"],
    page: "/repos/contents#get-repository-content",
    answer: showFile,
  },
  {
    method: "GET",
    path: /^\/issues$/,
    right: "read",
    permissions: ["issues"],
    page: `${ISSUES}list-repository-issues`,
    answer: (context) => listIssues(toIssueRequest(context)),
  },
  {
    method: "POST",
    path: /^\/issues$/,
    right: "write",
    permissions: ["issues"],
    page: `${ISSUES}create-an-issue`,
    answer: (context) => createIssue(toIssueRequest(context)),
  },
  {
    method: "GET",
    path: /^\/issues\/(\d+)$/,
    right: "read",
    permissions: COMMENT_PERMISSIONS,
    page: `${ISSUES}get-an-issue`,
    answer: (context) => showIssue(toIssueRequest(context)),
  },
  {
    method: "PATCH",
    path: /^\/issues\/(\d+)$/,
    right: "write",
    permissions: ["issues"],
    page: `${ISSUES}update-an-issue`,
    answer: (context) => updateIssue(toIssueRequest(context)),
  },
  {
    method: "GET",
    path: /^\/code-scanning\/alerts$/,
    right: "read",
    permissions: ["security-events"],
    page: "/code-scanning/code-scanning#list-code-scanning-alerts-for-a-repository",
    answer: listAlerts,
  },
  {
    method: "GET",
    path: /^\/commits\/([0-9a-f]{40,64})\/pulls$/,
    right: "read",
    permissions: ["pull-requests"],
    page: "/commits/commits#list-pull-requests-associated-with-a-commit",
    answer: listPullsOfCommit,
  },
  {
    method: "GET",
    path: /^\/issues\/(\d+)\/comments$/,
    right: "read",
    permissions: COMMENT_PERMISSIONS,
    page: `${COMMENTS}list-issue-comments`,
    answer: listComments,
  },
  {
    method: "POST",
    path: /^\/issues\/(\d+)\/comments$/,
    right: "write",
    permissions: COMMENT_PERMISSIONS,
    page: `${COMMENTS}create-an-issue-comment`,
    answer: addComment,
  },
  {
    method: "GET",
    path: /^\/issues\/comments\/(\d+)$/,
    right: "read",
    permissions: COMMENT_PERMISSIONS,
    page: `${COMMENTS}get-an-issue-comment`,
    answer: showComment,
  },
  {
    method: "DELETE",
    path: /^\/issues\/comments\/(\d+)$/,
    right: "write",
    permissions: COMMENT_PERMISSIONS,
    page: `${COMMENTS}delete-an-issue-comment`,
    answer: deleteComment,
  },
  {
    method: "PATCH",
    path: /^\/issues\/comments\/(\d+)$/,
    right: "write",
    permissions: COMMENT_PERMISSIONS,
    page: `${COMMENTS}update-an-issue-comment`,
    answer: changeComment,
  },
  {
    method: "POST",
    path: /^\/code-scanning\/sarifs$/,
    right: "write",
    permissions: ["security-events"],
    page: `${CODE_SCANNING}upload-an-analysis-as-sarif-data`,
    answer: uploadSarif,
  },
  {
    method: "GET",
    path: /^\/code-scanning\/sarifs\/([0-9a-f]{32})$/,
    right: "read",
    permissions: ["security-events"],
    page: `${CODE_SCANNING}get-information-about-a-sarif-upload`,
    answer: showSarif,
  },
];

/** Answers a request about a repository. `path` is what follows the repository's address. */
export function answerRepository(
  repository: RepositoryState,
  path: string,
  token: Token | null,
  request: Request,
): Answer {
  for (const { page, ...route } of ROUTES) {
    const match = route.method === request.method && route.path.exec(path);
    if (!match) continue;
    const accepted =
      route.permissions.map((permission) => `${permission.replace("-", "_")}=${route.right}`).join("; ") ||
      "metadata=read";
    const headers = { "x-accepted-github-permissions": accepted };
    const answer =
      checkPermission(repository, route, token, page) ??
      route.answer({ repository, id: Number(match[1]), sha: match[1] ?? "", token, request, page });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
  return createRefusal(404, "Not Found");
}

function checkPermission(
  repository: RepositoryState,
  { right, permissions }: Pick<Route, "right" | "permissions">,
  token: Token | null,
  page: string,
) {
  if (right === "write" && repository.isArchived) {
    return createRefusal(403, "Repository was archived so is read-only.", page);
  }
  if (permissions.length === 0 || mayAccess(token, right, permissions, repository)) return null;
  return token
    ? createRefusal(403, "Resource not accessible by integration", page)
    : createRefusal(401, "Requires authentication", page);
}

function showRepository({ repository }: RouteContext): Answer {
  return { status: 200, body: buildRepositoryRecord(repository) };
}

function toIssueRequest({ repository, id, token, request, page }: RouteContext): IssueRequest {
  return { repository, number: id, account: token?.account ?? null, request, page };
}

/** A branch or a tag, by its name without `refs/`. */
function showRef({ repository, sha: name, page }: RouteContext): Answer {
  if (repository.findCommit("HEAD") === null) return createRefusal(409, "Git Repository is empty.", page);
  const ref = `refs/${decodeURIComponent(name)}`;
  const commit = repository.findCommit(ref);
  if (commit === null) return createRefusal(404, "Not Found", page);
  return { status: 200, body: { ref, object: { type: "commit", sha: commit } } };
}

/** A file of the default branch, as JSON. */
function showFile({ repository, sha: path, page }: RouteContext): Answer {
  const content = repository.readFile(decodeURIComponent(path));
  if (!content) return createRefusal(404, "Not Found", page);
  const lines = content.toString("base64").replaceAll(/.{60}/g, "$&\n");
  const name = path.split("/").at(-1);
  return { status: 200, body: { type: "file", encoding: "base64", size: content.length, name, path, content: lines } };
}

function showPull({ repository, id, page }: RouteContext): Answer {
  const pull = repository.pulls.get(id);
  if (!pull) return createRefusal(404, "Not Found", page);
  return { status: 200, body: buildPullRecord(pull, repository, repository.comments.on(id).length) };
}

/** None, as for a time in which nobody committed: the commits themselves are served to git alone. */
function listCommits(): Answer {
  return { status: 200, body: [] };
}

/** Nothing was ever uploaded here. */
function listAlerts({ page }: RouteContext): Answer {
  return createRefusal(404, "no analysis found", page);
}

/** Filtered by their branch, `owner:branch`. Every pull request here is open, and listings count no comments. */
function listPulls({ repository, request }: RouteContext): Answer {
  const head = request.query.get("head");
  const listed = [...repository.pulls.values()].filter((pull) => {
    return head === null || head === `${pull.head.repository?.fullName.split("/")[0]}:${pull.head.ref}`;
  });
  return { status: 200, body: listed.map((pull) => buildPullRecord(pull, repository, 0)) };
}

/** Only those with the commit as their head: the sandbox does not know their other commits. */
function listPullsOfCommit({ repository, sha }: RouteContext): Answer {
  const listed = [...repository.pulls.values()].filter((pull) => pull.head.sha === sha);
  return { status: 200, body: listed.map((pull) => buildPullRecord(pull, repository, 0)) };
}

function listComments({ repository, id, request, page }: RouteContext): Answer {
  if (!repository.pulls.has(id) && !repository.issues.find(id)) return createRefusal(404, "Not Found", page);
  const records = repository.comments.listed(id).map((comment) => buildCommentRecord(comment, repository));
  return selectPage(records, `issues/${id}/comments`, request.query, repository);
}

function addComment({ repository, id, token, request, page }: RouteContext): Answer {
  const post = repository.pulls.get(id) ?? repository.issues.find(id);
  if (!post || !token) return createRefusal(404, "Not Found", page);
  if (post.isLocked) return createRefusal(403, "Unable to create comment because issue is locked.", page);
  if (repository.comments.on(id).length >= MOST_COMMENTS) return createRefusal(403, TOO_MANY_COMMENTS, page);
  const parsed = readCommentBody(request.body, page);
  if ("refusal" in parsed) return parsed.refusal;
  const record = buildCommentRecord(repository.comments.add(id, token.account, parsed.body), repository);
  return { status: 201, headers: { location: record.url }, body: record };
}

function showComment({ repository, id, page }: RouteContext): Answer {
  const comment = repository.comments.find(id);
  return comment
    ? { status: 200, body: buildCommentRecord(comment, repository) }
    : createRefusal(404, "Not Found", page);
}

function deleteComment({ repository, id, token, page }: RouteContext): Answer {
  const comment = repository.comments.find(id);
  if (!comment || !token) return createRefusal(404, "Not Found", page);
  if (!isAuthor(comment, token) && !token.isAdmin)
    return createRefusal(403, "Must have admin rights to Repository.", page);
  repository.comments.remove(comment);
  return { status: 204 };
}

function changeComment({ repository, id, token, request, page }: RouteContext): Answer {
  const comment = repository.comments.find(id);
  if (!comment || !token) return createRefusal(404, "Not Found", page);
  if (!isAuthor(comment, token) && !token.isAdmin)
    return createRefusal(403, "Must have admin rights to Repository.", page);
  const parsed = readCommentBody(request.body, page);
  if ("refusal" in parsed) return parsed.refusal;
  repository.comments.edit(comment, parsed.body);
  return { status: 200, body: buildCommentRecord(comment, repository) };
}

/** What is wrong with a file that can be read is said once it was processed, as on GitHub. */
function uploadSarif({ repository, request, page }: RouteContext): Answer {
  if (repository.isCodeScanningOff) return createRefusal(403, CODE_SCANNING_OFF, page);
  const upload = readSarifUpload(request.body, page);
  if ("refusal" in upload) return upload.refusal;
  if (repository.findCommit(upload.commit) === null) return createRefusal(404, "commit not found", page);
  repository.uploads.set(upload.id, upload);
  const url = `${repository.origin}/repos/${repository.fullName}/code-scanning/sarifs/${upload.id}`;
  return { status: 202, body: { id: upload.id, url } };
}

function showSarif({ repository, sha, page }: RouteContext): Answer {
  const upload = repository.uploads.get(sha);
  return upload ? { status: 200, body: buildSarifStatus(upload) } : createRefusal(404, "Not Found", page);
}

function isAuthor({ author }: Comment, { account }: Token): boolean {
  return author.login === account.login;
}
