import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/domain/change.ts";
import type { Report } from "../../../src/domain/report.ts";
import { isStoppedEarly, renderUnpublished } from "../../../src/report/terminal/unpublished.ts";
import { describeReport } from "../../../src/report/view/view.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, NAMED_KEY, RUNS } from "../arbitrary.ts";
import { contained, dead, finding, HEAD, keyless, missing, plainLook, report, unknown } from "../stories.ts";

const BASE = "b".repeat(40);
const STAGED: Change = { kind: "staged" };
const UNPUSHED: Change = { kind: "range", base: BASE, head: HEAD, unpushed: true };

const staged = (differing = {}) => sighting({ path: "src/app.py", line: 12, commit: null, author: null, ...differing });
const committed = (differing = {}) => sighting({ path: "src/app.py", line: 12, commit: HEAD, ...differing });
const unchecked = { validity: unknown };

function render(told: Report, isHook = true): readonly string[] {
  expect(isStoppedEarly(told)).toBe(true);
  return renderUnpublished(told, describeReport(told), { ...plainLook, width: 200 }, isHook).split("\n");
}

const of = (change: Change, findings: Parameters<typeof report>[0], more: Partial<Report> = {}) =>
  report(findings, { change, gaps: [keyless], ...more });

describe("a hook before a commit", () => {
  test("names the tool, the place, what to do and the ways past it, and advises no revocation", () => {
    const one = finding({ ...unchecked, sightings: [staged()] });
    expect(render(of(STAGED, [one]))).toEqual([
      "openai-key-guard: commit stopped, an OpenAI key is staged. This commit has leaked nothing.",
      `  src/app.py:12  ${one.mask}  (fingerprint ${one.fingerprint})`,
      '  In src/app.py, read os.environ["OPENAI_API_KEY"] instead. Then git add and git commit again.',
      `  Not a real key? openai-key-guard ignore ${one.fingerprint} --reason "…", then commit that file.`,
      "  Skip once: git commit --no-verify",
    ]);
  });

  test("has a line for each of ten keys, and counts the others", () => {
    const keys = Array.from({ length: 12 }, (_, n) => finding({ ...unchecked, seed: `k${n}`, sightings: [staged()] }));
    const lines = render(of(STAGED, keys));
    expect(lines[0]).toBe(
      "openai-key-guard: commit stopped, 12 OpenAI keys are staged. This commit has leaked nothing.",
    );
    expect(lines.filter((one) => one.includes("(fingerprint "))).toHaveLength(10);
    expect(lines[11]).toBe("  and 2 more");
    expect(lines[12]).toMatch(/^ {2}Take each key out, and read OPENAI_API_KEY/);
    expect(lines[13]).toContain("ignore FINGERPRINT --reason");
    expect(lines).toHaveLength(15);
  });

  test("by hand stops nothing, and says so", () => {
    const lines = render(of(STAGED, [finding({ ...unchecked, sightings: [staged()] })]), false);
    expect(lines[0]).toBe("openai-key-guard: an OpenAI key is staged. Nothing is committed yet.");
    expect(lines.join("\n")).not.toContain("--no-verify");
  });

  test("says of a key that was there before too that it may have leaked", () => {
    const places = [staged(), staged({ path: "old.py", preexisting: true })];
    const text = render(of(STAGED, [finding({ ...unchecked, sightings: places })])).join("\n");
    expect(text).toContain("and 1 more place");
    expect(text).toContain("may have leaked already");
    expect(text).not.toContain("leaked nothing");
  });

  test("says what OpenAI answered, and counts what stops nothing", () => {
    const works = finding({ sightings: [staged()], seed: "works" });
    const refused = finding({ sightings: [staged()], validity: dead, seed: "dead" });
    const older = finding({ sightings: [staged({ preexisting: true })], blocks: false, seed: "older" });
    const lines = render(of(STAGED, [works, refused, older]));
    expect(lines[1]).toMatch(/, OpenAI accepts it\)$/);
    expect(lines[2]).toMatch(/, OpenAI refuses it\)$/);
    expect(lines.at(-1)).toBe("  Other keys, which stop nothing: 1 here before.");
    expect(render(of(STAGED, [works])).join("\n")).not.toContain("Not a real key?");
  });

  test("says what it could not read, each with a way out", () => {
    const lfs = { kind: "lfs", detail: '"a.psd" was not read: its content is in Git LFS.', path: "a.psd" } as const;
    expect(render(of(STAGED, [], { gaps: [keyless, lfs] }))).toEqual([
      "openai-key-guard: commit stopped, something could not be scanned.",
      '  "a.psd" was not read: its content is in Git LFS. Read it: "git lfs fetch --all"',
      "  Skip once: git commit --no-verify",
    ]);
    const many = render(of(STAGED, [], { gaps: Array.from({ length: 12 }, () => missing) }));
    expect(many[0]).toBe("openai-key-guard: commit stopped, 12 things could not be scanned.");
    expect(many).toHaveLength(13);
  });
});

