import { type ChildProcess, spawnSync } from "node:child_process";
import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { type Clock, SYSTEM_CLOCK } from "../../domain/clock.ts";
import type { RotationTarget } from "../../domain/rotation-target.ts";
import { listen, parseAuthorization, type RawHandler, type Server } from "../server.ts";
import { createTemporaryFolder } from "../temporary-folder.ts";
import type { Account } from "./account.ts";
import { AlertBook, type AlertOptions, type AlertSettings, type HostedAlert } from "./alerts/hosted-alert.ts";
import type { SarifUpload } from "./code-scanning.ts";
import { type Comment, Comments } from "./comments.ts";
import { checkGitAccess, createBareRepository, parseGitRequest, refuseGit, serveGit } from "./git-http.ts";
import { answerApi } from "./github-api.ts";
import { getRepositoryId, type HostedRepository, type RepositoryProfile } from "./hosted-repository.ts";
import { type Issue, Issues } from "./issues/issues.ts";
import { createPull, type Pull, type PullOptions } from "./pull-request.ts";
import { RateLimits } from "./rate-limits.ts";
import type { RepositoryState } from "./rest-api.ts";
import { getSecretName, type SecretOptions, SecretVault, type StoredSecret } from "./secrets/secret-vault.ts";
import { createToken, maySee, type Token, type TokenOptions } from "./tokens.ts";

/** A repository on the sandbox, with the addresses of its git. */
export type ServedRepository = HostedRepository & {
  /** Over HTTP, as a checkout has it. */
  gitUrl: string;
  /** The bare repository itself, which needs no token. */
  dir: string;
};

/** What tests and the demo set up on the sandbox, and what they read from it. */
type Setup = {
  /** Creates an empty repository: private by default. */
  repository(
    fullName: string,
    options?: Partial<Omit<RepositoryProfile, "fullName">> & { hasIssues?: boolean },
  ): Promise<ServedRepository>;
  /** Renames a repository, which keeps its id; its former name leads to it. */
  rename(fullName: string, to: string): Promise<ServedRepository>;
  /** Deletes a repository. */
  remove(fullName: string): Promise<void>;
  /** Creates a token and returns its text. Without `permissions` it may write contents and comments. */
  token(options: TokenOptions): string;
  /** Opens a pull request. Its commits come by ordinary pushes, to `refs/pull/<number>/head` too. */
  pull(options: PullOptions & { repo: string }): Pull;
  /** The comments on a pull request, oldest first. */
  comments(repo: string, number: number): readonly Comment[];
  /** The issues of a repository, oldest first. */
  issues(repo: string): readonly Issue[];
  /** Creates an issue as this account, without checking its permissions. */
  issue(repo: string, issue: { title: string; body: string; author: Account }): Issue;
  /** The SARIF files that were uploaded to a repository, oldest first. */
  sarifUploads(repo: string): readonly SarifUpload[];
  /** Adds a comment as this account, without checking its permissions. */
  comment(repo: string, number: number, comment: Account & { body: string }): Comment;
  /** Opens an alert of secret scanning, as GitHub does when it finds a secret. */
  alert(repo: string, options: AlertOptions): HostedAlert;
  /** The alerts of a repository, oldest first. */
  alerts(repo: string): readonly HostedAlert[];
  /** Switches secret scanning off, or leaves the closing of alerts to reviewers. */
  setUpAlerts(repo: string, settings: Partial<AlertSettings>): void;
  /** Creates an environment of a repository. */
  environment(repo: string, name: string): void;
  /** Creates or changes a secret as somebody does who may: `value` is its text. */
  storeSecret(target: RotationTarget, value: string, options?: SecretOptions): void;
  /** A secret with its text, as GitHub keeps it; null where there is none. */
  readSecret(target: RotationTarget): StoredSecret | null;
  /** Deletes a secret as somebody does who may. */
  removeSecret(target: RotationTarget): void;
  /** Gives the place of a secret a new key pair, as GitHub may at any time. */
  replacePublicKey(target: RotationTarget): void;
  /** Deletes a comment, as somebody does who may. */
  deleteComment(repo: string, comment: Comment): void;
  /** From now on, lists of a repository's comments are this many milliseconds behind. */
  setCommentLag(repo: string, milliseconds: number): void;
};

