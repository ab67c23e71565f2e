import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createE2eEnvironment } from "../support/e2e-environment.ts";
import { startWebhook, type WebhookAnswer } from "../support/webhook.ts";

/** A pull request that leaks a key of ours, and somebody who is told. */
async function leaky(...answers: WebhookAnswer[]) {
  const all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  await all.repo.commit({ "a.ts": key.text }, "add");
  const hook = await startWebhook(...answers);
  const leave = async () => {
    await hook[Symbol.asyncDispose]();
    await all[Symbol.asyncDispose]();
  };
  return { all, key, hook, inputs: { "notify-url": hook.url }, [Symbol.asyncDispose]: leave };
}

type Told = { keys: { state: string; done: object | null }[]; pullRequest: { number: number } };

describe("a run with somebody to tell", () => {
  test("tells once of a leak, and not again while nothing is new on the pull request", async () => {
    await using at = await leaky();
    const { all, hook, inputs } = at;
    expect(await all.pullRequest({ inputs })).toMatchObject({ exitCode: 1 });
    expect(hook.messages).toMatchObject([
      { repository: "acme/shop", pullRequest: { number: 7 }, keys: [{ state: "live" }] },
    ]);
    await all.repo.commit({ "b.ts": "1\n" }, "more");
    await all.pullRequest({ inputs });
    expect(hook.deliveries).toHaveLength(1);

    const other = all.acme.accountKey(all.web, "other");
    await all.repo.commit({ "c.ts": other.text }, "another");
    await all.pullRequest({ inputs });
    expect((hook.messages.at(-1) as Told).keys).toHaveLength(2);
    expect(hook.deliveries).toHaveLength(2);
  });

  test("tells after an act what was done, and that only once", async () => {
    await using at = await leaky();
    const { all, hook } = at;
    const inputs = { ...at.inputs, "on-leak": "revoke", "notify-when": "contained" };
    await all.pullRequest({ inputs: at.inputs && { ...at.inputs, "notify-when": "contained" } });
    expect(hook.deliveries).toEqual([]);
    await all.pullRequest({ inputs });
    expect((hook.messages.at(-1) as Told).keys).toMatchObject([{ done: { act: "revoke", verified: true } }]);
    await all.pullRequest({ inputs });
    expect(hook.deliveries).toHaveLength(1);
  });

  test("tells nobody of a clean change", async () => {
    await using all = await createE2eEnvironment();
    await using hook = await startWebhook();
    await all.repo.commit({ "a.ts": "1\n" }, "add");
    expect(await all.pullRequest({ inputs: { "notify-url": hook.url } })).toMatchObject({ exitCode: 0 });
    expect(hook.deliveries).toEqual([]);
  });

  test("signs what a program gets with NOTIFY_SECRET, and masks both in the log", async () => {
    await using at = await leaky();
    const env = { NOTIFY_SECRET: "a signing secret" };
    const ran = await at.all.pullRequest({ inputs: at.inputs, env });
    const [{ headers, body } = { headers: {} as never, body: "" }] = at.hook.deliveries;
    const expected = createHmac("sha256", env.NOTIFY_SECRET).update(body).digest("hex");
    expect(headers["x-hub-signature-256"]).toBe(`sha256=${expected}`);
    expect(ran.stdout).toContain(`::add-mask::${at.hook.url}`);
    expect(ran.stdout).toContain("::add-mask::a signing secret");
  });

  test("names what the detail allows, to a channel of people", async () => {
    await using at = await leaky();
    const { all, hook } = at;
    await all.pullRequest({ inputs: { ...at.inputs, "notify-format": "slack", detail: "full" } });
    await all.repo.commit({ "b.ts": all.acme.accountKey(all.web, "two", { name: "search" }).text }, "two");
    await all.pullRequest({ inputs: { ...at.inputs, "notify-format": "teams", detail: "minimal" } });
    const [full = "", minimal = ""] = hook.deliveries.map(({ body }) => body);
    expect(full).toContain("checkout");
    expect(minimal).toContain("AdaptiveCard");
    expect(minimal).not.toMatch(/checkout|search|Web/);
  });

  test.each<[string, WebhookAnswer, RegExp]>([
    ["refuses", { status: 404, body: "no_service" }, /answer was 404\. The address in notify-url is wrong/],
    [
      "redirects",
      { status: 301, headers: { location: "http://127.0.0.1/x" } },
      /redirect \(301\), which is not followed/,
    ],
    ["fails", { status: 500 }, /answer was 500, three times/],
    ["breaks off", "reset", /nobody answered three times/],
  ])("is not stopped by one who %s: one warning, and everything else stands", async (_, answer, words) => {
    await using at = await leaky(answer);
    const ran = await at.all.pullRequest({ inputs: at.inputs });
    expect(ran).toMatchObject({ exitCode: 1, outputs: { conclusion: "leaked" } });
    expect(at.all.comments()).toHaveLength(1);
    const warnings = ran.stdout.match(/^::warning::.*$/gm) ?? [];
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(words);
    expect(ran.stdout.replaceAll(/^::add-mask::.*$/gm, "")).not.toMatch(/T0SECRETTOKEN|no_service/);
  });

  test("refuses an address that is not encrypted before anything is done, and does not quote it", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit({ "a.ts": "1\n" }, "add");
    const ran = await all.pullRequest({ inputs: { "notify-url": "http://acme.example/T0SECRETTOKEN" } });
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toContain("notify-url does not begin with https://");
    expect(ran.stdout).not.toContain("T0SECRETTOKEN");
  });
});