describe("a hook before a push", () => {
  const push = (...places: Parameters<typeof committed>[0][]) =>
    render(of(UNPUSHED, [finding({ ...unchecked, sightings: places.map(committed) })]));

  test("names the commit, and has the last one amended", () => {
    const [verdict, key, fix, , skip] = push({});
    expect(verdict).toBe("openai-key-guard: push stopped, it would send an OpenAI key. This push has leaked nothing.");
    expect(key).toContain(`, in commit ${HEAD.slice(0, 7)})`);
    expect(fix).toMatch(/^ {2}In src\/app\.py, read os\.environ.* Then git commit --all --amend and push again\.$/);
    expect(skip).toBe("  Skip once: git push --no-verify");
  });

  test.each([
    [
      "an earlier commit",
      [{ commit: "c".repeat(40) }],
      /Change commit ccccccc with git rebase -i ccccccc\^ \(mark it edit\)/,
    ],
    ["several", [{}, { commit: "c".repeat(40) }], /git rebase -i bbbbbbb \(mark each of them edit\)/],
    ["a message", [{ where: "commit-message", path: null }], /Change the message with git commit --amend/],
    ["an earlier message", [{ where: "commit-message", path: null, commit: "c".repeat(40) }], /\(mark it reword\)/],
    ["a commit that a later one mends", [{ inHead: false }], /A later commit removes it, but the push would send both/],
    ["a tag", [{ where: "tag-message", path: null, commit: null }], /Delete the tag, make it again/],
    ["a name", [{ where: "path", path: "refs/heads/x", commit: null }], /Rename the branch or tag/],
    ["a note", [{ path: "ab".repeat(20) }], /Push without the notes/],
    ["a tag and a file", [{ where: "tag-message", path: null, commit: null }, {}], /out of the place named above/],
  ] as const)("says what to change where the key is in %s", (_, places, words) => {
    expect(push(...places).join("\n")).toMatch(words);
  });
});

describe("the long form tells", () => {
  const one = finding({ ...unchecked, sightings: [staged()] });

  test.each([
    ["a range that a server may have", of({ kind: "range", base: BASE, head: HEAD }, [one])],
    ["what does not stop the run", of(STAGED, [{ ...one, blocks: false }])],
    ["what was done to a key", of(STAGED, [{ ...one, outcome: contained() }])],
    ["files", of({ kind: "files", globs: [] }, [one])],
  ])("%s", (_, told) => {
    expect(isStoppedEarly(told)).toBe(false);
  });
});

test("a hook's report is plain lines, whatever others chose, and never has the key of a name", () => {
  fc.assert(
    fc.property(anyReport, fc.constantFrom(STAGED, UNPUSHED), fc.boolean(), (any, change, isHook) => {
      const told = { ...any, change };
      const text = renderUnpublished(told, describeReport(told), plainLook, isHook);
      expect(text).not.toMatch(/[^\n\P{Cc}]|##\[|^::/mu);
      expect(text).not.toContain(NAMED_KEY);
    }),
    { numRuns: RUNS },
  );
});