/** A small GitHub on loopback: comments, pull requests, secrets and accounts over REST, `viewer` over GraphQL, and git over HTTP. */
export type GitHubSandbox = Server &
  Setup & {
    /** The address of its REST API, with GraphQL under `/graphql`: what `GITHUB_API_URL` says on a runner. */
    apiUrl: string;
    /** The address of its pages and git: what `GITHUB_SERVER_URL` says on a runner. */
    serverUrl: string;
  };

/** What the sandbox holds while it runs. */
type State = {
  /** The folder of the bare repositories. */
  root: string;
  /** Where git is found; null for the system's `PATH`. */
  PATH: string | null;
  clock: Clock;
  limits: RateLimits;
  vault: SecretVault;
  alerts: AlertBook;
  /** By full names in lower case: GitHub does not tell their cases apart. */
  repositories: Map<string, RepositoryState>;
  /** The ids of repositories by their former names, in lower case. */
  renamed: Map<string, number>;
  /** By their texts. */
  tokens: Map<string, Token>;
  /** The processes of git that are running. */
  children: Set<ChildProcess>;
};

/** Starts the sandbox. `path` is where git is found, by default the system's `PATH`. Closing removes the repositories. */
export async function startGitHub({
  path: PATH = null,
  clock = SYSTEM_CLOCK,
}: {
  path?: string | null;
  clock?: Clock;
} = {}): Promise<GitHubSandbox> {
  const root = await createTemporaryFolder("github-sandbox-");
  const limits = new RateLimits(clock);
  const vault = new SecretVault(clock);
  const alerts = new AlertBook(clock);
  const state: State = {
    root,
    PATH,
    clock,
    limits,
    vault,
    alerts,
    repositories: new Map(),
    renamed: new Map(),
    tokens: new Map(),
    children: new Set(),
  };
  const server = await listen((request) => {
    const token = findToken(state, request.headers.authorization);
    return answerApi(request, token, state.repositories, {
      count: server.requests.length,
      limits,
      renamed: state.renamed,
      vault,
      alerts,
    });
  }, createGitHandler(state));
  const { origin } = server;
  const close = async () => {
    for (const child of state.children) child.kill();
    await server.close();
    await rm(root, { recursive: true, force: true, maxRetries: 3 });
  };
  return {
    ...server,
    ...createSetup(state, origin),
    apiUrl: origin,
    serverUrl: origin,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Null where no token was sent, undefined where nobody has it, or has it any more. */
function findToken({ tokens, clock }: State, authorization: string | undefined): Token | null | undefined {
  const text = parseAuthorization(authorization);
  if (text === null) return null;
  const token = tokens.get(text);
  return token && token.endsAt !== null && token.endsAt <= clock.now().getTime() ? undefined : token;
}

function createGitHandler(state: State): RawHandler {
  return async (request, response) => {
    const gitRequest = parseGitRequest(request.url ?? "/");
    if (!gitRequest) return false;
    const token = findToken(state, request.headers.authorization);
    const repository = state.repositories.get(gitRequest.fullName.toLowerCase());
    const moved = repository ? null : findMoved(state, gitRequest.fullName);
    if (moved && maySee(token ?? null, moved)) {
      request.resume();
      const { search } = new URL(request.url ?? "/", moved.origin);
      response.writeHead(301, { location: `${moved.origin}/${moved.fullName}.git${gitRequest.path}${search}` }).end();
      return true;
    }
    const refusal = checkGitAccess(gitRequest.right, token, repository);
    if (refusal || !repository) {
      refuseGit(request, response, refusal ?? [404, ""]);
      return true;
    }
    const { fullName } = repository;
    const child = serveGit(request, response, { ...gitRequest, fullName }, state);
    state.children.add(child);
    child.once("close", () => state.children.delete(child));
    return true;
  };
}

function findMoved({ renamed, repositories }: State, former: string): RepositoryState | undefined {
  const id = renamed.get(former.toLowerCase());
  return [...repositories.values()].find((one) => getRepositoryId(one) === id);
}

function createSetup(state: State, origin: string): Setup {
  const { root, PATH, clock, repositories, tokens } = state;
  const getRepository = (fullName: string): RepositoryState => {
    const repository = repositories.get(fullName.toLowerCase());
    if (!repository) throw new Error(`the sandbox has no repository ${fullName}`);
    return repository;
  };
  return {
    repository: async (fullName, options = {}) => {
      const { visibility = "private", defaultBranch = "main", isFork = false, isArchived = false } = options;
      const dir = path.join(root, `${fullName}.git`);
      await createBareRepository(dir, defaultBranch);
      const { isDisabled = false, isCodeScanningOff = false, kilobytes, id } = options;
      const profile = {
        fullName,
        visibility,
        defaultBranch,
        isFork,
        isArchived,
        isDisabled,
        isCodeScanningOff,
        origin,
      };
      const known = { ...(kilobytes === undefined ? {} : { kilobytes }), ...(id === undefined ? {} : { id }) };
      const hosted = { ...profile, ...known };
      const comments = new Comments(fullName, clock);
      repositories.set(fullName.toLowerCase(), {
        ...hosted,
        pulls: new Map(),
        comments,
        issues: new Issues(clock),
        hasIssues: options.hasIssues ?? true,
        readFile: (file) => readBlob(dir, `${defaultBranch}:${file}`, PATH),
        findCommit: (name) => findCommit(dir, name, PATH),
        uploads: new Map(),
      });
      return { ...hosted, dir, gitUrl: `${origin}/${fullName}` };
    },
    rename: async (fullName, to) => {
      const repository = getRepository(fullName);
      const dir = path.join(root, `${to}.git`);
      await mkdir(path.dirname(dir), { recursive: true });
      await rename(path.join(root, `${repository.fullName}.git`), dir);
      const id = getRepositoryId(repository);
      const readFile = (file: string) => readBlob(dir, `${repository.defaultBranch}:${file}`, PATH);
      repositories.delete(fullName.toLowerCase());
      state.renamed.set(fullName.toLowerCase(), id);
      const findRenamed = (name: string) => findCommit(dir, name, PATH);
      repositories.set(to.toLowerCase(), { ...repository, fullName: to, id, readFile, findCommit: findRenamed });
      return { ...repository, fullName: to, id, dir, gitUrl: `${origin}/${to}` };
    },
    remove: async (fullName) => {
      const repository = getRepository(fullName);
      repositories.delete(fullName.toLowerCase());
      await rm(path.join(root, `${repository.fullName}.git`), { recursive: true, force: true, maxRetries: 3 });
    },
    token: (options) => {
      const token = createToken(tokens.size, options);
      tokens.set(token.text, token);
      return token.text;
    },
    pull: ({ repo, ...options }) => {
      const repository = getRepository(repo);
      const pull = createPull(options, repository);
      repository.pulls.set(pull.number, pull);
      return pull;
    },
    issues: (repo) => getRepository(repo).issues.list(),
    issue: (repo, issue) => {
      const { issues, pulls } = getRepository(repo);
      return issues.add(issue, pulls.keys());
    },
    sarifUploads: (repo) => [...getRepository(repo).uploads.values()],
    comments: (repo, number) => getRepository(repo).comments.on(number),
    comment: (repo, number, { body, ...author }) => getRepository(repo).comments.add(number, author, body),
    alert: (repo, options) => state.alerts.add(getRepository(repo).fullName, options),
    alerts: (repo) => state.alerts.list(repo),
    setUpAlerts: (repo, settings) => state.alerts.setUp(repo, settings),
    environment: (repo, name) => state.vault.addEnvironment(getRepository(repo).fullName, name),
    storeSecret: (target, value, options) => state.vault.at(target).set(getSecretName(target), value, options),
    readSecret: (target) => state.vault.at(target).get(getSecretName(target)),
    removeSecret: (target) => void state.vault.at(target).remove(getSecretName(target)),
    replacePublicKey: (target) => state.vault.at(target).replaceKey(),
    deleteComment: (repo, comment) => getRepository(repo).comments.remove(comment),
    setCommentLag: (repo, milliseconds) => getRepository(repo).comments.setLag(milliseconds),
  };
}

/** A blob of a bare repository; null where there is none. */
function readBlob(dir: string, name: string, PATH: string | null): Buffer | null {
  const env = PATH === null ? {} : { env: { PATH } };
  const { status, stdout } = spawnSync("git", ["-C", dir, "cat-file", "blob", name], env);
  return status === 0 ? stdout : null;
}

/** The full name of a commit of a bare repository; null where there is none of this name. */
function findCommit(dir: string, name: string, PATH: string | null): string | null {
  const env = PATH === null ? {} : { env: { PATH } };
  const words = ["-C", dir, "rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
  const { status, stdout } = spawnSync("git", words, env);
  return status === 0 ? stdout.toString().trim() : null;
}
