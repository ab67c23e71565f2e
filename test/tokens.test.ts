import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createFakeToken } from "../src/sandbox/fake-tokens.ts";
import { createE2eEnvironment } from "./support/e2e-environment.ts";

const [access, agent, login] = (["codex-access-token", "agent-identity", "chatgpt-login"] as const).map((kind) =>
  createFakeToken(kind, "e2e"),
) as [string, string, string];
const ended = createFakeToken("chatgpt-login", "ended", { exp: 1_700_000_000 });

const FILES = {
  ".github/workflows/codex.yml": `steps:\n  - uses: openai/codex-action@v1\n    with:\n      codex-access-token: ${access}\n`,
  "agent.env": `CODEX_ACCESS_TOKEN=${agent}\n`,
  "auth.json": `{"tokens": {"access_token": "${login}"}}\n`,
  "old.txt": `${ended}\n`,
};

/** What the JSON report has of a token. */
type Told = Record<"kind" | "state" | "confidence" | "possession", string> & {
  identity: object;
  outcome: { kind: string };
};

describe("tokens of Codex and ChatGPT in a pull request", () => {
  test("are named as what they are, and OpenAI is never asked about them", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit(FILES, "add");
    const ran = await all.pullRequest({ inputs: { "on-leak": "revoke", "try-keys": "all" } });
    const { findings } = (await all.report(ran)) as unknown as { findings: readonly Told[] };
    expect(ran.exitCode).toBe(1);
    expect(findings.map(({ kind, state, confidence }) => `${kind} ${state} ${confidence}`).toSorted()).toEqual([
      "agent-identity unchecked certain",
      "chatgpt-login inactive certain",
      "chatgpt-login unchecked certain",
      "codex-access-token unchecked likely",
    ]);
    for (const { identity, possession, outcome } of findings) {
      expect(identity).toEqual({ kind: "unchecked", because: "not-listed-by-openai" });
      expect([possession, outcome.kind]).toEqual(["not-tried", "left"]);
    }
    expect(all.openai.requests).toEqual([]);
  });

  test("are told with who can end them, and nothing of their text", async () => {
    await using all = await createE2eEnvironment();
    await all.repo.commit(FILES, "add");
    const ran = await all.pullRequest({ inputs: { "sarif-file": path.join(all.folder, "a.sarif") } });
    const comment = all.comments()[0]?.body ?? "";
    for (const word of [
      "Codex access token",
      "Codex agent identity",
      "ChatGPT login",
      "ChatGPT admin console",
      "codex logout",
    ])
      expect(comment).toContain(word);
    expect(comment).not.toContain("platform.openai.com");
    expect(comment).not.toContain("openai-admin-key");
    const files = readdirSync(all.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const left = [
      comment,
      ran.stdout.replaceAll(/^::add-mask::.*$/gm, ""),
      ran.stderr,
      ran.summary,
      ...files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "latin1")),
    ];
    for (const token of [access, agent, login, ended])
      for (const part of [token.slice(3, 20), token.slice(-20), token.split(".")[1]?.slice(0, 40) ?? token])
        expect(left.filter((text) => text.includes(part))).toEqual([]);
  });

  test("leave the keys beside them to be handled as ever", async () => {
    await using all = await createE2eEnvironment();
    const key = all.acme.accountKey(all.web, "bot");
    await all.repo.commit({ ...FILES, "a.ts": `const key = "${key.text}";\n` }, "add");
    await all.pullRequest({ inputs: { "on-leak": "revoke" } });
    expect(key.deletedAt).not.toBe(null);
  });
});
