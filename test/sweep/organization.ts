import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock } from "../../src/domain/clock.ts";
import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { computeFingerprint } from "../../src/domain/secret.ts";
import type { SweepPlan, SweepState, SweptRepository } from "../../src/domain/sweep.ts";
import { listOrganizationRepositories } from "../../src/github/repositories/organization-repositories.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { type GitHubSandbox, startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import { planSweep } from "../../src/sweep/plan.ts";
import { identifyReader } from "../../src/sweep/reader.ts";
import { type ShardOptions, scanShard } from "../../src/sweep/scan/scan-shard.ts";
import { type Files, gitRepo } from "../support/git-repo.ts";

/** A key that belongs to nobody, by a word. */
export const keyOf = (word: string) => createFakeKey("service-account", `sweep ${word}`);
export const fingerprintOf = (word: string) => computeFingerprint(keyOf(word));

/** An organisation on the embedded GitHub, and a folder for temporary files. */
export class SweptOrganization implements AsyncDisposable {
  readonly github: GitHubSandbox;
  readonly temp: string;
  token: string;

  constructor(github: GitHubSandbox, temp: string) {
    this.github = github;
    this.temp = temp;
    this.token = this.createToken();
  }

  createToken(more: { endsAt?: Date } = {}): string {
    return this.github.token({ repo: "acme/-", organization: "acme", permissions: { contents: "read" }, ...more });
  }

  /** A repository with a commit for each of these, and refs to some of them. */
  async host(
    name: string,
    commits: readonly Files[],
    more: { refs?: Record<string, string>; options?: Parameters<GitHubSandbox["repository"]>[1] } = {},
  ): Promise<string> {
    const { dir } = await this.github.repository(name, more.options);
    if (commits.length === 0) return dir;
    await using repo = await gitRepo(commits[0] ?? {});
    for (const files of commits.slice(1)) await repo.commit(files);
    const refs = more.refs ?? { "refs/heads/main": "HEAD" };
    const specs = Object.entries(refs).map(([ref, commit]) => `${commit}:${ref}`);
    await repo.git("push", "--quiet", dir, ...specs);
    return dir;
  }

  async plan(shards = 2, state: SweepState | null = null): Promise<SweepPlan> {
    const access = { apiUrl: this.github.apiUrl, token: this.token };
    const listed = await listOrganizationRepositories(access, "acme");
    const choice = { include: [], exclude: [], archived: true, forks: false };
    const server = this.github.serverUrl;
    const reader = await identifyReader();
    return await planSweep(listed, { organization: "acme", server, shards, choice, state, now: new Date(0), reader });
  }

  /** Scans all shards of a plan, one after the other. */
  async scan(plan: SweepPlan, more: Partial<ShardOptions> = {}): Promise<readonly SweptRepository[]> {
    const records: SweptRepository[] = [];
    const { token, github, temp } = this;
    for (const shard of plan.shards) {
      await scanShard(shard, {
        server: plan.server,
        apiUrl: github.apiUrl,
        readToken: async () => token,
        temp,
        environment: process.env,
        clock: SYSTEM_CLOCK,
        timeouts: { retryDelays: [], attempt: 60_000 },
        refusalPause: 0,
        readingLimit: 60_000,
        detail: "full",
        signal: new AbortController().signal,
        onRecord: async (record) => void records.push(record),
        ...more,
      });
    }
    return records.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** What temporary files are left. */
  async left(): Promise<readonly string[]> {
    return await readdir(this.temp);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.github.close();
    await rm(this.temp, { recursive: true, force: true });
  }
}

export async function startOrganization(clock?: Clock): Promise<SweptOrganization> {
  const github = await startGitHub(clock ? { clock } : {});
  return new SweptOrganization(github, await mkdtemp(join(tmpdir(), "sweep-test-")));
}
