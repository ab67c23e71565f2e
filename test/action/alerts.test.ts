import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { buildFilePlace } from "../../src/sandbox/github/alerts/alert-places.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { scheduleEvent } from "../support/events.ts";

const PLACE = { path: "a.py", line: 3, column: 9, length: 164, commit: "c".repeat(40), blob: "b".repeat(40) };

/** A repository with alerts for a key of ours and for a stranger's. */
async function alerted() {
  const all = await createE2eEnvironment();
  const ours = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  const stranger = createFakeKey("project", "of a stranger");
  const places = [buildFilePlace(`${all.github.origin}/repos/acme/shop`, PLACE)];
  const open = (secret: string) => all.github.alert("acme/shop", { secret, places });
  const token = all.github.token({
    repo: "acme/shop",
    kind: "fine-grained",
    permissions: { contents: "read", "secret-scanning-alerts": "write" },
  });
  return { all, ours, stranger, open, token };
}

const run = async (all: E2eEnvironment, token: string, inputs: Record<string, string> = {}) =>
  await all.event(scheduleEvent(), { token, inputs: { scan: "alerts", ...inputs } });

/** The log without the lines by which the runner is told to mask. */
const shown = ({ stdout }: { stdout: string }) => stdout.replaceAll(/^::add-mask::.*$/gm, "");

describe("scan: alerts", () => {
  test("is clean without an alert, and asks for nothing but the list", async () => {
    const { all, token } = await alerted();
    await using _ = all;
    expect(await run(all, token)).toMatchObject({ exitCode: 0, outputs: { conclusion: "clean", found: "0" } });
    expect(all.github.requests.filter(({ path }) => path.startsWith("/repos/")).map(({ path }) => path)).toEqual([
      "/repos/acme/shop/secret-scanning/alerts",
    ]);
    expect(all.openai.requests).toEqual([]);
  });

  test("revokes a key of ours, closes its alert with the run's address, and masks what it found", async () => {
    const { all, ours, stranger, open, token } = await alerted();
    await using _ = all;
    const [alert, other] = [open(ours.text), open(stranger)];
    const ran = await run(all, token, { "on-leak": "revoke", "close-alerts": "true" });
    expect(ran, ran.stdout).toMatchObject({
      exitCode: 1,
      outputs: { conclusion: "leaked", found: "2", contained: "1" },
    });
    expect(ours.deletedAt).not.toBe(null);
    expect(alert).toMatchObject({ state: "resolved", resolution: "revoked" });
    expect(alert.comment).toContain("/acme/shop/actions/runs/19500000001");
    expect(other.state).toBe("open");
    expect(ran.stdout).toContain("Closed the alert acme/shop#1 as revoked.");
    expect(ran.stdout).toContain(`::add-mask::${ours.text}`);
    const kept = `${shown(ran)}${ran.summary}${JSON.stringify(await all.report(ran))}${alert.comment}`;
    for (const text of [ours.text, stranger]) expect(kept).not.toContain(text.slice(12, 40));
    expect(ran.summary).toContain("/acme/shop/security/secret-scanning/");
  });

  test("warns in one line where the alert may not be closed, and changes no verdict", async () => {
    const { all, ours, open, token } = await alerted();
    await using _ = all;
    open(ours.text);
    all.github.setUpAlerts("acme/shop", { isDelegated: true });
    const ran = await run(all, token, { "on-leak": "revoke", "close-alerts": "true" });
    expect(ran).toMatchObject({ exitCode: 0, outputs: { contained: "1" } });
    expect(ran.stdout.match(/^::warning::The alert acme\/shop#1 stays open.*$/gm)).toHaveLength(1);
  });

  test("leaves the alert open of a fake that copies the ends of a key, even where all keys are tried", async () => {
    const { all, ours, open, token } = await alerted();
    await using _ = all;
    const other = createFakeKey("service-account", "made up").slice(30, 60);
    const alert = open(`${ours.text.slice(0, 30)}${other}${ours.text.slice(60)}`);
    const ran = await run(all, token, { "on-leak": "revoke", "close-alerts": "true", "try-keys": "all" });
    const { findings } = await all.report(ran);
    expect(findings).toMatchObject([
      { identity: { kind: "ours" }, validity: { kind: "inactive", because: "refused" } },
    ]);
    expect(ours.deletedAt).toBe(null);
    expect(alert.state).toBe("open");
  });

  test("leaves the alert open of a key that was revoked by hand: nobody knows any more whose it was", async () => {
    const { all, ours, open, token } = await alerted();
    await using _ = all;
    const alert = open(ours.text);
    const inputs = { "on-leak": "revoke", "dry-run": "true", "close-alerts": "true" };
    expect(await run(all, token, inputs)).toMatchObject({ exitCode: 1, outputs: { contained: "0" } });
    expect(ours.deletedAt).toBe(null);
    ours.deletedAt = 0;
    const ran = await run(all, token, { "close-alerts": "true", "try-keys": "all" });
    expect(ran, ran.stdout).toMatchObject({ outputs: { found: "1", active: "0" } });
    expect(alert.state).toBe("open");
  });

  test("says which token it needs where it has the job's own", async () => {
    const { all, ours, open } = await alerted();
    await using _ = all;
    open(ours.text);
    const ran = await run(all, all.createToken());
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toMatch(/::error.*Secret scanning alerts: read\. The GITHUB_TOKEN of a job cannot have it/);
  });

  test("is refused for a pull request, with globs, and close-alerts without it", async () => {
    const { all, token } = await alerted();
    await using _ = all;
    const pull = await all.pullRequest({ token, inputs: { scan: "alerts" } });
    expect(pull).toMatchObject({
      exitCode: 2,
      stdout: expect.stringContaining("not read in a run for a pull request"),
    });
    expect(all.github.requests.filter(({ path }) => path.includes("secret-scanning"))).toEqual([]);
    const globs = await run(all, token, { paths: "src/**" });
    expect(globs).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("paths and exclude do nothing") });
    const closing = await run(all, token, { scan: "history", "close-alerts": "true" });
    expect(closing).toMatchObject({ exitCode: 2, stdout: expect.stringContaining("close-alerts does nothing") });
  });
});
