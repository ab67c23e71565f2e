import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createDetector } from "../../../src/detect/detect.ts";
import { isClear } from "../../../src/detect/screen/screen.ts";
import type { DetectorNote, Hit } from "../../../src/domain/candidate.ts";
import { createFakeJwt, createFakeToken } from "../../../src/sandbox/fake-tokens.ts";
import { effort } from "../../support/effort.ts";
import { foundAnywhere } from "../found.ts";

const [login, agent] = [createFakeToken("chatgpt-login", "a"), createFakeToken("agent-identity", "a")];
const AUTH = ["https://api.openai.com", "auth"].join("/");

async function findHits(text: string): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  const blob = { provenance: { kind: "stdin", name: "x" }, chunks: [Buffer.from(text)] } as const;
  for await (const hit of createDetector({ otherVendors: false })(blob, () => {})) hits.push(hit);
  return hits;
}

async function listNotes(text: string): Promise<readonly DetectorNote[]> {
  const notes: DetectorNote[] = [];
  expect(await foundAnywhere(text, [], { note: (note) => notes.push(note) })).toEqual([]);
  return notes;
}

describe("a token is told by its claims", () => {
  test.each([
    ["an agent's", agent, "agent-identity"],
    ["a login", login, "chatgpt-login"],
  ])("%s, once, with its place, however the text is cut", async (_, token, kind) => {
    const text = `é token = "${token}"; // see ${createFakeJwt({ sub: "ada" })}\n`;
    const offset = Buffer.from(text).indexOf(token);
    for (const sizes of [[], [7], [701], [4096, 3]]) {
      expect(await foundAnywhere(text, sizes)).toMatchObject([
        { text: token, kind, confidence: "certain", encoding: "plain", offset, length: token.length },
      ]);
    }
  });

  test.each([
    ["runtime and account", { agent_private_key: undefined }, true],
    ["runtime and key", { account_id: undefined }, true],
    ["key and account", { agent_runtime_id: undefined }, true],
    ["account alone", { agent_runtime_id: undefined, agent_private_key: undefined }, false],
    ["key alone", { agent_runtime_id: undefined, account_id: undefined }, false],
    ["an empty key and an account", { agent_runtime_id: undefined, agent_private_key: "" }, false],
    ["what is no text", { agent_runtime_id: 1, agent_private_key: {} }, false],
  ])("of an agent's claims two are enough: %s", async (_, claims, isFound) => {
    expect(await foundAnywhere(createFakeToken("agent-identity", "a", { claims }))).toHaveLength(isFound ? 1 : 0);
  });

  test("whatever is glued in front of it", async () => {
    for (const glued of ["x", "Bearer_", "eyJ", "token-", "eyJhbGciOiJub25lIn0"]) {
      expect(await foundAnywhere(`${glued}${login}`)).toMatchObject([{ text: login, offset: glued.length }]);
    }
  });

  test.each([2, 4] as const)("in a text whose characters take %i bytes", async (width) => {
    const codes = Array.from(`\ufefftoken = ${login}\r\n`, (sign) => sign.codePointAt(0) ?? 0);
    const bytes = Buffer.from((width === 2 ? Uint16Array : Uint32Array).from(codes).buffer);
    const encoding = width === 2 ? "utf-16" : "utf-32";
    expect(await foundAnywhere(bytes)).toMatchObject([
      { text: login, encoding, offset: 9 * width, length: width * login.length },
    ]);
  });

  test("in base64, wherever the file around it begins, and in an archive", async () => {
    for (const lead of ["", "{", '{"'])
      expect(await foundAnywhere(Buffer.from(`${lead}${login}"}`).toString("base64"))).toMatchObject([
        { text: login, encoding: "base64" },
      ]);
    expect(await foundAnywhere(gzipSync(`token: ${login}\n`))).toMatchObject([{ text: login }]);
  });
});

