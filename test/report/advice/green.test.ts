import { expect, test } from "vitest";
import type { Finding } from "../../../src/domain/finding.ts";
import { describeGreen } from "../../../src/report/advice/green.ts";
import { BARE_CONTEXT } from "../../../src/report/context.ts";
import { formatPlain } from "../../../src/report/line.ts";
import { contained, dead, finding, unknown } from "../stories.ts";

const tell = (...findings: readonly Finding[]) => {
  const green = describeGreen(findings, { ...BARE_CONTEXT, medium: "workflow" });
  return green && formatPlain(green);
};
const live = finding();
const lingering = finding({ seed: "b", validity: dead });
const stranger = finding({ seed: "c", identity: { kind: "foreign" }, validity: unknown, possession: "not-tried" });
const refuse = "The check turns green when OpenAI refuses";
const ignore = "or when the ignore file of the base branch lists";

test.each([
  ["a key that works", [live], `${refuse} the key and the branch no longer contains it: push, or re-run the job.`],
  [
    "several, and dead ones beside them",
    [live, lingering],
    `${refuse} these keys and the branch no longer contains them: push, or re-run the job.`,
  ],
  [
    "a dead key that nobody contained",
    [lingering],
    "The check turns green when the branch no longer contains the key: push a commit that removes it.",
  ],
  ["a dead key whose step says so", [finding({ validity: dead, outcome: contained() })], null],
  [
    "a key that nobody tries",
    [stranger],
    `The check turns green when no commit of the branch contains the key, ${ignore} it.`,
  ],
  [
    "keys of all kinds",
    [live, lingering, stranger],
    `${refuse} the keys that still work, the branch no longer contains the keys that do not work and no commit of the branch contains the others, ${ignore} the others.`,
  ],
  ["nothing that fails the check", [{ ...live, blocks: false }], null],
])("what turns the check green is said of %s", (_, findings, words) => {
  expect(tell(...findings)).toBe(words);
});

test("a terminal has no check", () => {
  expect(describeGreen([live], BARE_CONTEXT)).toBeNull();
});
