import { execFile } from "node:child_process";
import { appendFile, mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Sighting } from "../../src/domain/candidate.ts";
import type { Clock } from "../../src/domain/clock.ts";
import type { Containment } from "../../src/domain/decision.ts";
import type { Outcome } from "../../src/domain/outcome.ts";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { UsageError } from "../../src/errors.ts";
import { openJournal } from "../../src/journal/journal.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../support/facts.ts";
import { TestClock } from "../support/test-clock.ts";

const KEY = createFakeKey("project", "journal");
const NAME = computeFingerprint(KEY);
const OTHER = computeFingerprint(createFakeKey("project", "another"));
const AT = new Date("2026-11-21T10:00:00Z");
const LATER = new Date("2026-11-21T10:00:05Z");
const RUN = { id: "77", actor: "ada", repository: "acme/shop" };
const REVOKED: Outcome = {
  kind: "contained",
  by: "revoke",
  verified: true,
  stopped: true,
  at: LATER,
  endsAt: null,
  scopesBefore: null,
};

/** Who started the runs. */
const STARTER = { kind: "user", id: "ada", name: null };

let folder: string;
let count = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "journal-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A file that is not there yet. */
function fresh(): string {
  count += 1;
  return path.join(folder, `audit-${count}.jsonl`);
}

function act(
  fingerprint = NAME,
  containment: Containment = { kind: "revoke", record: recordOf(KEY) },
  sightings: readonly Sighting[] = [sighting()],
) {
  return { fingerprint, containment, sightings, at: AT };
}

async function journal(file: string, clock: Clock = new TestClock()) {
  return await openJournal({ file, run: RUN, clock });
}

