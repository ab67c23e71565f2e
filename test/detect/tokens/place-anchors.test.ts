import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DetectorNote } from "../../../src/domain/candidate.ts";
import { createFakeToken } from "../../../src/sandbox/fake-tokens.ts";
import { effort } from "../../support/effort.ts";
import { foundAnywhere } from "../found.ts";

const token = createFakeToken("codex-access-token", "a");
const encoded = Buffer.from(`${token}\n`).toString("base64");

describe("an access token is found where one belongs", () => {
  test.each([
    `CODEX_ACCESS_TOKEN=${token}`,
    `export CODEX_ACCESS_TOKEN="${token}"`,
    `$env:CODEX_ACCESS_TOKEN = '${token}'`,
    `set CODEX_ACCESS_TOKEN=${token}\r\n`,
    `docker run -e CODEX_ACCESS_TOKEN=${token} codex`,
    `    codex-access-token: ${token}\n`,
    `  - name: CODEX_ACCESS_TOKEN\n    value: ${token}\n`,
    `{"auth_mode":"x","personal_access_token":"${token}"}`,
    `<add key="CODEX_ACCESS_TOKEN" value="${token}"/>`,
    `Use CODEX_ACCESS_TOKEN=${token}. It works.`,
    `echo ${token} | codex login --with-access-token`,
    `codex login --with-access-token <<<'${token}'`,
    `codex login --with-access-token << EOF\n${token}\nEOF\n`,
  ])("%s", async (text) => {
    const offset = text.indexOf(token);
    for (const sizes of [[], [5]]) {
      expect(await foundAnywhere(text, sizes)).toMatchObject([
        {
          text: token,
          kind: "codex-access-token",
          confidence: "likely",
          encoding: "plain",
          offset,
          length: token.length,
        },
      ]);
    }
  });

  test("in base64, as a Secret of Kubernetes has it", async () => {
    expect(await foundAnywhere(`data:\n  CODEX_ACCESS_TOKEN: ${encoded}\n`)).toMatchObject([
      { text: token, encoding: "base64" },
    ]);
  });

  test("once where two names lead to it", async () => {
    expect(await foundAnywhere(`codex-access-token: CODEX_ACCESS_TOKEN=${token}`)).toHaveLength(1);
  });
});

describe("elsewhere, and where something else stands, nothing is said", () => {
  test.each([
    `token = ${token}`,
    `encryption-at-rest: ${token}`,
    `MY_CODEX_ACCESS_TOKENS=${token}`,
    `GITHUB_ACCESS_TOKEN=${token}`,
    `x-access-token: ${token}`,
    `CODEX_ACCESS_TOKEN=form${token}`,
    `CODEX_ACCESS_TOKEN=\${{ secrets.CODEX_ACCESS_TOKEN }} # ${token}`,
    `CODEX_ACCESS_TOKEN=$TOKEN\nOTHER=${token}`,
    `printenv X | codex login --with-access-token\n# ${token}`,
    `other login --with-access-token <<< no; echo ${token}`,
    `personal_access_token: glpat-${token.slice(3, 23)}`,
    "CODEX_ACCESS_TOKEN=at-rest",
    "CODEX_ACCESS_TOKEN=at-9x",
  ])("%s", async (text) => {
    const notes: DetectorNote[] = [];
    expect(await foundAnywhere(text, [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes).toEqual([]);
  });
});

describe("a placeholder is silent, and counted", () => {
  test.each([
    "at-your-access-token-goes-here",
    "at-YOUR_ACCESS_TOKEN_GOES_HERE",
    "at-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "at-123456789012345678901234567890",
    "at-abcdefghijklmnopqrstuvwxyz0123456789",
    "at-replace.me.with.a.token.2026",
  ])("%s", async (value) => {
    const notes: DetectorNote[] = [];
    expect(await foundAnywhere(`CODEX_ACCESS_TOKEN=${value}\n`, [], { note: (note) => notes.push(note) })).toEqual([]);
    expect(notes).toMatchObject([{ kind: "look-alike", silent: expect.any(String) }]);
  });
});

test.each([
  ["hexadecimal", "hex"],
  ["base64url", "base64url"],
] as const)("random tokens are no placeholders: %s", async (_, encoding) => {
  for (let seed = 0; seed < effort(200, 5000); seed += 1) {
    const random = createHash("sha256").update(`${encoding}${seed}`).digest(encoding);
    const hits = await foundAnywhere(`CODEX_ACCESS_TOKEN=${["at", random].join("-")}`);
    expect(hits, `seed ${seed}`).toHaveLength(1);
  }
});

test("hostile places cost little and break nothing", async () => {
  const part = fc.oneof(
    fc.constantFrom(
      "CODEX_ACCESS_TOKEN",
      "codex-access-token",
      "personal_access_token",
      "codex login --with-access-token",
    ),
    fc.constantFrom(
      "=",
      ": ",
      " | ",
      "<<< ",
      "<<EOF\n",
      "\n",
      "value",
      '"',
      "echo ",
      token,
      encoded,
      "at-",
      "A".repeat(700),
    ),
    fc.string({ maxLength: 20 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 40 }), async (parts) => {
      const text = parts.join("");
      expect(await foundAnywhere(text, [13, 901])).toEqual(await foundAnywhere(text));
    }),
    { numRuns: effort(100, 5000) },
  );
});
