import { describe, expect, test } from "vitest";
import { ANCHORS } from "../../../src/detect/anchors.ts";
import { createDetector } from "../../../src/detect/detect.ts";
import { createAnchorSet, type Found, Search } from "../../../src/detect/search.ts";
import { StepBudget, type StepLimits, StepPool } from "../../../src/detect/steps/step-budget.ts";
import { readSteps } from "../../../src/detect/steps/steps.ts";
import type { DetectorNote } from "../../../src/domain/candidate.ts";
import { TOO_MANY_PARTS } from "../../../src/messages/gaps/archives.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { effort } from "../../support/effort.ts";
import { HOSTILE_FAMILIES, type HostileFamily } from "../hostile-texts.ts";

const anchors = createAnchorSet(ANCHORS, false);

/** No reading takes more steps than this at once. */
const A_READING = 200_000;

type Searched = { found: readonly Found[]; notes: readonly DetectorNote[]; steps: number };

/** Searches a text, in chunks of a size, with so many steps. */
function search(text: Buffer, { free = 0, extra = 0 }: Partial<StepLimits> = {}, chunk = text.length): Searched {
  const notes: DetectorNote[] = [];
  const steps = new StepBudget(new StepPool(), { free, extra });
  const searching = new Search(anchors, (note) => notes.push(note), { steps, earns: true });
  const before = readSteps();
  const found: Found[] = [];
  for (let at = 0; at < text.length; at += chunk) found.push(...searching.add(text.subarray(at, at + chunk)));
  found.push(...searching.rest());
  return { found, notes, steps: readSteps() - before };
}

function fingerprintsIn(found: readonly Found[]): readonly string[] {
  return found.flatMap((item) => ("secret" in item ? [item.secret.fingerprint] : []));
}

const unread = { kind: "unread", why: TOO_MANY_PARTS };
const slow = (name: string, size: number) =>
  HOSTILE_FAMILIES.find((family) => family.name === name)?.make(size) ?? Buffer.alloc(0);

describe("a text that has more parts of keys than there are steps for", () => {
  const hostile = slow("curl traces of markers", 200_000);

  test("is a gap, and takes few steps more than its bytes pay for", () => {
    const { notes, steps } = search(hostile, { free: 10_000 });
    expect(notes).toEqual([unread]);
    expect(steps).toBeLessThan(10_000 + hostile.length + A_READING);
    expect(search(hostile.subarray(0, 10_000), { free: Number.POSITIVE_INFINITY }).notes).toEqual([]);
  });

  test.each([
    "user",
    "project",
    "service-account",
    "admin",
    "none",
  ] as const)("hides no whole key that stands in it (%s)", (family) => {
    const keys = Array.from({ length: 40 }, (_, index) => createFakeKey(family, `${index}`));
    const text = keys.map((key) => `${hostile.toString("latin1", 0, 30_000)}KEY=${key}\n`).join("");
    const { found, notes } = search(Buffer.from(text));
    expect(notes).toEqual([unread]);
    expect(new Set(fingerprintsIn(found)).size).toBe(keys.length);
  });

  test("is searched in the same way however it is cut into chunks", () => {
    const lines = Array.from({ length: 30 }, (_, index) => `"${createFakeKey("project", `${index}`)}"\n`);
    const text = Buffer.from(lines.map((line) => hostile.toString("latin1", 0, 20_000) + line).join(""));
    const whole = fingerprintsIn(search(text, { free: 50_000 }).found);
    for (const chunk of [300_000, 100_000, 30_011]) {
      expect(fingerprintsIn(search(text, { free: 50_000 }, chunk).found)).toEqual(whole);
    }
  });

  test("leaves every other text what it needs, and takes more itself as long as there is some for all", () => {
    const pool = new StepPool();
    const limits = { free: 100, extra: 1_000_000_000 };
    const [first, second] = [new StepBudget(pool, limits), new StepBudget(pool, limits)];
    expect(first.isSpent(1_000_000_000)).toBe(true);
    expect([second.isSpent(100), second.isSpent(101)]).toEqual([false, true]);
    second.earn(10);
    expect(second.isSpent(105)).toBe(false);
  });
});

describe("a text of keys as they are", () => {
  test("has as many steps as it has keys: none of them is a gap", () => {
    const text = Array.from({ length: 400 }, (_, index) => `A${index}=${createFakeKey("project", `${index}`)}\n`).join(
      "",
    );
    const { found, notes } = search(Buffer.from(text), { free: 2000 });
    expect([found.length, notes]).toEqual([400, []]);
  });
});

/** The steps that the search of a family's text takes, with all that is packed in it. */
async function countOf({ make }: HostileFamily, size: number): Promise<number> {
  const detect = createDetector({ otherVendors: false });
  const before = readSteps();
  const chunks = [make(size)];
  for await (const _ of detect({ provenance: { kind: "stdin", name: "x" }, chunks }, () => {}));
  return readSteps() - before;
}

describe("twice as much takes hardly more than twice the steps", () => {
  test.each(HOSTILE_FAMILIES.filter((_, index) => index % effort(60, 8) === 0))("$name", async (family) => {
    const size = effort(40_000, 100_000);
    const [one, two] = [await countOf(family, size), await countOf(family, 2 * size)];
    // Long lines are shown in blocks, of which a few more or less are begun.
    expect(two).toBeLessThan(2.2 * one + 2 * A_READING);
  });
});
