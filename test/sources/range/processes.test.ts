import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { countPlaces } from "../../../src/domain/sightings.ts";
import { countingShim } from "../../support/counting-shim.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";
import { scan } from "../needles.ts";

/** Git processes for a change with keys; the entry point reads the ignore file with one more, and ten are the limit. */
const MOST = 9;

describe("as many git processes are started for a change", () => {
  test("with one key in each kind of place as with 38 and with 400", async () => {
    const counts: number[] = [];
    for (const keys of [1, 38, 400]) {
      await using repo = await gitRepo({ old: "has NEEDLE1x already", other: "1" });
      const base = await repo.oid("HEAD");
      const head = importKeys(repo, base, keys);
      await using shim = await countingShim();
      const { sightings, gaps } = await scan(repo, base, head, { environment: shim.environment });
      expect(gaps).toEqual([]);
      for (const [where, count] of [
        ["file", 2 * keys], // In a commit and in a merge.
        ["commit-message", 3 * keys], // In the message, and in the author of a commit and of its merge.
        ["path", keys],
        ["tag-message", keys],
      ] as const) {
        expect(countPlaces(sightings.filter((one) => one.where === where))).toBe(count);
      }
      expect(sightings.filter(({ preexisting }) => preexisting)).toHaveLength(1);
      counts.push(await shim.count());
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(MOST);
  });

  test("with a key in one large file as in three, however the hits lie", async () => {
    const counts: number[] = [];
    for (const files of [1, 3]) {
      await using repo = await gitRepo({ a: "1" });
      const base = await repo.oid("HEAD");
      const large = (n: number) => `NEEDLE${n}a${" ".repeat(4_500_000)}\nNEEDLE${n}b`;
      await repo.commit(Object.fromEntries(Array.from({ length: files }, (_, n) => [`large-${n}`, large(n)])));
      await using shim = await countingShim();
      const { sightings } = await scan(repo, base, await repo.oid("HEAD"), { environment: shim.environment });
      const lines = Array.from({ length: files }, () => [1, 2]).flat();
      expect(sightings.map(({ line }) => line)).toEqual(lines);
      counts.push(await shim.count());
    }
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeLessThanOrEqual(MOST);
  });
});

/** Commits with a key each in a file, a name, a message, an author, a tag and a merge; and the newest of them. */
function importKeys(repo: GitRepo, base: string, keys: number): string {
  const lines: string[] = [];
  const write = (...more: readonly string[]) => lines.push(...more);
  const data = (text: string) => [`data ${text.length}`, text];
  const file = (name: string, text: string) => [`M 100644 inline ${name}`, ...data(text)];
  for (let n = 1; n <= keys; n += 1) {
    const [commit, merge] = [2 * n - 1, 2 * n];
    const parent = n === 1 ? base : `:${merge - 2}`;
    const author = `author NEEDLE${n}author <a@example.com> ${1_700_000_000 + n} +0000`;
    const committer = `committer A <a@example.com> ${1_700_000_000 + n} +0000`;
    write(
      "commit refs/heads/side",
      `mark :${commit}`,
      author,
      committer,
      ...data(`NEEDLE${n}message`),
      `from ${parent}`,
    );
    write(...file(`dir-${n}/a`, `NEEDLE${n}x`), ...file(`NEEDLE${n}name${"-".repeat(40)}`, "1"));
    write("commit refs/heads/main", `mark :${merge}`, author, committer, ...data("merge"), `from ${parent}`);
    write(`merge :${commit}`, ...file(`dir-${n}/a`, `NEEDLE${n}x`), ...file(`dir-${n}/m`, `NEEDLE${n}merge`));
    write(...file(`NEEDLE${n}name${"-".repeat(40)}`, "1"));
    write(`tag v${n}`, `from :${commit}`, `tagger A <a@example.com> 1700000000 +0000`, ...data(`NEEDLE${n}tag`));
  }
  execFileSync("git", ["-C", repo.dir, "fast-import", "--quiet", "--force"], { input: `${lines.join("\n")}\n` });
  return execFileSync("git", ["-C", repo.dir, "rev-parse", "main"]).toString().trim();
}
