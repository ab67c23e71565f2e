import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { devNull } from "node:os";
import path from "node:path";
import type { RepositoryProfile } from "./hosted-repository.ts";
import { mayAccess, maySee, type Token } from "./tokens.ts";

/** Serves partial clones and any commit by its name, accepts pushes, and never packs while a test reads the folder. */
const CONFIG = `[core]
	repositoryformatversion = 0
	bare = true
[uploadpack]
	allowFilter = true
	allowAnySHA1InWant = true
[http]
	receivepack = true
[receive]
	autogc = false
[gc]
	auto = 0
`;

/**
 * Creates an empty bare repository with GitHub's settings. Its files are written here (gitrepository-layout(5)), because a
 * process of git for each would take most of the time of an organisation.
 */
export async function createBareRepository(dir: string, branch: string): Promise<void> {
  for (const folder of ["objects", "refs"]) await mkdir(path.join(dir, folder), { recursive: true });
  await writeFile(path.join(dir, "HEAD"), `ref: refs/heads/${branch}\n`);
  await writeFile(path.join(dir, "config"), CONFIG);
}

/** A request of the git client. */
export type GitRequest = {
  /** `owner/name`. */
  fullName: string;
  /** Reading is fetching, writing is pushing. */
  right: "read" | "write";
  /** What follows the repository's address, from the slash on. */
  path: string;
};

const SERVICES: Record<string, GitRequest["right"]> = { "git-upload-pack": "read", "git-receive-pack": "write" };

/** Parses a request of the git client from its address; null for any other. Only the smart protocol is served. */
export function parseGitRequest(url: string): GitRequest | null {
  const { pathname, searchParams } = new URL(url, "http://sandbox");
  const [, fullName = "", path = "", verb = ""] =
    /^\/([\w.-]+\/[\w.-]+?)(?:\.git)?(\/(info\/refs|git-upload-pack|git-receive-pack))$/.exec(pathname) ?? [];
  const right = SERVICES[verb === "info/refs" ? (searchParams.get("service") ?? "") : verb];
  return right && !fullName.includes("..") ? { fullName, right, path } : null;
}

/** A status, and the text that the git client shows. */
export type GitRefusal = readonly [status: 401 | 403 | 404, text: string];

/** Checks whether git is refused; null when not. The token is null where none was sent, undefined where unknown. */
export function checkGitAccess(
  right: GitRequest["right"],
  token: Token | null | undefined,
  repository: RepositoryProfile | undefined,
): GitRefusal | null {
  if (token === undefined) return [401, "Invalid username or token."];
  if (repository?.isDisabled && maySee(token, repository)) return [403, "Access to this repository has been disabled."];
  if (repository && mayAccess(token, right, ["contents"], repository)) return null;
  if (token === null) return [401, "Authentication is needed."];
  if (!repository || !maySee(token, repository)) return [404, "Repository not found."];
  return [403, right === "write" ? "Write access to repository not granted." : "Access to repository not granted."];
}

/** Refuses the git client. 401 makes it ask for another password. */
export function refuseGit(request: IncomingMessage, response: ServerResponse, [status, text]: GitRefusal): void {
  request.resume();
  const challenge = status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  response.writeHead(status, { "content-type": "text/plain", ...challenge });
  response.end(`${text}\n`);
}

/**
 * Answers by `git http-backend`; bodies are streamed both ways. `root` holds the repositories as `owner/name.git`.
 * `PATH` is where git is found; null is the system's.
 */
export function serveGit(
  request: IncomingMessage,
  response: ServerResponse,
  { fullName, path: action }: GitRequest,
  { root, PATH }: { root: string; PATH: string | null },
): ChildProcess {
  const { headers, method = "GET", url = "" } = request;
  const optional = {
    CONTENT_LENGTH: headers["content-length"],
    HTTP_CONTENT_ENCODING: headers["content-encoding"],
    GIT_PROTOCOL: headers["git-protocol"]?.toString(),
    PATH: PATH ?? undefined,
  };
  const env = {
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: "1",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: devNull,
    PATH_INFO: `/${fullName}.git${action}`,
    QUERY_STRING: new URL(url, "http://sandbox").search.slice(1),
    REQUEST_METHOD: method,
    REMOTE_ADDR: "127.0.0.1",
    CONTENT_TYPE: headers["content-type"] ?? "",
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
  const child = spawn("git", ["http-backend"], { env, stdio: ["pipe", "pipe", "ignore"] });
  // Git may stop reading before the client stops sending, and the client may hang up: neither is the sandbox's failure.
  child.stdin.on("error", () => request.resume());
  child.on("error", () => response.destroy());
  response.on("close", () => child.kill());
  request.pipe(child.stdin);
  sendCgiResponse(child.stdout, response);
  return child;
}

/** Sends the output of a CGI program: headers up to an empty line, one of them the status, and then the body. */
function sendCgiResponse(output: NodeJS.ReadableStream, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  const read = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf("\r\n\r\n");
    if (end < 0) return;
    output.off("data", read);
    const lines = head.toString("latin1", 0, end).split("\r\n");
    const fields = lines.map((line) => /^([^:]+): *(.*)$/.exec(line)?.slice(1) ?? ["", ""]);
    const status = fields.find(([name]) => name === "Status")?.[1] ?? "200";
    response.writeHead(
      Number.parseInt(status, 10),
      Object.fromEntries(fields.filter(([name]) => name && name !== "Status")),
    );
    response.write(head.subarray(end + 4));
    output.pipe(response);
  };
  output.on("data", read);
  output.on("end", () => {
    if (!response.headersSent) response.destroy();
  });
}
