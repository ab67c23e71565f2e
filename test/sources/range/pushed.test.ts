import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../../src/errors.ts";
import { parseRefUpdates } from "../../../src/git/commits/ref-updates.ts";
import { openPushed } from "../../../src/sources/range/pushed.ts";
import { GitRepo, gitRepo } from "../../support/git-repo.ts";
import { placeOf, scanned } from "../needles.ts";

const PATH = process.env["PATH"];
const NONE = "0".repeat(40);

/** What a hook saw of a push, and whether git let the push through. */
type Seen = { places: readonly string[]; commits: number; gaps: readonly unknown[]; pushed: boolean };

/** A bare repository that stands for a server, and one that pushes to it; a hook on either side looks at each push. */
class Ends implements AsyncDisposable {
  readonly repo: GitRepo;
  readonly server: string;
  /** Where the hook leaves what it was told. */
  #told = "";

  constructor(repo: GitRepo, server: string) {
    this.repo = repo;
    this.server = server;
  }

  /** Has a hook hand what git told it to the test, and wait for its word. */
  async watch(side: "sender" | "receiver"): Promise<void> {
    const [folder, name] =
      side === "sender" ? [join(this.repo.dir, ".git/hooks"), "pre-push"] : [join(this.server, "hooks"), "pre-receive"];
    const hook = `#!/bin/sh
      told="$(dirname "$0")"
      cat > "$told/lines"; env -0 > "$told/environment"; pwd > "$told/folder"; printf %s "$1" > "$told/remote"
      mv "$told/folder" "$told/ready"
      while [ -d "$told" ] && [ ! -e "$told/word" ]; do sleep 0.01; done
      read code < "$told/word"; rm "$told/word"; exit $code\n`;
    await writeFile(join(folder, name), hook, { mode: 0o755 });
    this.#told = folder;
  }

