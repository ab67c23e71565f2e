import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Validity } from "../../src/domain/validity.ts";
import { UsageError } from "../../src/errors.ts";
import { type BaselineFinding, createBaseline, ignoreKey, writeBaseline } from "../../src/ignore-file/commands.ts";
import { editIgnoreFile } from "../../src/ignore-file/edit.ts";
import { NOTHING_IGNORED } from "../../src/ignore-file/ignore-file.ts";
import { parseIgnoreFile } from "../../src/ignore-file/parse.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";
import { type GitRepo, gitRepo } from "../support/git-repo.ts";

const NAME = ".github/openai-key-guard.yml";
const NOW = new Date("2026-11-21T13:00:00Z");
const A = "a".repeat(16);

function where(repo: GitRepo, folder = "") {
  return { folder: path.join(repo.dir, folder), ignoreFile: NAME, now: NOW };
}

function typed(differing: Partial<Parameters<typeof ignoreKey>[1]> = {}) {
  return { fingerprint: A, reason: "the demo's", until: null, ...differing };
}

async function text(repo: GitRepo): Promise<string> {
  return await readFile(path.join(repo.dir, NAME), "utf8");
}

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (error) => error,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe("to ignore a key", () => {
  test("makes the file at the top of the repository, from any folder in it", async () => {
    await using repo = await gitRepo({ "src/deep/a.txt": "1\n" });
    const lines = await ignoreKey(where(repo, "src/deep"), typed({ until: "2027-01-31" }));
    expect(lines).toEqual([
      `Created ${NAME}: ${A} is ignored until the end of 2027-01-31.`,
      "It counts once it is on the base branch: a change cannot ignore its own keys.",
    ]);
    expect(parseIgnoreFile(await text(repo), NAME).ignore).toEqual([
      { fingerprint: A, reason: "the demo's", until: new Date("2027-01-31") },
    ]);
    expect(await readdir(path.join(repo.dir, ".github"))).toEqual(["openai-key-guard.yml"]);
  });

  test("again changes its entry, and says so", async () => {
    await using repo = await gitRepo({ [NAME]: "# kept\nignore: []\n" });
    await ignoreKey(where(repo), typed());
    const [line] = await ignoreKey(where(repo), typed({ reason: "another" }));
    expect(line).toBe(`Changed ${NAME}: ${A} is ignored.`);
    expect((await ignoreKey(where(repo), typed({ reason: "another" })))[0]).toContain("has this entry already");
    expect(await text(repo)).toContain("# kept");
    expect(parseIgnoreFile(await text(repo), NAME).ignore).toHaveLength(1);
  });

  test.each([
    [{ fingerprint: null }, "The fingerprint is missing. Copy the 16 hex digits from the report."],
    [{ fingerprint: "abc" }, "The fingerprint must be the 16 hex digits from the report, in lower case."],
    [{ fingerprint: createFakeKey("project", "x") }, "The fingerprint is a key, which has leaked now"],
    [{ fingerprint: createFakeKey("user", "x").slice(0, 20) }, "The fingerprint is a key,"],
    [{ reason: null }, "--reason is missing. Say why this key may be ignored."],
    [{ reason: `it is ${createFakeKey("user", "x")}` }, "--reason holds a key. Remove it, and revoke that key."],
    [{ until: "tomorrow" }, "--until is not a day. Write it as 2027-01-31, or leave it out."],
    [{ until: "2026-11-20" }, "--until is 2026-11-20, which is over"],
  ])("%o is refused with the mend, and nothing is written", async (differing, message) => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    const said = await refusal(ignoreKey(where(repo), typed(differing)));
    expect(said).toContain(message);
    expect(said).not.toContain("sk-");
    expect(await readdir(repo.dir)).not.toContain(".github");
  });

  test("until today is until the end of today", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    expect((await ignoreKey(where(repo), typed({ until: "2026-11-21" })))[0]).toContain("end of 2026-11-21");
  });

  test("does not touch a file that is wrong", async () => {
    await using repo = await gitRepo({ [NAME]: "ignroe: []\n" });
    expect(await refusal(ignoreKey(where(repo), typed()))).toContain(`${NAME}, line 1: There is no word "ignroe"`);
    expect(await text(repo)).toBe("ignroe: []\n");
  });

  test("keeps the file's mode", async () => {
    await using repo = await gitRepo({ [NAME]: "ignore: []\n" });
    await chmod(path.join(repo.dir, NAME), 0o600);
    await ignoreKey(where(repo), typed());
    expect((await stat(path.join(repo.dir, NAME))).mode & 0o777).toBe(0o600);
  });

  test("writes through no link", async () => {
    await using repo = await gitRepo({ "real.yml": "ignore: []\n", [NAME]: { link: "../real.yml" } });
    expect(await refusal(ignoreKey(where(repo), typed()))).toContain("is not a regular file");
    const outside = await mkdtemp(path.join(tmpdir(), "outside-"));
    await using other = await gitRepo({ "a.txt": "1\n" });
    await symlink(outside, path.join(other.dir, ".github"));
    expect(await refusal(ignoreKey(where(other), typed()))).toContain("is a symbolic link in the checkout");
    const deep = { ...where(other), ignoreFile: ".github/new/x.yml" };
    expect(await refusal(ignoreKey(deep, typed()))).toContain("is a symbolic link in the checkout");
    expect(await readdir(outside)).toEqual([]);
    expect((await lstat(path.join(repo.dir, NAME))).isSymbolicLink()).toBe(true);
  });

  test.each([
    "/etc/x.yml",
    "../x.yml",
    "a/../../x.yml",
    "C:\\x.yml",
    "",
  ])("%o is no place for it", async (ignoreFile) => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    expect(await refusal(ignoreKey({ ...where(repo), ignoreFile }, typed()))).toContain(
      "It must be a path in the repository",
    );
  });

  test("needs a work tree, which may be a linked one", async () => {
    const bare = await mkdtemp(path.join(tmpdir(), "nowhere-"));
    expect(await refusal(ignoreKey({ folder: bare, ignoreFile: NAME, now: NOW }, typed()))).toContain(
      "not in a git work tree",
    );
    await using repo = await gitRepo({ "a.txt": "1\n" });
    const linked = path.join(bare, "linked");
    await repo.git("worktree", "add", "--quiet", linked);
    await ignoreKey({ folder: linked, ignoreFile: NAME, now: NOW }, typed());
    expect(await readdir(path.join(linked, ".github"))).toEqual(["openai-key-guard.yml"]);
  });
});