async function linesIn(file: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(file, "utf8");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe("the audit file", () => {
  test("says before an act who, what and why, and after it what came of it", async () => {
    const file = fresh();
    const one = await journal(file);
    await one.begin(act());
    expect(await linesIn(file)).toEqual([
      {
        v: 1,
        event: "begin",
        at: "2026-11-21T10:00:00.000Z",
        fingerprint: NAME,
        act: "revoke",
        grace: null,
        record: {
          id: "key_1",
          name: "ci",
          home: { kind: "project", id: "proj_1", name: "Web" },
          owner: { kind: "user", id: "user-1", name: "Ada" },
        },
        why: {
          onLeak: "revoke",
          places: 1,
          sightings: [{ where: "file", path: "src/app.ts", line: 3, commit: "c".repeat(40) }],
        },
        run: RUN,
      },
    ]);
    await one.end(NAME, "key_1", REVOKED, LATER);
    expect((await linesIn(file))[1]).toEqual({
      v: 1,
      event: "end",
      at: "2026-11-21T10:00:05.000Z",
      fingerprint: NAME,
      act: "revoke",
      record: { id: "key_1" },
      outcome: {
        kind: "contained",
        by: "revoke",
        verified: true,
        stopped: true,
        at: "2026-11-21T10:00:05.000Z",
        endsAt: null,
        scopesBefore: null,
      },
      run: RUN,
    });
  });

  test("keeps the scopes that a quarantine took away, and how long a grace was", async () => {
    const file = fresh();
    const one = await journal(file);
    await one.begin(act(NAME, { kind: "quarantine", record: recordOf(KEY) }));
    await one.end(NAME, "key_1", { ...REVOKED, by: "quarantine", scopesBefore: ["api.all"] }, LATER);
    await one.begin(act(OTHER, { kind: "expire", record: recordOf(KEY), grace: 90 }));
    await one.end(OTHER, "key_1", { kind: "failed", because: "network" }, LATER);
    const lines = await linesIn(file);
    expect(lines[1]).toMatchObject({ outcome: { by: "quarantine", scopesBefore: ["api.all"] } });
    expect(lines[2]).toMatchObject({ act: "expire", grace: 90 });
    expect(lines[3]).toMatchObject({ act: "expire", outcome: { kind: "failed", because: "network" } });
  });

  test("is readable by its owner alone", async () => {
    const file = fresh();
    await journal(file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("is never rewritten: what stood in it stays to the byte", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    const before = await readFile(file);
    const next = await journal(file);
    await next.end(NAME, "key_1", REVOKED, LATER);
    await next.begin(act(OTHER));
    const after = await readFile(file);
    expect(after.subarray(0, before.length)).toEqual(before);
  });

  test("goes on in a new file when the old one is moved away, as when logs are rotated", async () => {
    const file = fresh();
    const one = await journal(file);
    await one.begin(act());
    await rename(file, `${file}.1`);
    await one.end(NAME, "key_1", REVOKED, LATER);
    expect(await linesIn(file)).toMatchObject([{ event: "end", act: "revoke" }]);
    // An end whose beginning went with the old file is no damage.
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });

  test("holds no key, no end of one, no redacted value, and nobody's address, whatever the names are", async () => {
    const file = fresh();
    const hostile = [
      sighting({ path: `fixtures/${KEY}.txt` }),
      sighting({ where: "path", path: Buffer.from(KEY).toString("hex") }),
      sighting({ path: `\u001b[31m\u202egnp.exe\n::error::x ##[error] \u2028 "\\` }),
      sighting({ path: "x".repeat(1_000_000) }),
    ];
    const record = recordOf(KEY, {
      name: `prod ${KEY}`,
      owner: { kind: "user", id: "user-1", name: "ada@example.org" },
    });
    const one = await openJournal({ file, run: { ...RUN, branch: `b/${KEY}` }, clock: new TestClock() });
    await one.begin(act(NAME, { kind: "revoke", record }, hostile));
    await one.end(NAME, record.id, REVOKED, LATER);
    const text = await readFile(file, "utf8");
    for (const half of [KEY, KEY.slice(0, 30), KEY.slice(-30), record.redacted ?? "", `${KEY.slice(-4)}`]) {
      expect(text).not.toContain(half);
    }
    expect(text).not.toContain(Buffer.from(KEY).toString("hex"));
    expect(text).not.toContain("@");
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(text).not.toContain("##[");
    expect(text.length).toBeLessThan(10_000);
    const [begin] = await linesIn(file);
    expect(begin).toMatchObject({
      why: { sightings: [{ path: "fixtures/sk-….txt" }, { path: null }, { path: hostile[2]?.path }, {}] },
    });
  });

  test("tells five places at most, and how many there are", async () => {
    const file = fresh();
    const many = Array.from({ length: 40 }, (_, line) => sighting({ line }));
    await (await journal(file)).begin(act(NAME, undefined, many));
    const [begin] = await linesIn(file);
    const sightings = many.slice(0, 5).map(({ line }) => expect.objectContaining({ line }));
    expect(begin).toMatchObject({ why: { places: 40, sightings } });
  });

  test("takes any name there is, and stays one line of JSON for each act", async () => {
    const file = fresh();
    const one = await journal(file);
    let begun = 0;
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "binary-ascii" }));
    await fc.assert(
      fc.asyncProperty(text, text, text, async (name, where, id) => {
        await one.begin(
          act(NAME, { kind: "revoke", record: recordOf(KEY, { id, name }) }, [sighting({ path: where })]),
        );
        begun += 1;
        expect((await linesIn(file)).length).toBe(begun);
      }),
      { numRuns: 20 },
    );
    expect((await (await journal(file)).recorded()).has(NAME)).toBe(true);
  });
});

