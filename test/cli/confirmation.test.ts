import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { confirmActs } from "../../src/cli/confirmation.ts";
import type { PlannedAct } from "../../src/domain/decision.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { recordOf } from "../support/facts.ts";

const record = recordOf(createFakeKey("project", "asked"), {
  name: "checkout-bot",
  home: { kind: "project", id: "proj_1", name: "Web shop" },
});
const REVOKE: PlannedAct = { mask: "sk-proj-…C4gA", act: { kind: "revoke", record } };

/** Asks, and answers with this; null ends the input without an answer. */
async function ask(acts: readonly PlannedAct[], answer: string | null): Promise<{ isYes: boolean; said: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let said = "";
  output.on("data", (chunk: Buffer) => void (said += chunk.toString()));
  if (answer === null) input.end();
  else input.write(`${answer}\n`);
  const isYes = await confirmActs(acts, { input, output });
  return { isYes, said };
}

test("the operator sees which keys are meant, and what would be done to each", async () => {
  const acts: readonly PlannedAct[] = [
    REVOKE,
    { mask: "sk-svcacct-…aB3x", act: { kind: "expire", grace: 5400, record } },
    { mask: "sk-proj-…9f2K", act: { kind: "quarantine", record } },
  ];
  const { isYes, said } = await ask(acts, "y");
  expect(isYes).toBe(true);
  expect(said).toBe(
    [
      "openai-key-guard is about to act on these 3 keys:",
      "  revoke  sk-proj-…C4gA  checkout-bot in Web shop",
      "  let expire in 90m  sk-svcacct-…aB3x  checkout-bot in Web shop",
      "  take all permissions from  sk-proj-…9f2K  checkout-bot in Web shop",
      "A revoked key stops at once and cannot be restored. Whatever uses it fails until it has a new key.",
      "Go on? [y/N] ",
    ].join("\n"),
  );
});

test.each(["y", "Y", "yes", " YES "])("%j is yes", async (answer) => {
  expect((await ask([REVOKE], answer)).isYes).toBe(true);
});

test.each([
  "",
  "n",
  "no",
  "yesterday",
  "sure",
  null,
])("%j is no, and it is said that nothing was done", async (answer) => {
  const { isYes, said } = await ask([REVOKE], answer);
  expect(isYes).toBe(false);
  expect(said).toMatch(/Go on\? \[y\/N\] \n?Nothing was done to any key\.\n$/);
});
