import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { computeFingerprint } from "../src/domain/secret.ts";
import { createDecoy, createFakeKey } from "../src/sandbox/fake-keys.ts";
import { createE2eEnvironment } from "./support/e2e-environment.ts";

const source = (key: string) => `const client = new OpenAI({ apiKey: "${key}" });\n`;
const revoke = { "on-leak": "revoke" };

describe("a pull request that leaks a key of ours", () => {
  test("is stopped, its key revoked and proven dead; the comment is updated, and resolved once the key is gone", async () => {
    await using all = await createE2eEnvironment(undefined, { isBundled: true });
    const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
    const leaked = await all.repo.commit({ "src/a.ts": source(key.text) }, "add");

    const first = await all.pullRequest({ inputs: revoke });
    expect(first.exitCode).toBe(1);
    expect(first.outputs).toMatchObject({ conclusion: "leaked", found: "1", active: "0", contained: "1" });
    expect((await all.report(first)).findings).toMatchObject([
      {
        kind: "service-account",
        identity: { kind: "ours" },
        validity: { kind: "inactive", because: "deleted" },
        decision: { kind: "revoke" },
        outcome: { kind: "contained", verified: true },
        sightings: [{ path: "src/a.ts", line: 1, inHead: true, preexisting: false }],
        blocks: true,
      },
    ]);
    expect(key.deletedAt).not.toBe(null);
    const [comment] = all.comments();
    expect(comment?.body).toContain(`openai-key-guard:v1 head=${leaked} `);
    expect(comment?.body).toContain(`contained ${computeFingerprint(key.text)}`);

    // The same head again: nothing is deleted twice, no second comment.
    const deletions = () =>
      all.openai.requests.filter(({ method, path }) => method === "DELETE" && path.endsWith(`/${key.id}`)).length;
    expect(deletions()).toBe(1);
    const second = await all.pullRequest({ inputs: revoke });
    expect(second.exitCode).toBe(1);
    expect((await all.report(second)).findings).toMatchObject([
      {
        identity: { kind: "unchecked", because: "contained-before" },
        validity: { kind: "inactive", because: "refused" },
        outcome: { kind: "left" },
      },
    ]);
    const third = await all.pullRequest({ inputs: revoke });
    expect(third.outputs).toMatchObject({ ...second.outputs, report: expect.any(String) as string });
    expect(deletions()).toBe(1);
    expect(all.comments()).toHaveLength(1);

    // Removed from the head: the key is dead, so that history does no harm.
    await all.repo.commit({ "src/a.ts": "const client = new OpenAI();\n" }, "remove");
    const last = await all.pullRequest({ inputs: revoke, before: leaked });
    expect(last.exitCode).toBe(0);
    expect(last.outputs).toMatchObject({ conclusion: "clean", found: "1", active: "0", contained: "0" });
    expect(all.comments()).toHaveLength(1);
    expect(all.comments()[0]?.body).toMatch(/resolved/i);
    expect(all.comments()[0]?.body).toContain(`contained ${computeFingerprint(key.text)}`);
  });

  test("is reported and left alone when nobody asked for more, and stays exposed until the key is dead", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.userKey(all.web, all.ada);
    await all.repo.commit({ "a.env": `K=${key.text}\n` }, "add");
    await all.repo.commit({ "a.env": null }, "remove");
    const ran = await all.pullRequest();
    expect(ran.exitCode).toBe(1);
    expect((await all.report(ran)).findings).toMatchObject([
      {
        validity: { kind: "active", because: "accepted" },
        outcome: { kind: "left", because: "report-only" },
        sightings: [{ inHead: false }],
      },
    ]);
    expect(key.deletedAt).toBe(null);
    expect(ran.stdout).toMatch(/^::error title=.*file=a\.env,line=1/m);
    expect(ran.summary).toContain("a.env");
  });

  test("in a rehearsal everything is decided and nothing touched", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.userKey(all.web, all.ada);
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest({ inputs: { ...revoke, "dry-run": "true" } });
    expect((await all.report(ran)).findings).toMatchObject([
      { decision: { kind: "revoke" }, outcome: { kind: "rehearsed", because: "would-revoke" } },
    ]);
    expect(key.deletedAt).toBe(null);
    expect(ran.outputs["contained"]).toBe("0");
  });

  test("protected keys and too many keys are left alone", async () => {
    await using all = await createE2eEnvironment();
    const keys = [1, 2, 3].map((index) => all.acme.accountKey(all.web, `bot ${index}`));
    await all.repo.commit({ "a.ts": keys.map(({ text }) => source(text)).join("") }, "add");
    for (const [inputs, because] of [
      [{ "max-contained": "2" }, "too-many"],
      [{ protect: "Web" }, "protected"],
    ] as const) {
      const { findings } = await all.report(await all.pullRequest({ inputs: { ...revoke, ...inputs } }));
      expect(findings.map(({ outcome }) => outcome)).toEqual(keys.map(() => ({ kind: "left", because })));
    }
    expect(keys.every(({ deletedAt }) => deletedAt === null)).toBe(true);
  });
});