describe("what earlier runs left", () => {
  test("an act without its end is unfinished, and its key is known", async () => {
    const file = fresh();
    const one = await journal(file);
    await one.begin(act());
    await one.end(NAME, "key_1", REVOKED, LATER);
    await one.begin(act(OTHER, { kind: "expire", record: recordOf(KEY, { id: "key_2" }), grace: 60 }));
    const next = await journal(file);
    expect(await next.unfinished()).toEqual([{ fingerprint: OTHER, id: "key_2", act: "expire", at: AT, by: STARTER }]);
    expect(new Set((await next.recorded()).keys())).toEqual(new Set([NAME, OTHER]));
    // Of what it begins itself a run knows without a file.
    expect(await one.unfinished()).toEqual([]);
  });

  test("how each act ended is read back, by key and record, with who started it", async () => {
    const file = fresh();
    const one = await journal(file);
    const record = recordOf(KEY);
    for (const outcome of [
      { ...REVOKED, by: "quarantine", stopped: false, scopesBefore: ["api.all"] },
      { kind: "refused", because: "read-only-admin-key" },
      { kind: "failed", because: "network" },
    ] as const satisfies readonly Outcome[]) {
      await one.begin(act(NAME, { kind: "quarantine", record }));
      await one.end(NAME, "key_1", outcome, LATER);
    }
    await one.begin(act(NAME, { kind: "revoke", record }));
    // The begin of this one was moved away with its file.
    await one.end(OTHER, "key_2", { ...REVOKED, by: "expire", endsAt: LATER }, LATER);
    const recorded = await (await journal(file)).recorded();
    const begun = { fingerprint: NAME, id: "key_1", at: AT, by: STARTER };
    expect(recorded.get(NAME)).toEqual([
      { ...begun, act: "quarantine", end: { by: "quarantine", at: LATER, endsAt: null, scopesBefore: ["api.all"] } },
      { ...begun, act: "quarantine", end: "nothing-done" },
      { ...begun, act: "revoke", end: "open" },
    ]);
    expect(recorded.get(OTHER)).toMatchObject([{ id: "key_2", act: "expire", end: { by: "expire", endsAt: LATER } }]);
  });

  test("a record that was gone when it was to be deleted was deleted by us", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    await (await journal(file)).end(NAME, "key_1", { kind: "already-gone" }, LATER);
    const recorded = await (await journal(file)).recorded();
    expect(recorded.get(NAME)).toMatchObject([{ act: "revoke", end: { by: "revoke", at: AT } }]);
  });

  test("a later run ends what an earlier one began, with the name of the act", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    await (await journal(file)).end(NAME, "key_1", { kind: "already-gone" }, LATER);
    expect((await linesIn(file))[1]).toMatchObject({ event: "end", act: "revoke", outcome: { kind: "already-gone" } });
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });

  test("one end ends an act that was begun twice: the second run did what the first could not", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    const second = await journal(file);
    await second.begin({ ...act(), at: LATER });
    expect(await (await journal(file)).unfinished()).toMatchObject([{ at: LATER }]);
    await second.end(NAME, "key_1", REVOKED, LATER);
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });

  test("an end that says refused leaves open what an earlier run began: it did nothing, and tells nothing", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    const later = await journal(file);
    await later.begin({ ...act(), at: LATER });
    await later.end(NAME, "key_1", { kind: "refused", because: "read-only-admin-key" }, LATER);
    const third = await journal(file);
    expect(await third.unfinished()).toEqual([{ fingerprint: NAME, id: "key_1", act: "revoke", at: AT, by: STARTER }]);
    await third.begin(act());
    await third.end(NAME, "key_1", REVOKED, LATER);
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });

  test("the same key's other record stays open", async () => {
    const file = fresh();
    const one = await journal(file);
    await one.begin(act());
    await one.begin(act(NAME, { kind: "revoke", record: recordOf(KEY, { id: "key_2" }) }));
    await one.end(NAME, "key_1", REVOKED, LATER);
    expect(await (await journal(file)).unfinished()).toMatchObject([{ id: "key_2" }]);
  });

  test("a file that is empty, or ends without a line feed, is as good as any", async () => {
    const file = fresh();
    await writeFile(file, "");
    await (await journal(file)).begin(act());
    await writeFile(file, (await readFile(file, "utf8")).trimEnd());
    const next = await journal(file);
    expect(await next.unfinished()).toHaveLength(1);
    await next.end(NAME, "key_1", REVOKED, LATER);
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });
});

describe("a key that an audit found, whose text nobody has", () => {
  const record = recordOf(KEY);
  const fix = { fingerprint: null, rule: "unused", containment: { kind: "revoke", record }, at: AT } as const;

  test("has lines without a fingerprint: the record is named, and the reason is the rule", async () => {
    const file = fresh();
    const kept = await journal(file);
    await kept.begin(fix);
    await kept.end(null, "key_1", { ...REVOKED, stopped: false }, LATER);
    const [begin, end] = await linesIn(file);
    expect(begin).toMatchObject({
      v: 1,
      event: "begin",
      fingerprint: null,
      act: "revoke",
      record: { id: "key_1" },
      why: { rule: "unused" },
    });
    expect(end).toMatchObject({ event: "end", fingerprint: null, act: "revoke", outcome: { kind: "contained" } });
    expect(await (await journal(file)).unfinishedFixes()).toEqual([]);
  });

  test("that was begun and never ended is told to the next run, apart from keys that leaked", async () => {
    const file = fresh();
    const kept = await journal(file);
    await kept.begin(act());
    await kept.begin(fix);
    const next = await journal(file);
    expect(await next.unfinishedFixes()).toEqual([{ id: "key_1", act: "revoke", at: AT, by: STARTER, grace: null }]);
    expect(await next.unfinished()).toMatchObject([{ fingerprint: NAME, id: "key_1" }]);
    expect([...(await next.recorded()).keys()]).toEqual([NAME]);
    await next.end(null, "key_1", { kind: "already-gone" }, LATER);
    const last = await journal(file);
    expect(await last.unfinishedFixes()).toEqual([]);
    expect(await last.unfinished()).toHaveLength(1);
    expect((await linesIn(file)).at(-1)).toMatchObject({ act: "revoke", outcome: { kind: "already-gone" } });
  });
});

