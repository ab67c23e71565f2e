import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { computeFingerprint } from "../../src/domain/secret.ts";
import { createE2eEnvironment, type E2eEnvironment } from "../support/e2e-environment.ts";
import { fencesOf } from "./workflows.ts";

const PAGE = "docs/leaked-key.md";

/** The only snippet of the runbook that has this text. */
function snippet(text: string): string {
  const found = fencesOf(PAGE).filter((fence) => fence.text.includes(text));
  if (found.length !== 1) throw new Error(`${PAGE} has ${found.length} snippets with ${text}`);
  return found[0]?.text ?? "";
}

/** Runs a snippet in a shell, against the embedded OpenAI in place of OpenAI's address. */
async function type(all: E2eEnvironment, snippet: string, env: Record<string, string>): Promise<string> {
  const script = snippet.replaceAll("https://api.openai.com/v1", all.openai.baseURL);
  const options = { env: { PATH: process.env["PATH"], OPENAI_ADMIN_KEY: all.adminKey, ...env } };
  const running = promisify(execFile)("bash", ["-eo", "pipefail", "-c", script], options);
  running.child.stdin?.end(`${env["TYPED"] ?? ""}\n`);
  return (await running).stdout;
}

test("the runbook's commands for OpenAI's API list, revoke and check a key, and ask what it was used for", async () => {
  await using all = await createE2eEnvironment();
  const key = all.acme.accountKey(all.web, "bot", { name: "checkout" });
  const ids = { PROJECT: all.web.id, KEY_ID: key.id, START: String(Math.floor(Date.now() / 1000) - 3600) };
  expect(await type(all, snippet("owner_project_access=any"), ids)).toContain(`"${key.id}"`);
  expect(await type(all, snippet("/v1/models"), { TYPED: key.text })).toContain('"list"');
  expect(JSON.parse(await type(all, snippet("organization/usage"), ids))).toMatchObject({ object: "page" });
  expect(JSON.parse(await type(all, snippet("audit_logs"), ids))).toMatchObject({ object: "list" });
  expect(JSON.parse(await type(all, snippet("--request DELETE"), ids))).toMatchObject({ deleted: true });
  expect(key.deletedAt).not.toBe(null);
});

test("the runbook's commands of this tool name the key, rehearse, and then revoke it and no other", async () => {
  await using all = await createE2eEnvironment(undefined, { isBundled: true });
  const [leaked, other] = ["checkout", "search"].map((name) => all.acme.accountKey(all.web, name, { name }));
  if (!leaked || !other) throw new Error("no keys");
  await all.repo.commit({ "a.py": `key = "${leaked.text}"\n` }, "Leak");
  await all.repo.commit({ "a.py": null, "b.py": `key = "${other.text}"\n` }, "Leak another");
  const [rehearse = "", revoke = ""] = snippet("--approved FINGERPRINT").trim().split("\n");
  const audit = path.join(all.folder, "containment.jsonl");
  const run = async (line: string) => {
    const typed = line.replace("FINGERPRINT", computeFingerprint(leaked.text)).replace("containment.jsonl", audit);
    const [, ...args] = [...typed.split(" "), "--openai-base-url", all.openai.baseURL];
    return await all.cli(args, { OPENAI_ADMIN_KEY: all.adminKey });
  };
  expect((await run(rehearse)).stdout).toContain(computeFingerprint(leaked.text));
  expect([leaked.deletedAt, other.deletedAt]).toEqual([null, null]);
  await run(revoke);
  expect(leaked.deletedAt).not.toBe(null);
  expect(other.deletedAt).toBe(null);
  expect(await readFile(audit, "utf8")).toContain(leaked.id);
});