describe("when a login ends", () => {
  const ended = createFakeToken("chatgpt-login", "old", { exp: 1_700_000_000 });

  test("is what it says itself", async () => {
    expect(await findHits(`t=${ended}`)).toMatchObject([{ expiresAt: new Date(1_700_000_000_000) }]);
  });

  test("is open where a token stands beside it that makes new ones", async () => {
    const renewing = ["rt", "x7Qz".repeat(8)].join("_");
    for (const beside of [
      `"refresh_token": "${renewing}"`,
      `\\"refresh_token\\":\\"${renewing}`,
      `refreshToken: '${renewing}'`,
    ])
      expect(await findHits(`{"access_token": "${ended}", ${beside}}`)).toMatchObject([{ kind: "chatgpt-login" }]);
    const [hit] = await findHits(`{"access_token": "${ended}", "refresh_token": "${renewing}"}`);
    expect(hit).not.toHaveProperty("expiresAt");
  });

  test.each([
    ["no time", "tomorrow"],
    ["out of all calendars", 1e300],
    ["nothing", undefined],
  ])("is open where it says %s", async (_, exp) => {
    const [hit] = await findHits(createFakeToken("chatgpt-login", "old", { claims: { exp } }));
    expect(hit).not.toHaveProperty("expiresAt");
  });

  test("is not asked of an agent, whose key outlives its token", async () => {
    const [hit] = await findHits(createFakeToken("agent-identity", "old", { claims: { exp: 1_700_000_000 } }));
    expect(hit).not.toHaveProperty("expiresAt");
  });
});

describe("a token that is made up is silent, and counted", () => {
  const [header = "", claims = "", signature = ""] = login.split(".");
  const unsigned = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");

  test.each([
    ["with a word for a signature", [header, claims, "signature"]],
    ["with one that repeats itself", [header, claims, "abcd".repeat(80)]],
    ["that says it is not signed", [unsigned, claims, signature]],
  ])("%s", async (_, parts) => {
    expect(await listNotes(parts.join("."))).toMatchObject([{ kind: "look-alike", silent: expect.any(String) }]);
  });

  test("an agent's with no key worth the name", async () => {
    const token = createFakeToken("agent-identity", "a", { claims: { agent_private_key: "your-private-key" } });
    expect(await listNotes(token)).toMatchObject([{ kind: "look-alike", silent: "placeholder" }]);
  });
});

describe("what is no such token says nothing", () => {
  test.each([
    ["another vendor's", createFakeJwt({ iss: "https://accounts.example.com", sub: "ada" })],
    ["one for OpenAI's audience", createFakeJwt({ aud: ["https://api.openai.com/v1"], scope: AUTH })],
    ["one whose claim is no object", createFakeJwt({ [AUTH]: "ada" })],
    ["one without its end", login.split(".").slice(0, 2).join(".")],
    ["one that is cut in its claims", login.slice(0, 200)],
    ["claims that go on and on", `${login.split(".")[0]}.eyJ${"A".repeat(50_000)}.x`],
  ])("%s", async (_, text) => {
    expect(await listNotes(`a ${text} b`)).toEqual([]);
  });

  test("and a text without any token is still ruled out by the screen", () => {
    const text = "import { eyes } from './eyes'; const at = hero.eyeColor; // access-token, ACCESS_TOKEN\n";
    expect(isClear([Buffer.from(text.repeat(100))])).toBe(true);
  });
});

test("hostile tokens cost little and break nothing", async () => {
  const part = fc.oneof(
    fc.constantFrom(".eyJ", "eyJ", ".", "..", login, agent, ...login.split("."), ...agent.split("."), '{"', "=", "\n"),
    fc.json().map((json) => Buffer.from(json).toString("base64url")),
    fc.string({ maxLength: 30 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 30 }),
      fc.array(fc.integer({ min: 1, max: 4000 })),
      async (parts, sizes) => {
        const text = parts.join("");
        const whole = await foundAnywhere(text);
        expect(await foundAnywhere(text, sizes)).toEqual(whole);
        for (const { text: found, offset, length } of whole)
          expect(
            Buffer.from(text)
              .subarray(offset, offset + length)
              .toString(),
          ).toBe(found);
      },
    ),
    { numRuns: effort(100, 5000) },
  );
});