describe("whatever answers in GitHub's place", () => {
  test.each([
    ["a login page", "html"],
    ["nobody", "reset"],
    ["a viewer that is null", { status: 200, body: { data: { viewer: null } } }],
    ["a refusal", { status: 403, body: { message: "Resource not accessible by integration" } }],
  ] as const)("%s costs the comment alone, and one warning", async (_, fault) => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    all.github.fault(({ path }) => (path.startsWith("/acme/") ? null : fault));
    const ran = await all.pullRequest({ inputs: revoke });
    expect(ran).toMatchObject({ exitCode: 1, outputs: { conclusion: "leaked", contained: "1" } });
    expect(key.deletedAt).not.toBe(null);
    expect(ran.summary).toContain("> The comment could not be written: ");
    expect(ran.stdout.match(/^::warning::/gm)).toHaveLength(1);
  });
});

describe("a key that is not proven ours", () => {
  test("a decoy does not get the key revoked whose ends it has", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "production");
    await all.repo.commit({ "a.ts": source(createDecoy(key.text)) }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect(ran.exitCode).toBe(1);
    expect((await all.report(ran)).findings).toMatchObject([
      { identity: { kind: "ours" }, validity: { because: "refused" }, outcome: { because: "not-accepted" } },
    ]);
    expect(key.deletedAt).toBe(null);
  });

  test("a stranger's key is not tried", async () => {
    await using all = await createE2eEnvironment();
    const other = all.openai.organization("other");
    const key = other.userKey(other.project("x"), other.user("Eve"));
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect(ran.exitCode).toBe(1);
    expect((await all.report(ran)).findings).toMatchObject([
      { identity: { kind: "foreign" }, validity: { kind: "unknown", because: "not-tried" } },
    ]);
    expect(all.openai.requests.map(({ path }) => path)).not.toContain("/v1/me");
  });

  test("a key that two records fit is left alone, and both are named", async () => {
    await using all = await createE2eEnvironment();
    all.acme.redaction = "dots";
    const key = all.acme.accountKey(all.web, "one");
    all.acme.accountKey(all.web, "two", { text: createDecoy(key.text) });
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect((await all.report(ran)).findings).toMatchObject([
      { identity: { kind: "ambiguous" }, outcome: { because: "ambiguous" }, blocks: true },
    ]);
    expect(key.deletedAt).toBe(null);
  });

  test("the Admin API key of the run itself is never revoked by it", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(all.adminKey) }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect((await all.report(ran)).findings).toMatchObject([
      { kind: "admin", outcome: { kind: "left", because: "own-admin-key" } },
    ]);
  });

  test("without an Admin API key all is found and reported, and nobody is asked", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest({ inputs: { "openai-admin-key": "" } });
    expect(ran.exitCode).toBe(1);
    expect((await all.report(ran)).findings).toMatchObject([
      { identity: { kind: "unchecked", because: "no-admin-key" } },
    ]);
    expect(all.openai.requests).toEqual([]);
  });

  test("an Admin API key that is refused is told with the scope it lacks, and findings are still reported", async () => {
    await using all = await createE2eEnvironment();
    const weak = all.acme.adminKey(all.ada, { scopes: ["api.usage.read"] });
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    const ran = await all.pullRequest({ inputs: { "openai-admin-key": weak.text } });
    expect(ran.exitCode).toBe(1);
    const { findings, gaps } = await all.report(ran);
    expect(findings).toMatchObject([{ identity: { kind: "unchecked", because: "inventory-incomplete" } }]);
    expect(gaps.map(({ detail }) => detail).join()).toContain("lacks the permission api.management.read");
    expect(ran.stdout).toContain("lacks the permission api.management.read");
  });
});

