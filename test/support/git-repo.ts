import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, unlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { importCommits } from "./fast-import.ts";

/** What a file is to hold; null removes it, and a link points somewhere. */
export type Content = string | Uint8Array | { link: string } | null;
export type Files = Readonly<Record<string, Content>>;

const START = Date.UTC(2026, 10, 1);

/** Starting a process from a worker of many megabytes is what costs: the shell starts both. */
const COMMIT = 'git add --all && exec git commit --quiet --allow-empty --cleanup=verbatim -m "$1"';

/** A real repository in a temporary folder. Each commit is a minute younger than the one before. */
export class GitRepo implements AsyncDisposable {
  readonly dir: string;
  #commits: number;

  constructor(dir: string, commits = 0) {
    this.dir = dir;
    this.#commits = commits;
  }

  /** Runs git in the repository and gives what it wrote, without the last line feed. */
  async git(...args: string[]): Promise<string> {
    return await this.#run("git", ...args);
  }

  async #run(program: string, ...args: string[]): Promise<string> {
    const date = this.timeOf(this.#commits).toISOString();
    const { stdout } = await promisify(execFile)(program, args, {
      cwd: this.dir,
      maxBuffer: 1 << 28,
      env: {
        PATH: process.env["PATH"],
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_AUTHOR_NAME: "Ada",
        GIT_AUTHOR_EMAIL: "ada@example.com",
        GIT_COMMITTER_NAME: "Grace",
        GIT_COMMITTER_EMAIL: "grace@example.com",
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
    return stdout.replace(/\n$/, "");
  }

  /** When the commit of this number, from 0, is made. */
  timeOf(commit: number): Date {
    return new Date(START + commit * 60_000);
  }

  /** Writes files without committing them. */
  async write(files: Files): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.dir, path);
      await mkdir(dirname(file), { recursive: true });
      await rm(file, { force: true });
      if (content === null) continue;
      if (typeof content === "object" && "link" in content) await symlink(content.link, file);
      else await writeFile(file, content);
    }
  }

  /** Writes files and commits all that is there. */
  async commit(files: Files, message = "change"): Promise<string> {
    await this.write(files);
    await this.#run("sh", "-c", COMMIT, "commit", message);
    this.#commits += 1;
    return await this.#readHead();
  }

  /**
   * Makes a commit for each of these on the branch that is checked out, as `commit` does, with three git processes
   * however many there are. What is not committed is lost. Returns the object IDs.
   */
  async commitAll(
    changes: readonly Readonly<Record<string, string | Uint8Array | null>>[],
  ): Promise<readonly string[]> {
    const [head, ref] = (await this.git("rev-parse", "HEAD", "--symbolic-full-name", "HEAD")).split("\n");
    const first = this.#commits;
    const oids = importCommits(
      this,
      changes.map((files, index) => ({
        ref: ref ?? "",
        parents: [index === 0 ? (head ?? "") : index - 1],
        files,
        time: this.timeOf(first + index).getTime() / 1000,
      })),
    );
    this.#commits += changes.length;
    await this.git("reset", "--quiet", "--hard");
    return oids;
  }

  /** Starts a branch here, or where it is told to. */
  async branch(name: string, from = "HEAD"): Promise<void> {
    await this.git("switch", "--quiet", "--create", name, from);
  }

  /** Starts a branch with an empty tree and no parent. */
  async orphan(name: string): Promise<void> {
    await this.git("switch", "--quiet", "--orphan", name);
  }

  async switchTo(name: string): Promise<void> {
    await this.git("switch", "--quiet", name);
  }

  /** Merges a branch. `files` is what the merge alone brings: what neither side had makes it an evil one. */
  async merge(branch: string, files: Files = {}): Promise<string> {
    await this.git("merge", "--quiet", "--no-ff", "--no-commit", "--strategy-option=theirs", branch);
    return await this.commit(files, `Merge ${branch}`);
  }

  async rename(from: string, to: string): Promise<void> {
    await mkdir(dirname(join(this.dir, to)), { recursive: true });
    await this.git("mv", "--", from, to);
  }

  /** The full name of an object. */
  async oid(revision: string): Promise<string> {
    return await this.git("rev-parse", "--verify", revision);
  }

  /** A clone over the file protocol, with the given options of git clone. */
  async clone(...options: string[]): Promise<GitRepo> {
    const dir = await mkdtemp(join(tmpdir(), "clone-"));
    await this.git("config", "uploadpack.allowFilter", "true");
    await this.git("config", "uploadpack.allowAnySHA1InWant", "true");
    await this.git("clone", "--quiet", ...options, `file://${this.dir}`, dir);
    return new GitRepo(dir, this.#commits);
  }

  /** Removes a loose object from the disk. */
  async lose(oid: string): Promise<void> {
    await unlink(this.#fileOf(oid));
  }

  /** Damages a loose object: its first bytes, or what comes after a whole header. */
  async corrupt(oid: string, content: Uint8Array = Buffer.from("not zlib")): Promise<void> {
    await chmod(this.#fileOf(oid), 0o644);
    await writeFile(this.#fileOf(oid), content);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true, force: true, maxRetries: 3 });
  }

  #fileOf(oid: string): string {
    return join(this.dir, ".git/objects", oid.slice(0, 2), oid.slice(2));
  }

  /** The commit of HEAD, without a process where git keeps it in a file. */
  async #readHead(): Promise<string> {
    const read = async (name: string) => (await readFile(join(this.dir, ".git", name), "utf8")).trim();
    try {
      const head = await read("HEAD");
      return head.startsWith("ref: ") ? await read(head.slice("ref: ".length)) : head;
    } catch {
      return await this.oid("HEAD");
    }
  }
}

/** What `git init` writes; no housekeeping after each command, and no waiting for the disk: it need not outlive the machine. */
const CONFIG = `[core]
	filemode = true
	bare = false
	logallrefupdates = true
	autocrlf = false
	fsync = none
[gc]
	auto = 0
[maintenance]
	auto = false
`;

/** Which hashes a repository has; it stands first in its configuration. */
const FORMATS = {
  sha1: "[core]\n\trepositoryformatversion = 0\n",
  sha256: "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectformat = sha256\n",
} as const;

/**
 * Makes a repository on the branch main, with one commit when there are files. Its files are those of `git init`, written
 * without starting it.
 */
export async function gitRepo(files?: Files, options: { objectFormat?: keyof typeof FORMATS } = {}): Promise<GitRepo> {
  const repo = new GitRepo(await mkdtemp(join(tmpdir(), "repo-")));
  const folder = join(repo.dir, ".git");
  for (const name of ["hooks", "info", "objects/info", "objects/pack", "refs/heads", "refs/tags"]) {
    await mkdir(join(folder, name), { recursive: true });
  }
  await writeFile(join(folder, "HEAD"), "ref: refs/heads/main\n");
  await writeFile(join(folder, "config"), FORMATS[options.objectFormat ?? "sha1"] + CONFIG);
  if (files) await repo.commit(files, "start");
  return repo;
}
