import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** The author of the demo's commits. */
const ADA = { name: "Ada", email: "ada@example.org" };

/** A clone in which somebody works: real git, without this machine's settings. */
export class WorkTree {
  readonly dir: string;
  readonly #env: Record<string, string>;

  /** `path` is the machine's PATH; `token` is sent to the server as a runner's checkout sends it. */
  constructor(dir: string, { path: PATH, token }: { path: string; token: string }) {
    const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
    this.dir = dir;
    this.#env = {
      PATH,
      HOME: dir,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_TERMINAL_PROMPT: "0",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "http.extraHeader",
      GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
      GIT_AUTHOR_NAME: ADA.name,
      GIT_AUTHOR_EMAIL: ADA.email,
      GIT_COMMITTER_NAME: ADA.name,
      GIT_COMMITTER_EMAIL: ADA.email,
    };
  }

  async git(...args: string[]): Promise<string> {
    await mkdir(this.dir, { recursive: true });
    const { stdout } = await execute("git", args, { cwd: this.dir, env: this.#env });
    return stdout.trim();
  }

  /** Writes files (null removes one) and commits them; returns the commit's object name. */
  async commit(message: string, files: Readonly<Record<string, string | null>>): Promise<string> {
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(this.dir, name);
      await mkdir(path.dirname(file), { recursive: true });
      await (content === null ? rm(file) : writeFile(file, content));
    }
    await this.git("add", "--all");
    await this.git("commit", "--quiet", "-m", message);
    return await this.git("rev-parse", "HEAD");
  }
}