describe("the comment", () => {
  test("a fork's token loses the comment, not the verdict, and one line says which permission is missing", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    const token = all.github.token({ repo: "acme/shop", permissions: { contents: "read", "pull-requests": "read" } });
    const ran = await all.pullRequest({ token, headRepo: "eve/shop", inputs: { "openai-admin-key": "", ...revoke } });
    expect(ran.exitCode).toBe(1);
    expect(all.comments()).toEqual([]);
    expect(ran.stdout.match(/pull-requests: write/g)).toHaveLength(1);
    expect(ran.summary).toContain("pull-requests: write");
  });

  test("a marker that a stranger planted is not ours", async () => {
    await using all = await createE2eEnvironment();
    const key = createFakeKey("project", "x");
    const head = await all.repo.commit({ "a.ts": source(key) }, "add");
    const body = `<!-- openai-key-guard:v1 head=${head} -->\n<!-- openai-key-guard:contained ${computeFingerprint(key)} -->\nAll is well`;
    all.github.comment("acme/shop", 7, { login: "eve", type: "User", body });
    const ran = await all.pullRequest();
    expect(ran.exitCode).toBe(1);
    expect(all.openai.requests.map(({ path }) => path)).not.toContain("/v1/me");
    expect(all.comments().map(({ login }) => login)).toEqual(["eve", "github-actions[bot]"]);
    expect(all.comments()[0]?.body).toBe(body);
  });

  test("a run on an older head leaves a newer run's comment as it is", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    const older = await all.repo.oid("HEAD");
    await all.repo.commit({ "b.ts": "1\n" }, "more");
    const newer = await all.repo.oid("HEAD");
    await all.pullRequest();
    const pull = all.github.pull({ repo: "acme/shop", number: 7, head: newer, base: all.base });
    await all.repo.git("checkout", "--quiet", older);
    const before = all.comments()[0]?.body;
    const rerun = all.pullRequest();
    // The event is of the older head; by the time it runs, the pull request has moved on.
    pull.head.sha = newer;
    await rerun;
    expect(before).toContain(`head=${newer}`);
    expect(all.comments()).toHaveLength(1);
  });

  test("commits that a force-push took away turn it into what is left: keys that were never proven dead", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.userKey(all.web, all.ada);
    const leaked = await all.repo.commit({ "a.ts": source(key.text) }, "add");
    await all.pullRequest();
    await all.repo.git("reset", "--quiet", "--hard", all.base);
    await all.repo.commit({ "a.ts": "clean\n" }, "clean");
    const ran = await all.pullRequest({ before: leaked });
    expect(ran.exitCode).toBe(0);
    expect(all.comments()).toHaveLength(1);
    expect(all.comments()[0]?.body).toContain(computeFingerprint(key.text).slice(0, 8));
    expect(all.comments()[0]?.body).not.toContain("src/a.ts");
  });

  test("is not written twice when GitHub's answer to the first is lost", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    all.github.fault(({ method }) =>
      method === "POST" ? (real) => (real.status === 201 ? { status: 502 } : real) : null,
    );
    const ran = await all.pullRequest();
    expect(ran.exitCode).toBe(1);
    // It is looked for, and found: nothing is left to be said.
    expect(ran.stdout).not.toContain("The comment could not be written");
    expect(all.comments()).toHaveLength(1);
  });

  test.each([500, 404, 422])("that GitHub answers with %d neither fails nor greens the run", async (status) => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    all.github.fault(({ method, path }) =>
      method === "POST" && path.endsWith("/comments") ? { status, body: { message: "no" } } : null,
    );
    const ran = await all.pullRequest();
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain(`The comment could not be written: GitHub answered ${status}`);
  });
});