describe("a line that was torn off", () => {
  test("wherever it was: a torn begin was never done, a torn end leaves its act open, and the next line stands alone", async () => {
    const whole = fresh();
    const one = await journal(whole);
    await one.begin(act());
    const begun = (await readFile(whole)).length;
    await one.end(NAME, "key_1", REVOKED, LATER);
    const bytes = await readFile(whole);
    const edges = [1, 2, 7, 8, begun - 2, begun - 1, begun, begun + 1, begun + 8, bytes.length - 2, bytes.length - 1];
    const cuts = Array.from({ length: bytes.length - 1 }, (_, index) => index + 1);
    for (const cut of cuts.filter((one) => one % 17 === 0 || edges.includes(one))) {
      const file = `${whole}.${cut}`;
      await writeFile(file, bytes.subarray(0, cut));
      const next = await journal(file);
      const isOpen = cut >= begun - 1 && cut < bytes.length - 1;
      expect(await next.unfinished(), `cut at ${cut}`).toHaveLength(isOpen ? 1 : 0);
      await next.begin(act(OTHER));
      const after = await journal(file);
      expect(await after.unfinished(), `after a cut at ${cut}`).toHaveLength(isOpen ? 2 : 1);
      expect((await readFile(file)).subarray(0, cut)).toEqual(bytes.subarray(0, cut));
      await rm(file);
    }
  });

  test("is said to be torn by the line after it, once", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    await appendFile(file, '{"v":1,"event":"end","at":"2026');
    await (await journal(file)).end(NAME, "key_1", REVOKED, LATER);
    await (await journal(file)).begin(act(OTHER));
    const lines = (await readFile(file, "utf8")).split("\n");
    expect(lines.length).toBe(6);
    expect(lines[2]).toContain('"event":"torn"');
    expect(await (await journal(file)).unfinished()).toMatchObject([{ fingerprint: OTHER }]);
  });

  test("is closed off only when no other process finishes it within a moment", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    const begun = (await readFile(file, "utf8")).trimEnd();
    await writeFile(file, begun);
    const clock = new TestClock();
    const finishing = { ...clock, sleep: async () => await appendFile(file, "\n") };
    await (await journal(file, finishing)).end(NAME, "key_1", REVOKED, LATER);
    expect(await linesIn(file)).toMatchObject([{ event: "begin" }, { event: "end" }]);
    await writeFile(file, begun);
    await (await journal(file, clock)).end(NAME, "key_1", REVOKED, LATER);
    expect(await linesIn(file)).toMatchObject([{ event: "begin" }, { event: "torn" }, { event: "end" }]);
    expect(clock.sleeps).toEqual([1, 10, 50]);
  });

  test("may be nothing but zero bytes, as after a power cut", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    await appendFile(file, Buffer.alloc(700));
    const next = await journal(file);
    await next.end(NAME, "key_1", REVOKED, LATER);
    expect(await (await journal(file)).unfinished()).toEqual([]);
  });

  test("on a full disk: the begin is refused, and the next run goes on", async () => {
    const file = fresh();
    await (await journal(file)).begin(act());
    const { size } = await stat(file);
    // bash counts in blocks of 1,024 bytes: the second line breaks off within.
    const limit = Math.ceil((size + 1) / 1024);
    const driver = path.join(import.meta.dirname, "append.ts");
    const { stdout } = await promisify(execFile)("bash", [
      "-c",
      'ulimit -f "$1"; shift; exec "$@"',
      "bash",
      String(limit),
      process.execPath,
      driver,
      file,
      "3",
      "x".repeat(900),
    ]);
    expect((await stat(file)).size).toBe(limit * 1024);
    // What was said to be written is there as a whole; the line that broke off was refused.
    const whole = (await readFile(file, "utf8")).split("\n").length - 1;
    expect(stdout).toContain(`refused after ${whole - 1} lines: Error: the line was written in part`);
    const next = await journal(file);
    const open = await next.unfinished();
    await next.begin(act(OTHER));
    expect(await (await journal(file)).unfinished()).toHaveLength(open.length + 1);
  });
});