describe("a baseline", () => {
  const foreign = { identity: { kind: "foreign" }, validity: { kind: "unknown", because: "not-tried" } } as const;

  test("is written into the same file, once", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    await mkdir(path.join(repo.dir, ".github"));
    await writeFile(path.join(repo.dir, NAME), `ignore:\n  - fingerprint: ${A}\n    reason: kept\n`);
    const findings = ["c", "b", "a"].map((digit) => ({ fingerprint: digit.repeat(16), ...foreign }));
    expect((await writeBaseline(where(repo), findings))[0]).toBe(`Added 2 keys to ${NAME}.`);
    const once = await text(repo);
    expect(parseIgnoreFile(once, NAME).ignore.map(({ fingerprint, reason }) => [fingerprint[0], reason])).toEqual([
      ["a", "kept"],
      ["b", "here before 2026-11-21"],
      ["c", "here before 2026-11-21"],
    ]);
    expect(await writeBaseline(where(repo), findings)).toEqual([`Nothing to add to ${NAME}.`]);
    expect(await text(repo)).toBe(once);
  });

  test("of nothing makes no file", async () => {
    await using repo = await gitRepo({ "a.txt": "1\n" });
    expect(await writeBaseline(where(repo), [])).toEqual([`Nothing to add to ${NAME}.`]);
    expect(await readdir(repo.dir)).not.toContain(".github");
  });
});

const ours = { kind: "ours", record: recordOf(createFakeKey("project", "a")), chance: 0 } as const;
const ACTIVE: Validity = { kind: "active", because: "accepted" };
const UNKNOWN: Validity = { kind: "unknown", because: "network" };

function found(
  digit: string,
  identity: BaselineFinding["identity"] = { kind: "foreign" },
  validity: Validity = ACTIVE,
): BaselineFinding {
  return { fingerprint: digit.repeat(16), identity, validity };
}

describe("the entries of a baseline", () => {
  test("names what was there before, in an order that does not depend on how it was found", () => {
    const findings = [found("c"), found("a", { kind: "unchecked", because: "no-admin-key" }, UNKNOWN), found("b")];
    const entries = createBaseline(NOTHING_IGNORED, findings, NOW);
    expect(entries).toEqual(createBaseline(NOTHING_IGNORED, findings.toReversed(), NOW));
    expect(entries.map(({ fingerprint }) => fingerprint[0])).toEqual(["a", "b", "c"]);
    expect(entries[0]).toMatchObject({ reason: "here before 2026-11-21", until: null });
  });

  test("excuses no key of ours that works, or may work", () => {
    const dead = found("d", ours, { kind: "inactive", because: "refused" });
    const findings = [found("a", ours), found("b", ours, UNKNOWN), dead];
    expect(createBaseline(NOTHING_IGNORED, findings, NOW).map(({ fingerprint }) => fingerprint)).toEqual([
      dead.fingerprint,
    ]);
  });

  test("leaves the entries that are there as they are, and adds nothing when it is made again", () => {
    const until = new Date("2026-01-01T00:00:00Z");
    const file = { ...NOTHING_IGNORED, ignore: [{ fingerprint: "a".repeat(16), reason: "demo", until }] };
    const entries = createBaseline(file, [found("a"), found("b")], NOW);
    expect(entries.map(({ fingerprint }) => fingerprint)).toEqual(["b".repeat(16)]);
    const text = editIgnoreFile(null, entries, "ignore.yml");
    expect(createBaseline(parseIgnoreFile(text, "ignore.yml"), [found("b")], NOW)).toEqual([]);
  });
});
