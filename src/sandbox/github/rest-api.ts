import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { bodyIn, type Comment, type Comments, commentRecord, pageOf } from "./comments.ts";
import { type Hosted, repositoryRecord } from "./hosted-repository.ts";
import { type Pull, pullRecord } from "./pull-request.ts";
import { may, type Permission, refused, type Token } from "./tokens.ts";

/** A repository with what is kept of it. */
export type Kept = Hosted & { pulls: Map<number, Pull>; comments: Comments };

type Route = {
  method: "GET" | "POST" | "PATCH";
  /** After the repository's own address. */
  path: RegExp;
  right: "read" | "write";
  /** Any of these permissions is enough; with none, knowing the repository is. */
  of: readonly Permission[];
  /** The part of GitHub's documentation that refusals point at. */
  page: string;
  answer: (on: On) => Answer;
};

/** What a route works on: `id` is the number in the path, or `sha` the commit. */
type On = { kept: Kept; id: number; sha: string; token: Token | null; request: Request; page: string };

const TALK = ["issues", "pull-requests"] as const;
const COMMENTS = "/issues/comments#";

const ROUTES: readonly Route[] = [
  { method: "GET", path: /^$/, right: "read", of: [], page: "/repos/repos#get-a-repository", answer: showRepository },
  {
    method: "GET",
    path: /^\/pulls\/(\d+)$/,
    right: "read",
    of: ["pull-requests"],
    page: "/pulls/pulls#get-a-pull-request",
    answer: showPull,
  },
  {
    method: "GET",
    path: /^\/pulls$/,
    right: "read",
    of: ["pull-requests"],
    page: "/pulls/pulls#list-pull-requests",
    answer: listPulls,
  },
  {
    method: "GET",
    path: /^\/commits\/([0-9a-f]{40,64})\/pulls$/,
    right: "read",
    of: ["pull-requests"],
    page: "/commits/commits#list-pull-requests-associated-with-a-commit",
    answer: listPullsOf,
  },
  {
    method: "GET",
    path: /^\/issues\/(\d+)\/comments$/,
    right: "read",
    of: TALK,
    page: `${COMMENTS}list-issue-comments`,
    answer: listComments,
  },
  {
    method: "POST",
    path: /^\/issues\/(\d+)\/comments$/,
    right: "write",
    of: TALK,
    page: `${COMMENTS}create-an-issue-comment`,
    answer: addComment,
  },
  {
    method: "PATCH",
    path: /^\/issues\/comments\/(\d+)$/,
    right: "write",
    of: TALK,
    page: `${COMMENTS}update-an-issue-comment`,
    answer: changeComment,
  },
];

/** Answers a request about a repository, `path` being what follows the repository's address. */
export function answerOn(kept: Kept, path: string, token: Token | null, request: Request): Answer {
  for (const { page, ...route } of ROUTES) {
    const found = route.method === request.method && route.path.exec(path);
    if (!found) continue;
    const accepted = route.of.map((one) => `${one.replace("-", "_")}=${route.right}`).join("; ") || "metadata=read";
    const headers = { "x-accepted-github-permissions": accepted };
    const answer =
      forbidden(kept, route, token, page) ??
      route.answer({ kept, id: Number(found[1]), sha: found[1] ?? "", token, request, page });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }
  return refused(404, "Not Found");
}

function forbidden(kept: Kept, { right, of }: Pick<Route, "right" | "of">, token: Token | null, page: string) {
  if (of.length === 0 || may(token, right, of, kept)) return null;
  return token
    ? refused(403, "Resource not accessible by integration", page)
    : refused(401, "Requires authentication", page);
}

function showRepository({ kept }: On): Answer {
  return { status: 200, body: repositoryRecord(kept) };
}

function showPull({ kept, id, page }: On): Answer {
  const pull = kept.pulls.get(id);
  if (!pull) return refused(404, "Not Found", page);
  return { status: 200, body: pullRecord(pull, kept, kept.comments.on(id).length) };
}

/** By the branch they come from, `owner:branch`; every pull request here is open. Without their comments and commits. */
function listPulls({ kept, request }: On): Answer {
  const head = request.query.get("head");
  const listed = [...kept.pulls.values()].filter((pull) => {
    return head === null || head === `${pull.head.repository?.fullName.split("/")[0]}:${pull.head.ref}`;
  });
  return { status: 200, body: listed.map((pull) => pullRecord(pull, kept, 0)) };
}

/** Those that have the commit as their head: of the commits below it, the sandbox knows nothing. */
function listPullsOf({ kept, sha }: On): Answer {
  const listed = [...kept.pulls.values()].filter((pull) => pull.head.sha === sha);
  return { status: 200, body: listed.map((pull) => pullRecord(pull, kept, 0)) };
}

function listComments({ kept, id, request, page }: On): Answer {
  return kept.pulls.has(id) ? pageOf(kept.comments.on(id), id, request.query, kept) : refused(404, "Not Found", page);
}

function addComment({ kept, id, token, request, page }: On): Answer {
  if (!kept.pulls.has(id) || !token) return refused(404, "Not Found", page);
  const given = bodyIn(request.body, page);
  if ("refusal" in given) return given.refusal;
  const record = commentRecord(kept.comments.add(id, token.account, given.body), kept);
  return { status: 201, headers: { location: record.url }, body: record };
}

function changeComment({ kept, id, token, request, page }: On): Answer {
  const comment = kept.comments.find(id);
  if (!comment || !token) return refused(404, "Not Found", page);
  if (!isOf(comment, token) && !token.isAdmin) return refused(403, "Must have admin rights to Repository.", page);
  const given = bodyIn(request.body, page);
  if ("refusal" in given) return given.refusal;
  kept.comments.edit(comment, given.body);
  return { status: 200, body: commentRecord(comment, kept) };
}

function isOf({ author }: Comment, { account }: Token): boolean {
  return author.login === account.login;
}