describe("a line that is none of ours", () => {
  const good = `{"v":1,"event":"begin","at":"2026-11-21T10:00:00Z","fingerprint":"${NAME}","act":"revoke","record":{"id":"k"}}`;
  test.each([
    ["a text", "hello\n", 1, "is not JSON"],
    ["a text without a line feed", "hello", 1, "is not JSON"],
    ["half a line of ours, with others after it", `${good.slice(0, 40)}\n${good}\n`, 1, "is not JSON"],
    ["half a line of ours that was closed off by hand", `${good}\n${good.slice(0, 40)}\n`, 2, "is not JSON"],
    ["two lines in one", `${good}\n${good}${good}\n`, 2, "is not JSON"],
    ["other JSON", `${good}\n{"level":"info"}\n`, 2, "was not written by openai-key-guard"],
    ["a list", "[1]\n", 1, "is not JSON"],
    ["a later version", `{"v":2}\n`, 1, "newer version"],
    ["an act nobody knows", `${good.replace("revoke", "rename")}\n`, 1, "what was done"],
    ["no time", `${good.replace("2026-11-21T10:00:00Z", "soon")}\n`, 1, "what was done"],
    ["no key", `${good.replace(NAME, "x")}\n`, 1, "which key"],
    ["bytes without a line", Buffer.alloc(3 << 20, 1), 1, "is not JSON"],
    ["an endless line that begins like one of ours", `{"v":1,${"x".repeat(2 << 20)}\n${good}\n`, 1, "is not JSON"],
  ])("%s is refused by its number, and nothing is changed", async (_name, content, line, why) => {
    const file = fresh();
    await writeFile(file, content);
    const error = await journal(file).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toContain(`Line ${line} of the audit file ${JSON.stringify(file)}`);
    expect(String(error)).toContain(why);
    expect(await readFile(file)).toEqual(Buffer.from(content));
  });
});

describe("a file that cannot be kept is told at the opening", () => {
  test.each<[string, () => Promise<string>, RegExp]>([
    ["in a folder that is not there", async () => path.join(folder, "none", "a.jsonl"), /folder does not exist/],
    ["in a file", async () => path.join(await empty(), "a.jsonl"), /A part of this path is a file/],
    ["a folder", async () => await made(), /is a folder/],
    ["a folder by its slash", async () => `${fresh()}/`, /is a folder/],
    ["a symbolic link", async () => await linked(await empty()), /symbolic link/],
    ["a symbolic link to nothing", async () => await linked(fresh()), /symbolic link/],
    ["/dev/null", async () => "/dev/null", /not a regular file/],
    ["a pipe", async () => await pipe(), /not a regular file/],
    ["a name with a zero byte", async () => `${folder}/a\0b`, /cannot be opened/],
  ])("%s", async (_name, make, words) => {
    const file = await make();
    const error = await journal(file).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(UsageError);
    expect(String(error)).toMatch(words);
    expect(String(error)).toContain(JSON.stringify(file));
  });

  test("a file that this user may not write", async () => {
    const file = await empty();
    // Root may write everywhere: then somebody else tries.
    const other = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    await promisify(execFile)("chmod", ["0444", file]);
    await promisify(execFile)("chmod", ["0755", folder]);
    const driver = path.join(import.meta.dirname, "append.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [driver, file, "1", "x"], other);
    expect(stdout).toMatch(/UsageError.*may not write it \(EACCES\)/);
  });

  test("when the folder goes away later, an act is not begun", async () => {
    const gone = await made();
    const one = await journal(path.join(gone, "a.jsonl"));
    await rm(gone, { recursive: true });
    await expect(one.begin(act())).rejects.toThrow("folder does not exist");
  });
});

test("lines of several processes that append at once never mix", async () => {
  const file = fresh();
  const driver = path.join(import.meta.dirname, "append.ts");
  const names = ["a", "b", "c", "d"].map((letter) => letter.repeat(900));
  await Promise.all(names.map((name) => promisify(execFile)(process.execPath, [driver, file, "60", name])));
  const lines = await linesIn(file);
  for (const name of names) {
    expect(lines.filter((line) => (line["record"] as { name?: string }).name === name)).toHaveLength(60);
  }
  expect(await (await journal(file)).unfinished()).toEqual([]);
});

async function empty(): Promise<string> {
  const file = fresh();
  await writeFile(file, "");
  return file;
}

async function made(): Promise<string> {
  const file = fresh();
  await mkdir(file);
  return file;
}

async function linked(target: string): Promise<string> {
  const file = fresh();
  await symlink(target, file);
  return file;
}

async function pipe(): Promise<string> {
  const file = fresh();
  await promisify(execFile)("mkfifo", [file]);
  return file;
}
