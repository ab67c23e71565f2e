import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Report } from "../../../src/domain/report.ts";
import { measureMedians, type ResponseTimes } from "../../../src/domain/response.ts";
import { buildAxis } from "../../../src/report/sweep/axis.ts";
import { listExposures, measureLength } from "../../../src/report/sweep/exposure.ts";
import { SWEEP_STYLE, SWEEP_STYLE_HASH } from "../../../src/report/sweep/style.ts";
import { describeReport } from "../../../src/report/view/view.ts";
import { anyReport, NAMED_KEY, RUNS } from "../arbitrary.ts";
import { renderHtml, renderJson, renderSummary, renderText } from "../render.ts";
import { context, NOW, plainLook, report } from "../stories.ts";
import { SWEEPS, sweepOf, sweptKey } from "./sweep-stories.ts";

const read = (page: string) => page.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, " ").replaceAll(/\s+/g, " ");
const viewOf = (one: Report) => {
  const { sweep } = describeReport(one, { now: NOW });
  if (sweep === null) throw new Error("it is no sweep");
  return sweep;
};
const figure = (one: Report, name: string) => {
  const { figures, times } = viewOf(one);
  const found = [...figures, ...times].find((each) => each.name === name);
  return found && [found.value, found.note];
};

describe("a sweep's report", () => {
  test("says how many repositories were read of how many, and leads to what was not", () => {
    expect(figure(SWEEPS.mixed, "Repositories read")).toEqual([
      "262 of 300",
      "38 not read to the end; 12 left out by choice",
    ]);
    expect(renderHtml(SWEEPS.mixed, context)).toMatch(/<a href="#gaps">38 not read.*<h2 id="gaps">/s);
    expect(renderHtml(SWEEPS.clean, context)).not.toContain('href="#gaps"');
  });

  test("tells the same numbers in every medium", () => {
    const words = [renderHtml(SWEEPS.mixed, context), renderSummary(SWEEPS.mixed, context)].map(read);
    for (const text of [...words, renderText(SWEEPS.mixed, plainLook)]) {
      expect(text).toMatch(/Repositories read\W+262 of 300/);
      expect(text).toMatch(/Keys that work\W+3/);
      expect(text).toMatch(/Leaked to stopped, median\W+3 days\W+of 9 of 18 keys/);
      expect(text).toContain("still open: since 16 Apr 2025");
    }
    expect(JSON.parse(renderJson(SWEEPS.mixed, "0.1.0"))).toMatchObject({
      change: { repositories: 300, unread: 38, leftOut: 12 },
      response: { open: 9, exposed: { keys: 9 }, detected: { keys: 15 }, contained: { keys: 6 } },
    });
  });

  test("shows keys that work before those that may, these before the others, and in each the longest first", () => {
    const exposures = listExposures(sweepOf(60).findings, NOW);
    const order = ["works", "may-work", "limited", "dead"];
    const ranks = exposures.map(({ state }) => order.indexOf(state));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    const open = exposures.filter(({ state }) => state === "works").map((one) => measureLength(one, NOW) ?? -1);
    expect(open).toEqual(open.toSorted((a, b) => b - a));
  });

  test("names what is to be done first in the first row of its table", () => {
    const { open } = viewOf(SWEEPS.mixed);
    expect(open[0]?.key.alert?.among).toEqual(describeReport(SWEEPS.mixed, { now: NOW }).keys[0]?.alert?.among);
    expect(open).toHaveLength(6);
    expect(viewOf(SWEEPS["of-500-keys"])).toMatchObject({ openLeft: 156, barsOf: 500, bars: { length: 30 } });
  });

  test("never takes a key of which nothing is known for one that was stopped", () => {
    const [bar] = viewOf(sweepOf(0, { findings: [sweptKey(1)] })).bars;
    expect(bar).toMatchObject({ kind: "may-work", span: { to: 1, isOpen: true } });
    const [dead] = viewOf(sweepOf(0, { findings: [sweptKey(4)] })).bars;
    expect(dead).toMatchObject({ kind: "unknown", text: expect.stringContaining("since when is not known") });
    expect(figure(sweepOf(0, { findings: [sweptKey(4)] }), "Leaked to stopped, median")?.[0]).toBe("unknown");
  });

  test("makes nothing of a commit that claims to be older than keys are, or to come from the future", () => {
    const { bars } = viewOf(SWEEPS.odd);
    const clocks = bars.filter(({ key }) => key.firstPlace?.sighting.repository === "acme/clock");
    expect(clocks.map(({ text, span }) => [text, span])).toEqual(
      Array.from({ length: 3 }, () => ["still open, since when is not known", null]),
    );
  });

  test("counts a key in each repository that has it, once", () => {
    const [place] = sweptKey(0).sightings;
    const twice = ["acme/a", "acme/b", "acme/b"].map((repository) => ({ ...place, repository }));
    const { rows, heads } = viewOf(
      sweepOf(0, { findings: [{ ...sweptKey(0), sightings: twice as never }] }),
    ).repositories;
    expect(heads).toEqual(["Work"]);
    expect(rows).toEqual([
      { name: "acme/a", counts: ["1"] },
      { name: "acme/b", counts: ["1"] },
    ]);
  });

  test("is nothing that other reports have", () => {
    expect(describeReport(report([sweptKey(0)])).sweep).toBe(null);
    expect(JSON.parse(renderJson(report([sweptKey(0)]), "0.1.0"))).not.toHaveProperty("response");
  });

  test("has a page whose style browsers find to be the one that it names", () => {
    expect(`sha256-${createHash("sha256").update(SWEEP_STYLE).digest("base64")}`).toBe(SWEEP_STYLE_HASH);
    expect(renderHtml(SWEEPS.one, context)).not.toMatch(/ style="|<script/);
  });

  test("says of any findings and times the same in every medium, and shows no key", () => {
    fc.assert(
      fc.property(anyReport, fc.nat({ max: 400 }), (any, unread) => {
        const change = { kind: "sweep", organization: "acme", repositories: 400, unread, leftOut: 0 } as const;
        const one = { ...any, change };
        const { bars, figures } = viewOf(one);
        for (const { span } of bars) {
          if (span === null) continue;
          expect(span.from).toBeGreaterThanOrEqual(0);
          expect(span.to).toBeGreaterThanOrEqual(span.from);
          expect(span.to).toBeLessThanOrEqual(1);
        }
        const texts = [renderHtml(one, context), renderSummary(one, context), renderText(one, plainLook)];
        for (const text of texts) {
          expect(text).not.toContain(NAMED_KEY);
          if (one.findings.length > 0) expect(text).toContain(figures[0]?.value);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe("the time axis", () => {
  test("of any length has a few labels, in order and within it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 60_000, max: 1e12 }), (length) => {
        const axis = buildAxis([new Date(NOW.getTime() - length)], NOW);
        const places = axis?.ticks.map(({ at }) => at) ?? [];
        expect(places.length).toBeLessThanOrEqual(5);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const place of places) expect(place >= 0 && place <= 1).toBe(true);
      }),
    );
  });
});

const second = fc.option(fc.integer({ min: -1000, max: 1e9 }));

describe("a median", () => {
  const none = { exposedAt: null, exposedAtIs: null, foundAt: null, identifiedAt: null };
  const timesOf = (secondsExposed: number | null): ResponseTimes => {
    return { ...none, containedAt: null, verifiedAt: null, secondsExposed };
  };

  test("has as many keys below it as above, and says of how many it is", () => {
    fc.assert(
      fc.property(fc.array(second), (values) => {
        const { exposed } = measureMedians(values.map(timesOf));
        const known = values.filter((value) => value !== null);
        expect(exposed?.keys ?? 0).toBe(known.length);
        if (exposed === null) return;
        const [below, above] = [
          known.filter((value) => value < exposed.seconds).length,
          known.filter((value) => value > exposed.seconds + 1).length,
        ];
        expect(below).toBeLessThanOrEqual(known.length / 2);
        expect(above).toBeLessThanOrEqual(known.length / 2);
      }),
    );
  });

  test.each([
    [[], null],
    [[null, null], null],
    [[5], { seconds: 5, keys: 1 }],
    [[9, 1, null, 4], { seconds: 4, keys: 3 }],
    [[10, 1, 4, 7], { seconds: 5, keys: 4 }],
  ])("of %j is %j", (values, median) => {
    expect(measureMedians(values.map(timesOf)).exposed).toEqual(median);
  });

  test("leaves out times that contradict each other", () => {
    const [early, late] = [new Date(0), new Date(60_000)];
    const times = { ...timesOf(null), exposedAt: late, foundAt: early, containedAt: late };
    expect(measureMedians([times])).toEqual({ exposed: null, detected: null, contained: { seconds: 60, keys: 1 } });
  });
});