describe("a clean change", () => {
  test("asks OpenAI and GitHub nothing, and says one line", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": "clean\n" }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect(ran.exitCode).toBe(0);
    expect(ran.outputs).toMatchObject({ conclusion: "clean", found: "0", active: "0", contained: "0" });
    expect([...all.openai.requests, ...all.github.requests]).toEqual([]);
    expect(ran.summary).toBe("");
    expect(
      ran.stdout
        .replaceAll(/^::add-mask::.*\n/gm, "")
        .trim()
        .split("\n"),
    ).toHaveLength(1);
  });

  test("a key that the base had already does not fail an unrelated pull request", async () => {
    const key = createFakeKey("project", "old");
    await using all = await createE2eEnvironment({ "a.ts": source(key) });
    await all.repo.commit({ "a.ts": `${source(key)}// more\n` }, "add");
    const ran = await all.pullRequest({ inputs: revoke });
    expect(ran.exitCode).toBe(0);
    expect((await all.report(ran)).findings).toMatchObject([{ sightings: [{ preexisting: true }], blocks: false }]);
  });
});

describe("a push", () => {
  const zero = "0".repeat(40);

  test("is read from before to after, a new branch whole, and a deleted one not at all", async () => {
    await using all = await createE2eEnvironment();
    const after = await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    expect((await all.push("refs/heads/main", all.base, after)).exitCode).toBe(1);
    await all.repo.git("push", "--quiet", all.hosted.dir, `${all.base}:refs/heads/main`, `${after}:refs/heads/new`);
    expect((await all.push("refs/heads/new", zero, after)).exitCode).toBe(1);
    const deleted = await all.push("refs/heads/new", after, zero);
    expect(deleted.exitCode).toBe(0);
    expect(deleted.outputs["conclusion"]).toBe("clean");
    expect(all.comments()).toEqual([]);
  });
});

describe("the variables of a job", () => {
  test("that begin as inputs do are its own, unless they are a misspelt input", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": source(createFakeKey("project", "x")) }, "add");
    const ran = await all.pullRequest({ env: { INPUT_VERSION: "1.2", INPUT_PATH_PREFIX: "src", INPUT_FOO: "" } });
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).not.toMatch(/version|prefix|foo/i);
  });
});

describe("being used wrongly", () => {
  test.each([
    [{ "on-leek": "revoke" }, 'There is no input "on-leek". Did you mean on-leak?'],
    [
      { dry_run: "true" },
      'There is no input "dry_run". Did you mean dry-run? If "INPUT_DRY_RUN" is a variable of your own, rename it.',
    ],
    [{ "dry-run": "yes" }, 'dry-run is "yes". It must be true or false.'],
    [{ "fail-on": "always" }, 'fail-on is "always". It must be one of leak, active, never.'],
    [{ paths: "src/[a" }, "src/[a"],
    [{ "openai-base-url": "http://api.openai.com/v1" }, "must begin with https://"],
    [{ ...revoke, "openai-admin-key": "" }, "on-leak is revoke, which needs an Admin API key"],
  ] as const)("%o ends with exit code 2 and the mend", async (inputs: object, message) => {
    await using all = await createE2eEnvironment();
    const ran = await all.pullRequest({ inputs });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toContain(message);
    expect(ran.stdout).not.toContain("    at ");
  });

  test("minimal detail in public repositories names nobody, in the file too", async () => {
    await using all = await createE2eEnvironment();
    all.hosted.visibility = "public";
    const key = all.acme.accountKey(all.web, "secret-project-bot", { name: "secret name" });
    await all.repo.commit({ "a.ts": source(key.text) }, "add");
    const ran = await all.pullRequest();
    const file = await readFile(ran.outputs["report"] ?? "", "utf8");
    const said = [ran.stdout.replaceAll(/^::add-mask::.*$/gm, ""), ran.summary, file, all.comments()[0]?.body].join();
    for (const word of ["secret-project-bot", "secret name", `…${key.text.slice(-4)}`])
      expect(said).not.toContain(word);
    expect(said).toContain(key.id);
  });
});
