import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SweptRepository } from "../../src/domain/sweep.ts";
import { formatShard, parseShard } from "../../src/sweep/documents/shard-document.ts";
import { TestClock } from "../support/test-clock.ts";
import { fingerprintOf, keyOf, type SweptOrganization, startOrganization } from "./organization.ts";

let acme: SweptOrganization;
/** What one shard hands over of all repositories. */
let whole: readonly SweptRepository[];

beforeAll(async () => {
  acme = await startOrganization();
  await acme.host("acme/web", [{ "app.py": `key = "${keyOf("web")}"\n` }, { "readme.md": "hello\n" }]);
  await acme.host("acme/gone", [{ "a.txt": keyOf("gone") }, { "a.txt": "clean\n" }]);
  await acme.host("acme/pulls", [{ "a.txt": "x" }, { "b.txt": keyOf("pull") }], {
    refs: { "refs/heads/main": "HEAD~1", "refs/pull/7/head": "HEAD" },
  });
  await acme.host("acme/names", [{ [`dir/${keyOf("name")}.txt`]: "x" }]);
  await acme.host("acme/clean", [{ "a.txt": "clean\n" }], { options: { isArchived: true } });
  await acme.host("acme/empty", []);
  whole = await acme.scan(await acme.plan(1));
});
afterAll(async () => await acme[Symbol.asyncDispose]());

const summarize = (records: readonly SweptRepository[]) =>
  Object.fromEntries(
    records.map(({ name, state, keys, gaps }) => [
      name.replace("acme/", ""),
      [state, ...keys.map(({ fingerprint }) => fingerprint), ...gaps.map(({ detail }) => detail)],
    ]),
  );

describe("a shard", () => {
  test("has a record for each repository: keys of all its refs, with their places and without their texts", async () => {
    expect(summarize(whole)).toEqual({
      clean: ["read"],
      empty: ["empty"],
      gone: ["read", fingerprintOf("gone")],
      names: ["read", fingerprintOf("name")],
      pulls: ["read", fingerprintOf("pull")],
      web: ["read", fingerprintOf("web")],
    });
    const [web, names] = ["acme/web", "acme/names"].map((name) => whole.find((one) => one.name === name)?.keys[0]);
    expect(web).toMatchObject({
      kind: "service-account",
      confidence: "certain",
      sightings: [{ path: "app.py", line: 1, column: 8, inHead: true }],
      objects: [expect.stringMatching(/^[0-9a-f]{40}$/)],
    });
    // A name is in no object that a shard could hand over without the key.
    expect(names?.objects).toEqual([]);
    expect(await acme.left()).toEqual([]);
  });

  test("hands over no text of a key, and what it hands over is read back as it was", async () => {
    const text = formatShard({ plan: "0".repeat(64), shard: 0, repositories: whole });
    for (const word of ["web", "gone", "pull", "name"]) expect(text).not.toContain(keyOf(word).slice(8, 40));
    const parsed = parseShard(text, "shard-0.json");
    const keyless = (records: readonly SweptRepository[]) => records.filter(({ name }) => name !== "acme/names");
    expect(keyless(parsed.repositories)).toEqual(keyless(whole));
    expect(() => parseShard(text.replace("app.py", "app.js"), "shard-0.json")).toThrow(/was changed/);
  });

  test("shows no end of a key under detail minimal", async () => {
    const records = await acme.scan(await acme.plan(1), { detail: "minimal" });
    expect(records.flatMap(({ keys }) => keys).every(({ mask }) => mask.endsWith("…"))).toBe(true);
  });

  test("finds the same in any number of shards", async () => {
    const many = await acme.scan(await acme.plan(6));
    const timeless = (records: readonly SweptRepository[]) =>
      records.map((record) => ({ ...record, coverage: { ...record.coverage, milliseconds: 0 } }));
    expect(timeless(many)).toEqual(timeless(whole));
  });

  test("makes three requests for a repository that was never read, and none of the API", async () => {
    await using org = await startOrganization();
    const refs = { "refs/heads/v1.0": "HEAD" };
    await org.host("acme/odd", [{ "a.txt": keyOf("odd") }], { refs, options: { defaultBranch: "v1.0" } });
    await org.host("acme/plain", [{ "a.txt": keyOf("plain") }]);
    const plan = await org.plan(1);
    const before = org.github.requests.length;
    const records = await org.scan(plan);
    // The branch whose files count as still there is the default one, whatever it is called.
    expect(records.flatMap(({ keys }) => keys.flatMap((key) => key.sightings))).toMatchObject([
      { path: "a.txt", inHead: true },
      { path: "a.txt", inHead: true },
    ]);
    const asked = org.github.requests.slice(before).map(({ path }) => path.replace(/^\/acme\/\w+/, ""));
    expect(asked.toSorted()).toEqual(
      ["/info/refs", "/git-upload-pack", "/git-upload-pack"].flatMap((path) => [path, path]).toSorted(),
    );
  });

  test("reads nothing again whose refs are those that an earlier sweep has read", async () => {
    const state = { organization: "acme", at: new Date(0), repositories: whole };
    const before = acme.github.requests.length;
    const again = await acme.scan(await acme.plan(1, state));
    expect(again.map(({ name, state: how }) => [name, how])).toEqual(
      whole.map(({ name, state: how }) => [name, how === "empty" ? "empty" : "unchanged"]),
    );
    const asked = acme.github.requests.slice(before).filter(({ path }) => path.endsWith("git-upload-pack"));
    // The listing of refs takes one; nothing is fetched.
    expect(asked.length).toBeLessThanOrEqual(whole.length);
  });
});

