import { type CommitRange, formatRevisions } from "../../git/commits/commit-range.ts";
import type { Git } from "../../git/git.ts";
import { extractPeople, splitCommitStream } from "../../git/objects/commit-object.ts";
import { readObjects } from "../../git/objects/object-stream.ts";
import { splitLines } from "../../git/process-streams.ts";

/** Which commits of a range have the same people. Walks the range at the first question. */
export class AuthorSearch {
  readonly #git: Git;
  readonly #ends: CommitRange;
  #groups: Promise<ReadonlyMap<string, readonly string[]>> | null = null;

  constructor(git: Git, ends: CommitRange) {
    this.#git = git;
    this.#ends = ends;
  }

  /** The commits with the same people as this one, which is among them. Oldest first. */
  async sameAs(commit: string): Promise<readonly string[]> {
    this.#groups ??= this.#walk();
    return (await this.#groups).get(commit) ?? [commit];
  }

  async #walk(): Promise<ReadonlyMap<string, readonly string[]>> {
    const byText = new Map<string, string[]>();
    const byCommit = new Map<string, string[]>();
    for await (const answer of readObjects(this.#git, this.#commits())) {
      if (answer.kind !== "object") continue;
      const text = extractPeople((await splitCommitStream(answer.chunks)).headers).toString("latin1");
      const group = byText.get(text) ?? [];
      if (group.length === 0) byText.set(text, group);
      group.push(answer.oid);
      byCommit.set(answer.oid, group);
    }
    return byCommit;
  }

  async *#commits(): AsyncGenerator<readonly string[]> {
    const running = this.#git.start(["rev-list", "--reverse", "--topo-order", ...formatRevisions(this.#ends), "--"]);
    yield* splitLines(running.output);
  }
}
