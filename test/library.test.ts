import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScanOptions, scan, UsageError } from "../src/library.ts";
import { createFakeKey } from "../src/sandbox/fake-keys.ts";
import { type OpenAISandbox, startOpenAI } from "../src/sandbox/openai/openai-sandbox.ts";
import { type GitRepo, gitRepo } from "./support/git-repo.ts";

let repo: GitRepo;
let openai: OpenAISandbox;

beforeAll(async () => {
  [repo, openai] = await Promise.all([gitRepo(), startOpenAI({ propagation: 0 })]);
  await repo.commit({ "README.md": "# Shop\n" }, "base");
});
afterAll(async () => {
  await Promise.all([repo[Symbol.asyncDispose](), openai.close()]);
});

/** What `scan` rejects with. */
async function refusalOf(options: unknown): Promise<string> {
  const error = await scan(options as ScanOptions).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe("the library", () => {
  test("scans a range as the command line does, and rehearses where dry-run says so", async () => {
    const acme = openai.organization("acme");
    const leaked = acme.accountKey(acme.project("Web"), "bot");
    const base = await repo.oid("HEAD");
    await repo.commit({ "app.ts": `const key = "${leaked.text}";\n` }, "leak");
    const report = await scan({
      repo: repo.dir,
      place: { kind: "range", range: `${base}..HEAD` },
      settings: {
        "openai-admin-key": acme.adminKey(acme.user("Ada")).text,
        "openai-base-url": openai.baseURL,
        "on-leak": "revoke",
        "dry-run": "true",
      },
    });
    expect(report.conclusion).toBe("leaked");
    expect(report.findings).toMatchObject([{ outcome: { kind: "rehearsed", because: "would-revoke" } }]);
    expect(leaked.deletedAt).toBeNull();
  });

  test("contains no other key once its signal is aborted", async () => {
    const acme = openai.organization("aborted");
    const leaked = acme.accountKey(acme.project("Web"), "bot");
    const base = await repo.oid("HEAD");
    await repo.commit({ "bot.ts": `const key = "${leaked.text}";\n` }, "leak");
    const report = await scan({
      repo: repo.dir,
      place: { kind: "range", range: `${base}..HEAD` },
      settings: {
        "openai-admin-key": acme.adminKey(acme.user("Ada")).text,
        "openai-base-url": openai.baseURL,
        "on-leak": "revoke",
      },
      signal: AbortSignal.abort(),
    });
    expect(report.findings).toMatchObject([{ outcome: { kind: "refused", because: "cancelled" } }]);
    expect(leaked.deletedAt).toBeNull();
  });

  test("takes a place's yes-or-no fields as no where they are left out", async () => {
    const place = { kind: "files", globs: ["README.md"] } as ScanOptions["place"] & object;
    expect(await scan({ repo: repo.dir, place })).toMatchObject({ conclusion: "clean", coverage: { blobs: 1 } });
  });
});

describe("the library refuses", () => {
  test.each<[string, unknown, string]>([
    ["no object of options", "main..HEAD", 'the argument of scan() is "main..HEAD". It must be an object'],
    ["a misspelt option", { plce: { kind: "staged" } }, 'There is no option "plce". Did you mean place?'],
    ["a repository that is no path", { repo: 7 }, "repo is 7. It must be a string."],
    ["a signal that is none", { signal: true }, "signal is true. It must be an AbortSignal."],
    ["settings that are a list", { settings: ["dry-run"] }, "settings is an array. It must be an object"],
    ["settings that are a Map", { settings: new Map([["dry-run", "true"]]) }, "settings is an object. It must be"],
    ["a misspelt setting", { settings: { protetc: "x" } }, 'There is no setting "protetc". Did you mean protect?'],
    ["a setting of no such name", { settings: { zzz: "x" } }, 'There is no setting "zzz".'],
    ["a boolean for a setting", { settings: { "dry-run": true } }, "dry-run is true. It must be a string"],
    ["a list for a setting", { settings: { protect: ["x"] } }, "protect is an array. It must be a string"],
    ["a setting of the Action", { settings: { comment: "never" } }, "The setting comment works in the Action only"],
    ["a file that it would not write", { settings: { "sarif-file": "a" } }, "The setting sarif-file works in the"],
    ["a wrong value", { settings: { "on-leak": "revok" } }, 'on-leak is "revok"'],
    ["a range in place of a place", { place: "main..HEAD" }, 'place is "main..HEAD". It must be an object, such as {'],
    ["a place without a kind", { place: { range: "main..HEAD" } }, "place.kind is undefined. It must be one of range"],
    ["a kind of no such name", { place: { kind: "bogus" } }, 'place.kind is "bogus"'],
    ["a misspelt kind", { place: { kind: "stagde" } }, "Did you mean staged?"],
    ["a range without a range", { place: { kind: "range" } }, "place.range is undefined. It must be a string or null."],
    [
      "a misspelt field of a place",
      { place: { kind: "files", golbs: ["**"] } },
      'There is no field of a place of kind files "golbs". Did you mean globs?',
    ],
    ["one glob for a list", { place: { kind: "files", globs: "**" } }, 'place.globs is "**". It must be an array'],
    ["a text for a yes or no", { place: { kind: "history", unreachable: "no" } }, 'place.unreachable is "no". It must'],
    ["a text for a stream", { place: { kind: "stdin", stream: "x", name: "x" } }, 'place.stream is "x". It must be a'],
  ])("%s", async (_name, options, message) => {
    expect(await refusalOf(options)).toContain(message);
  });

  test("a key in the wrong place without repeating it", async () => {
    const key = createFakeKey("project", "misplaced");
    for (const options of [key, { [key]: 1 }, { repo: repo.dir, place: key }, { settings: { [key]: "" } }]) {
      expect(await refusalOf(options)).not.toContain(key.slice(8, 30));
    }
  });
});