  /** Pushes, and has the hook refuse what has a needle, and what could not be seen. */
  async push(...args: string[]): Promise<Seen> {
    let isOver = false;
    const pushing = this.repo
      .git("push", "--quiet", ...args)
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        isOver = true;
      });
    const seen = await this.#look(() => isOver);
    const code = seen.places.length + seen.gaps.length > 0 ? 1 : 0;
    await writeFile(join(this.#told, "draft"), `${code}\n`);
    await rename(join(this.#told, "draft"), join(this.#told, "word"));
    return { ...seen, pushed: await pushing };
  }

  /** Looks at a push as the hook would have that runs now. */
  async #look(isOver: () => boolean): Promise<Omit<Seen, "pushed">> {
    const ready = join(this.#told, "ready");
    while (!existsSync(ready)) {
      if (isOver()) throw new Error("git ran no hook");
      await setTimeout(5);
    }
    const of = async (name: string) => await readFile(join(this.#told, name), "utf8");
    const [repo, lines, remote] = [(await of("ready")).trim(), await of("lines"), await of("remote")];
    const variables = (await of("environment")).split("\0").map((one) => /^([^=]*)=(.*)$/s.exec(one)?.slice(1) ?? []);
    const environment = Object.fromEntries(variables);
    await rm(ready);
    const { change, source } = await openPushed({ repo, environment, includes: () => true, lines, remote });
    if (remote === "" && "unpushed" in change) throw new Error("a server was taken for a sender");
    const { sightings, gaps, coverage } = await scanned(source);
    const places = sightings.map((one) => (one.preexisting ? "old " : "") + placeOf(one)).toSorted();
    return { places, commits: coverage.commits, gaps };
  }

  /** Pushes by every hook. */
  async pushUnseen(...args: string[]): Promise<void> {
    const bare = ["-c", "core.hooksPath=/dev/null"];
    await this.repo.git(...bare, "push", "--quiet", `--receive-pack=git ${bare.join(" ")} receive-pack`, ...args);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.server, { recursive: true, force: true });
    await this.repo[Symbol.asyncDispose]();
  }
}

const makeServer = async () => await mkdtemp(join(tmpdir(), "server's "));

/** Two repositories of which the one has pushed its commit to the other. */
async function makeEnds(): Promise<Ends> {
  const repo = await gitRepo({ a: "1" });
  const server = await makeServer();
  await repo.git("init", "--quiet", "--bare", server);
  await repo.git("remote", "add", "origin", server);
  const made = new Ends(repo, server);
  await made.pushUnseen("origin", "main");
  await repo.git("fetch", "--quiet");
  return made;
}

let made: Ends;
beforeAll(async () => {
  made = await makeEnds();
});
afterAll(async () => await made[Symbol.asyncDispose]());

/** A copy of them: to make them anew would take a dozen git processes for each test. */
async function ends(side: "sender" | "receiver"): Promise<Ends> {
  const repo = new GitRepo(await mkdtemp(join(tmpdir(), "repo-")), 1);
  const server = await makeServer();
  await cp(made.repo.dir, repo.dir, { recursive: true });
  await cp(made.server, server, { recursive: true });
  const config = join(repo.dir, ".git/config");
  await writeFile(config, (await readFile(config, "utf8")).replaceAll(made.server, server));
  const copy = new Ends(repo, server);
  await copy.watch(side);
  return copy;
}

describe.each(["sender", "receiver"] as const)("of a push, at its %s", (side) => {
  test("the commits that the server has not are read, and a push with a key is refused", async () => {
    await using all = await ends(side);
    await all.repo.commit({ b: "clean" });
    expect(await all.push("origin", "main")).toEqual({ places: [], commits: 1, gaps: [], pushed: true });
    await all.repo.commit({ b: "x\nNEEDLE" });
    await all.repo.commit({ b: "gone again" });
    expect(await all.push("origin", "main")).toEqual({ places: ["b:2:1"], commits: 2, gaps: [], pushed: false });
  });

  test("a new branch brings what no branch of the server has", async () => {
    await using all = await ends(side);
    await all.repo.commit({ old: "NEEDLEold" });
    await all.pushUnseen("origin", "main");
    await all.repo.git("fetch", "--quiet");
    await all.repo.branch("topic");
    await all.repo.commit({ c: "clean" });
    expect(await all.push("origin", "topic")).toEqual({ places: [], commits: 1, gaps: [], pushed: true });
    await all.repo.branch("other", "main");
    await all.repo.commit({ c: "NEEDLEnew" });
    expect(await all.push("origin", "other")).toMatchObject({ places: ["c:1:1"], commits: 1, pushed: false });
  });

  test("all branches of one push are read, and what they share is read once", async () => {
    await using all = await ends(side);
    await all.repo.commit({ shared: "NEEDLEs" });
    await all.repo.branch("one");
    await all.repo.commit({ one: "NEEDLE1" });
    await all.repo.branch("two", "main");
    await all.repo.commit({ two: "NEEDLE2" });
    const seen = await all.push("origin", "main", "one", "two");
    expect(seen).toEqual({ places: ["one:1:1", "shared:1:1", "two:1:1"], commits: 3, gaps: [], pushed: false });
  });

  test("the first push of all brings all", async () => {
    await using all = await ends(side);
    await rm(join(all.server, "refs/heads/main"), { force: true });
    await all.repo.git("fetch", "--quiet", "--prune");
    await all.repo.commit({ b: "NEEDLE" });
    expect(await all.push("origin", "main")).toMatchObject({ places: ["b:1:1"], commits: 2, pushed: false });
  });

  test("what was merged from a branch that the server has is not new", async () => {
    await using all = await ends(side);
    await all.repo.branch("topic");
    await all.repo.commit({ topic: "NEEDLEt" });
    await all.repo.switchTo("main");
    await all.repo.commit({ main: "NEEDLEm" });
    await all.pushUnseen("origin", "main", "topic");
    await all.repo.git("fetch", "--quiet");
    await all.repo.merge("topic");
    expect(await all.push("origin", "main")).toEqual({ places: [], commits: 1, gaps: [], pushed: true });
    await all.repo.git("reset", "--quiet", "--hard", "HEAD^");
    await all.repo.merge("topic", { evil: "NEEDLEe" });
    expect(await all.push("--force", "origin", "main")).toMatchObject({ places: ["evil:1:1"], commits: 1 });
  });

  test("a forced push brings what replaces the old", async () => {
    await using all = await ends(side);
    await all.repo.commit({ b: "NEEDLEold" });
    await all.pushUnseen("origin", "main");
    await all.repo.git("reset", "--quiet", "--hard", "HEAD^");
    await all.repo.commit({ c: "NEEDLEnew" });
    expect(await all.push("--force", "origin", "main")).toEqual({
      places: ["c:1:1"],
      commits: 1,
      gaps: [],
      pushed: false,
    });
  });

  test("the message of a tag is read, also where its commit is known; a branch that goes brings nothing", async () => {
    await using all = await ends(side);
    await all.repo.git("tag", "--annotate", "v1", "--message=NEEDLE");
    expect(await all.push("origin", "v1")).toMatchObject({ places: ["tag-message:1:1"], commits: 0, pushed: false });
    await all.repo.git("tag", "light");
    expect(await all.push("origin", "light")).toEqual({ places: [], commits: 0, gaps: [], pushed: true });
    expect(await all.push("--delete", "origin", "light")).toMatchObject({ places: [], gaps: [], pushed: true });
    await all.repo.commit({ b: "NEEDLE" });
    await all.repo.git("tag", "--annotate", "v2", "--message=clean");
    expect(await all.push("origin", "v2")).toMatchObject({ places: ["b:1:1"], commits: 1, pushed: false });
  });

  test("notes, tags and branches that stay behind do no harm; pushed on purpose they are read", async () => {
    await using all = await ends(side);
    const long = `NEEDLE${"x".repeat(40)}`;
    await all.repo.commit({ b: "clean" });
    await all.repo.git("notes", "add", "--message=NEEDLEnote", "HEAD");
    await all.repo.git("branch", long);
    await all.repo.git("tag", long);
    await all.repo.git("tag", "--annotate", "v1", "--message=NEEDLEtag");
    expect(await all.push("origin", "main")).toEqual({ places: [], commits: 1, gaps: [], pushed: true });
    expect(await all.push("origin", "refs/notes/commits")).toMatchObject({
      places: [`${await all.repo.oid("HEAD")}:1:1`],
      pushed: false,
    });
    expect(await all.push("--follow-tags", "origin", "main")).toMatchObject({
      places: ["tag-message:1:1"],
      pushed: false,
    });
    const mirrored = await all.push("--mirror", "origin");
    expect(mirrored.places.toSorted()).toEqual([
      `${await all.repo.oid("HEAD")}:1:1`,
      `refs/heads/${long}:null:null`,
      `refs/tags/${long}:null:null`,
      "tag-message:1:1",
    ]);
  });

  test("a tag of a file is read, and the name of a new branch", async () => {
    await using all = await ends(side);
    await all.repo.write({ lone: "NEEDLE" });
    await all.repo.git("tag", "lone", await all.repo.git("hash-object", "-w", "lone"));
    expect(await all.push("origin", "lone")).toMatchObject({ places: ["file:1:1"], pushed: false });
    const name = `NEEDLE${"x".repeat(40)}`;
    await all.repo.git("branch", name);
    expect(await all.push("origin", name)).toMatchObject({ places: [`refs/heads/${name}:null:null`], pushed: false });
  });

  test("a key that the server had before is told to be no new one", async () => {
    await using all = await ends(side);
    await all.repo.commit({ b: "NEEDLEold\n" });
    await all.pushUnseen("origin", "main");
    await all.repo.commit({ b: "NEEDLEold\nmore\n" });
    expect(await all.push("origin", "main")).toMatchObject({ places: ["old b:1:1"], commits: 1 });
  });
});

describe("before a push leaves", () => {
  test("what the server got meanwhile from others, and is not here, does no harm", async () => {
    await using all = await ends("sender");
    await using other = await all.repo.clone();
    await other.commit({ theirs: "1" });
    await other.git("push", "--quiet", all.server, "main");
    await all.repo.commit({ ours: "NEEDLE" });
    expect(await all.push("--force", "origin", "main")).toMatchObject({ places: ["ours:1:1"], commits: 1, gaps: [] });
  });

  test("what another remote has is new to this one", async () => {
    await using all = await ends("sender");
    await all.repo.commit({ b: "NEEDLE" });
    await all.repo.git("update-ref", "refs/remotes/backup/main", "HEAD");
    expect(await all.push("origin", "main:topic")).toMatchObject({ places: ["b:1:1"], pushed: false });
    const lines = `refs/heads/main ${await all.repo.oid("main")} refs/heads/topic ${NONE}\n`;
    const anywhere = { repo: all.repo.dir, environment: { PATH }, includes: () => true, lines };
    expect(await scanned((await openPushed(anywhere)).source)).toMatchObject({ sightings: [], gaps: [] });
  });

  test("a local name may be any revision, with blanks and all", async () => {
    await using all = await ends("sender");
    await all.repo.commit({ b: "NEEDLE" }, "two words");
    const seen = await all.push("origin", "HEAD^{/two words}:refs/heads/topic");
    expect(seen).toMatchObject({ places: ["b:1:1"], pushed: false });
  });

  test("a push that brings nothing is clean", async () => {
    await using all = await ends("sender");
    expect(await all.push("origin", "main")).toEqual({ places: [], commits: 0, gaps: [], pushed: true });
  });

  test("the pre-commit framework tells of it in variables", async () => {
    await using all = await ends("sender");
    const base = await all.repo.oid("HEAD");
    const head = await all.repo.commit({ b: "NEEDLE" });
    const scan = async (told: Record<string, string>) => {
      const environment = {
        PATH,
        PRE_COMMIT_REMOTE_BRANCH: "refs/heads/main",
        PRE_COMMIT_REMOTE_NAME: "origin",
        ...told,
      };
      const opened = await openPushed({ repo: all.repo.dir, environment, includes: () => true, lines: "" });
      return { ...(await scanned(opened.source)), change: opened.change };
    };
    const range = await scan({ PRE_COMMIT_FROM_REF: base, PRE_COMMIT_TO_REF: head });
    expect(range.change).toEqual({ kind: "range", base, head, unpushed: true });
    expect(range.sightings.map(placeOf)).toEqual(["b:1:1"]);
    const whole = await scan({ PRE_COMMIT_LOCAL_BRANCH: "refs/heads/main", PRE_COMMIT_REMOTE_NAME: "nobody" });
    expect(whole).toMatchObject({ coverage: { commits: 2 }, gaps: [] });
    expect(whole.sightings.map(placeOf)).toEqual(["b:1:1"]);
  });

  test("it is known whether no server has the commits yet", async () => {
    await using all = await ends("sender");
    const lines = async () => `refs/heads/main ${await all.repo.oid("main")} refs/heads/topic ${NONE}\n`;
    const open = async (remote: string | null) => {
      const told = { repo: all.repo.dir, environment: { PATH }, includes: () => true, lines: await lines(), remote };
      const { change, source } = await openPushed(told);
      await scanned(source);
      return change;
    };
    await all.repo.commit({ b: "NEEDLE" });
    const head = await all.repo.commit({ c: "NEEDLE" });
    expect(await open("origin")).toMatchObject({ head, unpushed: true });
    await all.repo.git("update-ref", "refs/remotes/backup/main", "HEAD^");
    expect(await open("origin")).toEqual({ kind: "range", base: await all.repo.oid("HEAD^^"), head });
    expect(await open(null)).toEqual({ kind: "range", base: await all.repo.oid("HEAD^"), head, unpushed: true });
    // Where no remote is known by this name, nothing says what its server has.
    expect(await open(all.server)).toEqual({ kind: "range", base: null, head });
  });
});

describe("what git tells a hook", () => {
  test("is told apart by the number of words", () => {
    const [one, two] = ["1".repeat(40), "2".repeat(64)];
    expect(parseRefUpdates(`refs/heads/a ${one} refs/heads/b ${NONE}\n(delete) ${NONE} refs/heads/c ${two}\n`)).toEqual(
      {
        side: "sender",
        updates: [
          { ref: "refs/heads/b", before: null, after: one },
          { ref: "refs/heads/c", before: two, after: null },
        ],
      },
    );
    expect(parseRefUpdates(`${NONE} ${one} refs/heads/a\r\n`)).toEqual({
      side: "receiver",
      updates: [{ ref: "refs/heads/a", before: null, after: one }],
    });
    expect(parseRefUpdates(`${one} ${one} refs/heads/b ${NONE}`)).toMatchObject({ side: "sender" });
    expect(parseRefUpdates(`${NONE} ${one} refs/heads/a\u00a0b`).updates[0]?.ref).toBe("refs/heads/a\u00a0b");
  });

  test("is read as it was written, or not at all", () => {
    const name = fc.stringMatching(/^[0-9a-f]{40}$/);
    const ref = fc.stringMatching(/^refs\/[a-z]+\/[^ \r\n]+$/);
    const local = fc.string({ unit: "grapheme" }).filter((text) => !/[\r\n]/.test(text));
    const line = fc.tuple(local, name, ref, name);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const updates = parseRefUpdates(lines.map((words) => `${words.join(" ")}\n`).join("")).updates;
        expect(updates.map(({ ref: to, before, after }) => [after, to, before])).toEqual(
          lines.map(([, after, to, before]) => [
            /^0+$/.test(after) ? null : after,
            to,
            /^0+$/.test(before) ? null : before,
          ]),
        );
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          expect(parseRefUpdates(text).updates).toHaveLength(text.split(/\r?\n/).filter((one) => one !== "").length);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });

  test.each([
    "anything else",
    `${NONE} refs/heads/a`,
    `${NONE} ${NONE} refs/heads/a\nrefs/heads/a ${NONE} refs/heads/a ${NONE}`,
  ])("is the only thing that is understood: %j", (lines) => {
    expect(() => parseRefUpdates(lines)).toThrow(UsageError);
  });

  test("about a commit that is not here ends the run", async () => {
    await using repo = await gitRepo({ a: "1" });
    const lines = `refs/heads/a ${"1".repeat(40)} refs/heads/a ${NONE}`;
    const { source } = await openPushed({ repo: repo.dir, environment: { PATH }, includes: () => true, lines });
    await expect(scanned(source)).rejects.toThrow(UsageError);
  });

  test("lets nobody choose the objects that are read, outside a quarantine", async () => {
    await using repo = await gitRepo({ a: "1" });
    const head = await repo.commit({ b: "NEEDLE" });
    const environment = { PATH, GIT_OBJECT_DIRECTORY: join(tmpdir(), "nowhere") };
    const lines = `${await repo.oid("HEAD^")} ${head} refs/heads/topic`;
    await repo.git("reset", "--quiet", "--hard", "HEAD^");
    const { source } = await openPushed({ repo: repo.dir, environment, includes: () => true, lines });
    expect((await scanned(source)).sightings.map(placeOf)).toEqual(["b:1:1"]);
  });
});

describe("in repositories of other kinds", () => {
  const open = async ({ dir }: { dir: string }, lines: string) => {
    const { source } = await openPushed({ repo: dir, environment: { PATH }, includes: () => true, lines });
    return await scanned(source);
  };

  test("names of SHA-256 are understood", async () => {
    await using repo = await gitRepo({ a: "1" }, { objectFormat: "sha256" });
    const base = await repo.oid("HEAD");
    const head = await repo.commit({ b: "NEEDLE" });
    const seen = await open(repo, `refs/heads/main ${head} refs/heads/main ${base}\n`);
    expect(seen).toMatchObject({ sightings: [{ path: "b" }], coverage: { commits: 1 }, gaps: [] });
    const fresh = await open(repo, `refs/heads/main ${head} refs/heads/main ${"0".repeat(64)}\n`);
    expect(fresh).toMatchObject({ coverage: { commits: 2 }, gaps: [] });
  });

  test("a shallow clone can push what it made itself", async () => {
    await using origin = await gitRepo({ a: "1" });
    await origin.commit({ a: "2" });
    await using repo = await origin.clone("--depth=1");
    const head = await repo.commit({ b: "NEEDLE" });
    const seen = await open(repo, `refs/heads/topic ${head} refs/heads/topic ${NONE}\n`);
    expect(seen).toMatchObject({ sightings: [{ path: "b" }], coverage: { commits: 1 }, gaps: [] });
  });

  test("a branch that took over from another many times is read for what is its own", async () => {
    await using repo = await gitRepo({ a: "1" });
    await repo.branch("topic");
    for (let turn = 0; turn < 5; turn += 1) {
      await repo.switchTo("main");
      await repo.commit({ a: `NEEDLEmain${turn}` });
      await repo.switchTo("topic");
      await repo.commit({ [`topic${turn}`]: "NEEDLEtopic" });
      await repo.merge("main");
    }
    await repo.git("update-ref", "refs/remotes/origin/main", "main");
    const head = await repo.oid("topic");
    const { sightings, coverage } = await open(repo, `refs/heads/topic ${head} refs/heads/topic ${NONE}\n`);
    expect(sightings.map(({ path }) => path)).toEqual(["topic0", "topic1", "topic2", "topic3", "topic4"]);
    expect(coverage.commits).toBe(10);
  });
});

test("a push of many tags starts few processes for each", async () => {
  await using repo = await gitRepo({ a: "1" });
  const bin = await mkdtemp(join(tmpdir(), "bin-"));
  const real = (await promisify(execFile)("sh", ["-c", "command -v git"])).stdout.trim();
  await writeFile(join(bin, "git"), `#!/bin/sh\necho x >> '${bin}/starts'\nexec '${real}' "$@"\n`, { mode: 0o755 });
  const head = await repo.oid("HEAD");
  await repo.git("update-ref", "refs/remotes/origin/main", head);
  const lines = Array.from({ length: 200 }, (_, n) => `refs/tags/${n} ${head} refs/tags/${n} ${NONE}\n`).join("");
  const environment = { PATH: `${bin}:${PATH}` };
  const { source } = await openPushed({ repo: repo.dir, environment, includes: () => true, lines });
  expect((await scanned(source)).gaps).toEqual([]);
  expect((await readFile(join(bin, "starts"), "utf8")).length).toBeLessThan(10);
  await rm(bin, { recursive: true });
});
