import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { formatNumber } from "../../src/report/numbers.ts";
import { readSarifUpload } from "../../src/sandbox/github/code-scanning.ts";
import { LONGEST_BODY } from "../../src/sandbox/github/comments.ts";
import { selectShownSummary } from "../../src/sandbox/runner/run-page.ts";
import { createKeysOfAllFates, createLiveKeys, createResolvedKeys } from "./every-state.ts";
import { composeMessage, openPullRequest } from "./post.ts";
import {
  renderAnnotations,
  renderHook,
  renderHtml,
  renderJson,
  renderSarif,
  renderSummary,
  renderText,
} from "./render.ts";
import { context, HEAD, plainLook, report } from "./stories.ts";

/** How many keys are found. */
const SIZES = [0, 1, 11, 500];

/** How many contained keys a comment remembers, the last ones: more fingerprints have no room in one. */
const MOST_REMEMBERED = 2400;

const fingerprintsOf = (findings: readonly Finding[]) => findings.map(({ fingerprint }) => fingerprint);
const isContained = ({ outcome }: Finding) => outcome.kind === "contained";

describe.each(SIZES)("a comment on %i keys", (size) => {
  test.each([
    ["of all fates", createKeysOfAllFates],
    ["that are live", createLiveKeys],
    ["that were revoked", createResolvedKeys],
  ] as const)("%s: GitHub takes it, it remembers what was contained, and the next run writes nothing", async (_, create) => {
    const findings = create(size);
    const message = { ...composeMessage(report(findings), context), mayCreate: true };
    await using pull = await openPullRequest(HEAD);
    expect((await pull.post(message)).result).toEqual({ kind: "created" });
    const [body = "", ...others] = pull.bodies();
    expect([body.length <= LONGEST_BODY, others]).toEqual([true, []]);
    const contained = fingerprintsOf(findings.filter(isContained)).slice(-MOST_REMEMBERED);
    expect(pull.state()?.contained).toEqual(contained);
    expect(countOpen(pull.state())).toBe(findings.filter(isOpen).length);
    const again = await pull.post(message);
    expect(again).toEqual({ result: { kind: "unchanged" }, writes: 0, remembered: new Set(contained) });
    expect(pull.bodies()).toEqual([body]);
  });

  test("whose commits are gone: GitHub takes it, and it goes on counting them", async () => {
    const findings = createKeysOfAllFates(size);
    await using pull = await openPullRequest(HEAD);
    await pull.post({ ...composeMessage(report(findings), context), mayCreate: true });
    expect((await pull.post(composeMessage(report(), context))).result.kind).toBe(size > 0 ? "updated" : "unchanged");
    expect(pull.bodies().map(({ length }) => length <= LONGEST_BODY)).toEqual([true]);
    expect(countOpen(pull.state())).toBe(findings.filter(isOpen).length);
    expect(pull.state()?.contained).toEqual(fingerprintsOf(findings.filter(isContained)));
  });
});

function isOpen({ validity, ignored }: Finding): boolean {
  return validity.kind !== "inactive" && ignored === null;
}

function countOpen(state: { open: readonly string[]; moreOpen?: number | undefined } | null): number {
  return (state?.open.length ?? 0) + (state?.moreOpen ?? 0);
}

describe.each(SIZES)("%i keys of all fates", (size) => {
  const findings = createKeysOfAllFates(size);
  const one = report(findings, { askedAs: "acme-inc" });

  test("fit into a job summary, which is shown", () => {
    expect(selectShownSummary(renderSummary(one, context))).toMatch(/^## \S/);
  });

  test("make at most ten annotations of a level", () => {
    const levels = renderAnnotations(one).map(({ level }) => level);
    for (const level of ["error", "warning", "notice"]) {
      expect(levels.filter((other) => other === level).length).toBeLessThanOrEqual(10);
    }
    expect(levels.length > 0).toBe(size > 0);
  });

  test("are all in the JSON report; the page has a hundred, and says how many it leaves out", () => {
    const { findings: told } = JSON.parse(renderJson(one, "0.1.0")) as { findings: readonly Finding[] };
    expect(fingerprintsOf(told).toSorted()).toEqual(fingerprintsOf(findings).toSorted());
    const page = renderHtml(one, context);
    expect(page).toMatch(/<\/html>\s*$/);
    const counting = fingerprintsOf(findings.filter(({ ignored }) => ignored === null));
    const missing = counting.filter((each) => !page.includes(each)).length;
    expect(counting.length - missing).toBeGreaterThanOrEqual(Math.min(counting.length, 100));
    if (missing > 0) expect(page).toContain(formatNumber(missing));
  });

  test("make a SARIF file that code scanning takes", () => {
    const sarif = gzipSync(renderSarif(one, context)).toString("base64");
    const upload = readSarifUpload(JSON.stringify({ commit_sha: HEAD, ref: "refs/pull/7/head", sarif }), "");
    expect(upload).toMatchObject({ errors: [] });
  });

  const live = report(createLiveKeys(size), { askedAs: "acme-inc" });
  test.each([
    ["a terminal", renderText, one],
    ["a hook before a commit", renderHook, { ...live, change: { kind: "staged" } }],
    [
      "a hook before a push",
      renderHook,
      { ...live, change: { kind: "range", base: null, head: HEAD, unpushed: true } },
    ],
  ] as const)("in %s are told with the verdict first, and no line is too wide", (_, render, told) => {
    const lines = render(told, plainLook).split("\n");
    expect(lines[0]).toMatch(size === 0 ? /^✓ / : /\bOpenAI keys?\b/);
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    // Nobody waits for a hook to read hundreds of lines.
    if (render === renderHook) expect(lines.length).toBeLessThan(30);
  });
});