describe("a bad repository", () => {
  test("costs its own record alone, whatever is wrong with it", async () => {
    await using org = await startOrganization();
    await org.host("acme/good", [{ "a.txt": keyOf("good") }]);
    const broken = await org.host("acme/broken", [{ "a.txt": "x" }]);
    for (const folder of await readdir(join(broken, "objects"))) {
      if (/^[0-9a-f]{2}$/.test(folder)) await rm(join(broken, "objects", folder), { recursive: true });
    }
    await org.host("acme/off", [{ "a.txt": "x" }], { options: { isDisabled: true } });
    await org.host("acme/vanishing", [{ "a.txt": "x" }]);
    await org.host("acme/renamed", [{ "a.txt": keyOf("renamed") }]);
    await org.host("acme/sold", [{ "a.txt": "x" }]);
    await org.host("acme/huge", [{ "a.txt": "x" }], { options: { kilobytes: 900_000_000 } });
    const plan = await org.plan(1);
    await org.github.remove("acme/vanishing");
    await org.github.rename("acme/renamed", "acme/new-name");
    await org.github.rename("acme/sold", "other/sold");
    org.token = org.github.token({ repo: "other/sold", organization: "acme", permissions: { contents: "read" } });
    const records = await org.scan(plan, { maxBytes: 1e9 });
    expect(summarize(records)).toEqual({
      broken: ["unread", expect.stringMatching(/could not be fetched/)],
      good: ["read", fingerprintOf("good")],
      huge: ["unread", expect.stringMatching(/too large for the disk here: there is room for 1.0 GB/)],
      "new-name": ["read", fingerprintOf("renamed")],
      off: ["unread", expect.stringMatching(/HTTP 403/)],
      "other/sold": ["unread", expect.stringMatching(/another owner now and is called "other\/sold"/)],
      vanishing: ["unread", expect.stringMatching(/no longer has it/)],
    });
    expect(records.filter(({ refs }) => refs !== null).map(({ name }) => name)).toEqual(["acme/good", "acme/new-name"]);
    expect(await org.left()).toEqual([]);
  });

  test("that takes too long is read as far as it was, and is a gap", async () => {
    const [web] = (await acme.scan(await acme.plan(1), { readingLimit: -1 })).filter(({ name }) => name === "acme/web");
    expect(web).toMatchObject({ refs: null });
    expect(web?.gaps.map(({ detail }) => detail).join()).toMatch(/longer than/);
  });
});

describe("a token that ends", () => {
  test("makes gaps of all that was not fetched by then, and one that was renewed is used", async () => {
    const clock = new TestClock();
    await using org = await startOrganization(clock);
    for (const name of ["a", "b", "c", "d", "e", "f", "g"]) await org.host(`acme/${name}`, [{ "a.txt": keyOf(name) }]);
    const plan = await org.plan(1);
    const endsAt = new Date(clock.now().getTime() + 3_600_000);
    org.token = org.createToken({ endsAt });
    let packs = 0;
    org.github.fault(({ path }) => {
      // Two for each repository, of which four are fetched at once.
      if (path.endsWith("/git-upload-pack") && ++packs === 10) clock.advance(3_600_000);
      return null;
    });
    const ended = await org.scan(plan);
    const states = ended.map(({ state }) => state);
    expect(states).toContain("read");
    expect(states).toContain("unread");
    const gaps = ended.filter(({ state }) => state === "unread").flatMap((one) => one.gaps);
    expect(new Set(gaps.map(({ detail }) => detail))).toEqual(
      new Set(["It was not read, since GitHub no longer accepts the token. An app's token ends after an hour."]),
    );
    const renewed = org.createToken();
    let reads = 0;
    const records = await org.scan(plan, { readToken: async () => (++reads > 1 ? renewed : org.token) });
    expect(records.map(({ state }) => state)).toEqual(plan.shards.flat().map(() => "read"));
  });
});