describe("the command line with NOTIFY_URL", () => {
  test("tells of a leak that is published, and never of what was not pushed", async () => {
    await using at = await leaky();
    const { all, hook } = at;
    const env = { NOTIFY_URL: hook.url, OPENAI_ADMIN_KEY: all.adminKey };
    const base = ["--openai-base-url", all.openai.baseURL, "--notify-format", "slack"];
    const ran = await all.cli(["scan", "--history", ...base], env);
    expect(ran.exitCode).toBe(1);
    expect(hook.deliveries).toHaveLength(1);
    expect(hook.deliveries[0]?.body).toContain("A live OpenAI key leaked");
    expect(`${ran.stdout}${ran.stderr}`).not.toContain("T0SECRETTOKEN");

    await all.repo.write({ "staged.ts": all.acme.accountKey(all.web, "x").text });
    await all.repo.git("add", "staged.ts");
    expect(await all.cli(["scan", "--staged"], env)).toMatchObject({ exitCode: 1 });
    expect(hook.deliveries).toHaveLength(1);
  });

  test("warns where nobody can be told, and ends as it would have", async () => {
    await using at = await leaky({ status: 400 });
    const ran = await at.all.cli(["scan", "--history"], { NOTIFY_URL: at.hook.url });
    expect(ran.exitCode).toBe(1);
    expect(ran.stderr).toContain("The message to the webhook was not sent: the answer was 400.");
  });
});

describe("the audit with somebody to tell", () => {
  test("tells of what is new alone, where an issue remembers it", async () => {
    await using all = await createE2eEnvironment();
    await using hook = await startWebhook();
    all.acme.userKey(all.web, all.ada, { name: "laptop" });
    const token = all.github.token({ repo: "acme/shop", permissions: { contents: "read", issues: "write" } });
    const audit = async (issue: string) => {
      const { scheduleEvent } = await import("../support/events.ts");
      const inputs = { "notify-url": hook.url, issue, detail: "full" };
      return await all.event(scheduleEvent(), { story: "audit", inputs, token });
    };
    await audit("true");
    await audit("true");
    expect(hook.messages).toMatchObject([{ kind: "audit", repository: "acme/shop", more: 0 }]);
    all.acme.userKey(all.web, all.ada, { name: "desktop" });
    await audit("true");
    expect(hook.deliveries).toHaveLength(2);
    await audit("false");
    expect(hook.deliveries).toHaveLength(3);
    for (const { body } of hook.deliveries) expect(body).not.toMatch(/laptop|desktop|Ada/);
  });
});

describe("a rotation with somebody to tell", () => {
  test("tells of what was rotated, and of what was to be and is not; of a dry run nobody", async () => {
    await using all = await createE2eEnvironment();
    await using hook = await startWebhook();
    const bot = all.acme.accountKey(all.web, "bot", { name: "checkout" });
    const { scheduleEvent } = await import("../support/events.ts");
    const rotate = async (inputs: Record<string, string>) => {
      const place = { to: `file:${all.folder}/key-${hook.deliveries.length}`, scopes: "all", wait: "0" };
      return await all.event(scheduleEvent(), {
        story: "rotate",
        inputs: { "notify-url": hook.url, keys: bot.id, detail: "full", ...place, ...inputs },
        token: all.github.token({ repo: "acme/shop", permissions: { contents: "read" } }),
      });
    };
    await rotate({ "dry-run": "true" });
    expect(hook.deliveries).toEqual([]);
    expect(await rotate({})).toMatchObject({ exitCode: 0 });
    const told = { kind: "rotation", repository: "acme/shop", conclusion: "rotated", rotated: 1, failed: 0 };
    expect(hook.messages).toMatchObject([{ ...told, keys: [{ old: bot.id, state: "rotated", because: null }] }]);
    await rotate({ keys: "nobody" });
    expect(hook.messages.at(-1)).toMatchObject({
      failed: 1,
      keys: [{ old: null, state: "refused", because: "not-listed" }],
    });
    expect(JSON.stringify(hook.messages)).not.toMatch(/checkout|sk-/);
  });
});
