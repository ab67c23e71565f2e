import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import { listen, parseAuthorization, type RawHandler, type Server } from "../server.ts";
import type { Account } from "./account.ts";
import { createBareRepository } from "./bare-repository.ts";
import { type Comment, Comments } from "./comments.ts";
import { checkGitAccess, parseGitRequest, refuseGit, serveGit } from "./git-http.ts";
import { answerApi } from "./github-api.ts";
import type { HostedRepository, RepositoryProfile } from "./hosted-repository.ts";
import { createPull, type Pull, type PullChoices } from "./pull-request.ts";
import type { RepositoryState } from "./rest-api.ts";
import { createToken, type Token, type TokenChoices } from "./tokens.ts";

/** A repository on the sandbox, and where its git is. */
export type ServedRepository = HostedRepository & {
  /** Over HTTP, as a checkout has it. */
  gitUrl: string;
  /** The bare repository itself, for whoever may do anything. */
  dir: string;
};

/** A small GitHub on loopback: comments and pull requests over REST, `viewer` over GraphQL, and git over HTTP. */
export type GitHubSandbox = Server & {
  /** Where its REST API is, and GraphQL under `/graphql`: what `GITHUB_API_URL` says on a runner. */
  apiUrl: string;
  /** Where its pages and git are: what `GITHUB_SERVER_URL` says on a runner. */
  serverUrl: string;
  /** Makes an empty repository: private, unless it is said to be something else. */
  repository(fullName: string, choices?: Partial<Omit<RepositoryProfile, "fullName">>): Promise<ServedRepository>;
  /** Makes a token and gives its text. Without `permissions` it may write contents and comments. */
  token(choices: TokenChoices): string;
  /** Opens a pull request. Its commits come by ordinary pushes, to `refs/pull/<number>/head` too. */
  pull(choices: PullChoices & { repo: string }): Pull;
  /** What stands under a pull request, oldest first. */
  comments(repo: string, number: number): readonly Comment[];
  /** Puts a comment there as somebody, without asking whether they may. */
  comment(repo: string, number: number, comment: Account & { body: string }): Comment;
};

/** Starts it. `path` is the `PATH` where git is found; without it, the system's own. Closing removes its repositories. */
export async function startGitHub({
  path: PATH = null,
  clock = SYSTEM_CLOCK,
}: {
  path?: string | null;
  clock?: Clock;
} = {}): Promise<GitHubSandbox> {
  const root = await mkdtemp(path.join(tmpdir(), "github-sandbox-"));
  const repositories = new Map<string, RepositoryState>();
  const tokens = new Map<string, Token>();
  const children = new Set<ChildProcess>();

  const tokenIn = (authorization: string | undefined): Token | null | undefined => {
    const text = parseAuthorization(authorization);
    return text === null ? null : tokens.get(text);
  };
  const keptAt = (fullName: string): RepositoryState => {
    const found = repositories.get(fullName.toLowerCase());
    if (!found) throw new Error(`the sandbox has no repository ${fullName}`);
    return found;
  };

  const git: RawHandler = async (request, response) => {
    const asked = parseGitRequest(request.url ?? "/");
    if (!asked) return false;
    const token = tokenIn(request.headers.authorization);
    const repository = repositories.get(asked.fullName.toLowerCase());
    const refusal = checkGitAccess(asked.right, token, repository);
    if (refusal || !repository) {
      refuseGit(request, response, refusal ?? [404, ""]);
      return true;
    }
    const { fullName } = repository;
    const child = serveGit(request, response, { ...asked, fullName }, { root, PATH });
    children.add(child);
    child.once("close", () => children.delete(child));
    return true;
  };

  const server = await listen((request) => {
    const token = tokenIn(request.headers.authorization);
    return answerApi(request, token, repositories, { count: server.requests.length, now: clock.now() });
  }, git);
  const { origin } = server;

  const close = async () => {
    for (const child of children) child.kill();
    await server.close();
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  };
  return {
    ...server,
    apiUrl: origin,
    serverUrl: origin,
    repository: async (fullName, { visibility = "private", defaultBranch = "main", isFork = false } = {}) => {
      const dir = path.join(root, `${fullName}.git`);
      await createBareRepository(dir, defaultBranch, PATH);
      const hosted = { fullName, visibility, defaultBranch, isFork, origin };
      repositories.set(fullName.toLowerCase(), {
        ...hosted,
        pulls: new Map(),
        comments: new Comments(fullName, clock),
      });
      return { ...hosted, dir, gitUrl: `${origin}/${fullName}` };
    },
    token: (choices) => {
      const token = createToken(tokens.size, choices);
      tokens.set(token.text, token);
      return token.text;
    },
    pull: ({ repo, ...choices }) => {
      const repository = keptAt(repo);
      const pull = createPull(choices, repository);
      repository.pulls.set(pull.number, pull);
      return pull;
    },
    comments: (repo, number) => keptAt(repo).comments.on(number),
    comment: (repo, number, { body, ...author }) => keptAt(repo).comments.add(number, author, body),
    close,
    [Symbol.asyncDispose]: close,
  };
}
