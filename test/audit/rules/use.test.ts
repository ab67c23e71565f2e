import { describe, expect, test } from "vitest";
import type { DailyCost, DailyUse } from "../../../src/domain/audit-facts.ts";
import {
  applyRule,
  applyToKey,
  createFacts,
  createKey,
  createPersonsKey,
  DAYS,
  dayAgo,
  daysAgo,
  notesOf,
  publicDetailOf,
  tellCosts,
  tellUsage,
} from "../made-up-facts.ts";

const UNTOLD = { kind: "untold", because: "not-permitted" } as const;

/** The same number of requests on each of some days; days are counted back from today. */
function uses(days: readonly number[], requests: number, model: string | null = "gpt-5"): readonly DailyUse[] {
  return days.map((day) => ({ day: dayAgo(day), model, requests }));
}

function costs(days: readonly number[], usd: number): readonly DailyCost[] {
  return days.map((day) => ({ day: dayAgo(day), usd }));
}

/** The 28 days before the last one, or before the last two. */
const BEFORE = Array.from({ length: 28 }, (_, at) => at + 2);
const BEFORE_TWO = BEFORE.map((day) => day + 1);

describe("shared-key", () => {
  const models = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ day: dayAgo(3), model: `model-${at}`, requests: 1 }));
  const of = (all: readonly DailyUse[]) =>
    applyRule("shared-key", createFacts({ keys: [createKey()], usage: tellUsage({ key_checkout: all }) }));

  test("finds a key that is used for more models than the policy allows", () => {
    expect(of(models(6))).toEqual(["key_checkout: used for 6 models in 30 days, more than 5"]);
    expect(of(models(5))).toEqual([]);
  });

  test("judges no key of which a model was not told, unless those that were are too many", () => {
    expect(of([...models(5), ...uses([2], 1, null)])).toEqual([
      "key_checkout? OpenAI did not say which models it used",
    ]);
    expect(of([...models(6), ...uses([2], 1, null)])).toHaveLength(1);
  });

  test("is not judged without usage, and does not look at the keys of people", () => {
    expect(applyRule("shared-key", createFacts({ keys: [createKey(), createPersonsKey()], usage: UNTOLD }))).toEqual([
      "key_checkout? the Admin API key may not read usage",
    ]);
  });

  test("judges no key whose owner was not told", () => {
    const keys = [
      createKey({ owner: null }),
      createKey({ id: "key_2", owner: { kind: "service-account", id: null, name: "x" } }),
    ];
    expect(applyRule("shared-key", createFacts({ keys }))).toEqual([
      "key_checkout key_2? OpenAI did not say which service account owns it",
    ]);
  });
});

describe("new-model", () => {
  const of = (all: readonly DailyUse[], key = {}) =>
    applyToKey("new-model", key, { usage: tellUsage({ key_checkout: all }) });
  const usual = uses(BEFORE_TWO, 10, "gpt-4o");

  test("says on how many days a model was used, and that it was not before", () => {
    expect(of([...usual, ...uses([1, 2], 5)])).toBe("gpt-5 on 2 of the last 2 days, never in the 28 days before");
    expect(of([...usual, ...uses([1], 5)])).toBe("gpt-5 on 1 of the last 2 days, never in the 28 days before");
  });

  test.each([
    ["that was used on the first of the days before", [...usual, ...uses([30, 1], 5)]],
    ["that was used before and not lately", [...usual, ...uses([3], 5)]],
    ["that was used with no request", [...usual, ...uses([1], 0)]],
    ["of a key that was not used lately", usual],
  ])("passes a model %s", (_, all) => {
    expect(of(all)).toBe("passed");
  });

  test("leaves out what is used today, which is no whole day", () => {
    expect(of([...usual, ...uses([0], 5)])).toBe("passed");
  });

  test("tells of a first use, and for how long there was none", () => {
    expect(of(uses([1], 5))).toBe("gpt-5 on 1 of the last 2 days; the key was not used at all in the 28 days before");
    expect(of(uses([1], 5), { createdAt: daysAgo(7.5) })).toBe(
      "gpt-5 on 1 of the last 2 days; the key was not used at all in the 5 days that it had existed",
    );
  });

  test("names three models, those of its owner's choice in quotes, and none in public", () => {
    const names = ["ft:gpt-4o:acme::x y", "gpt-5", "o3", "o4"];
    const facts = createFacts({
      keys: [createKey()],
      usage: tellUsage({ key_checkout: [...usual, ...names.flatMap((name) => uses([1], 5, name))] }),
    });
    expect(applyRule("new-model", facts)).toEqual([
      'key_checkout: "ft:gpt-4o:acme::x y", gpt-5, o3 and 1 more on 1 of the last 2 days, never in the 28 days before',
    ]);
    expect(publicDetailOf("new-model", facts)).toBe(
      "4 new models on 1 of the last 2 days, never in the 28 days before",
    );
  });

  test("is not judged where it was not told which models were used", () => {
    const said = "? OpenAI did not say which models it used";
    expect(of([...usual, ...uses([1], 5, null)])).toBe(said);
    expect(of([...usual, ...uses([9], 5, null), ...uses([1], 5)])).toBe(said);
    expect(of([...usual, ...uses([9], 5, null), ...uses([1], 5, "gpt-4o")])).toBe("passed");
  });

  test("is not judged without usage, or with too few days of it", () => {
    expect(applyToKey("new-model", {}, { usage: UNTOLD })).toBe("? the Admin API key may not read usage");
    const usage = { kind: "told", value: { days: DAYS.slice(-15), byKey: new Map(), today: new Map() } } as const;
    expect(applyToKey("new-model", {}, { usage })).toBe("? OpenAI told of too few days to compare with");
  });

  test("compares with as many days as there are", () => {
    const usage = tellUsage({ key_checkout: [...usual, ...uses([1], 5)] });
    if (usage.kind !== "told") throw new Error("it is told");
    const shorter = { kind: "told", value: { ...usage.value, days: DAYS.slice(-20) } } as const;
    expect(applyToKey("new-model", {}, { usage: shorter })).toBe(
      "gpt-5 on 1 of the last 2 days, never in the 18 days before",
    );
  });

  test("is silent about a key that was created in these days, and a note says so", () => {
    const facts = createFacts({
      keys: [createKey({ createdAt: daysAgo(1.5) })],
      usage: tellUsage({ key_checkout: uses([1], 5) }),
    });
    expect(applyRule("new-model", facts)).toEqual([]);
    expect(notesOf("new-model", facts)).toContain(
      "new-model says nothing about 1 key: too young to be compared with the days before.",
    );
  });
});

describe("spike", () => {
  const of = (all: readonly DailyUse[], paid: readonly DailyCost[], key = {}) =>
    applyToKey("spike", key, { usage: tellUsage({ key_checkout: all }), costs: tellCosts({ key_checkout: paid }) });
  const usual = uses(BEFORE, 310);

  test("compares the last day with the median day before, in numbers", () => {
    expect(of([...usual, ...uses([1], 12_400)], costs([1], 18.2))).toBe(
      "12,400 requests on 27 Nov 2026, 40 times the median of 310 on the 28 days before; 18.20 USD",
    );
  });

  test("compares costs where they rose, and requests did not", () => {
    expect(of([...usual, ...uses([1], 310)], [...costs(BEFORE, 1.5), ...costs([1], 1234.5)])).toBe(
      "1,234.50 USD on 27 Nov 2026, 823 times the median of 1.50 USD on the 28 days before; 310 requests",
    );
  });

  test.each([
    ["ten times the median", [...usual, ...uses([1], 3100)], costs([1], 18)],
    ["a rise that cost five dollars", [...usual, ...uses([1], 12_400)], costs([1], 5)],
    ["a rise of today", [...usual, ...uses([0], 12_400)], costs([0], 18)],
    ["a rise of the day before the last", [...usual, ...uses([2], 12_400)], costs([2], 18)],
    ["an idle key", [], []],
  ])("passes %s", (_, all, paid) => {
    expect(of(all, paid)).toBe("passed");
  });

  test("finds one request more than ten times, and one cent more than five dollars", () => {
    expect(of([...usual, ...uses([1], 3101)], costs([1], 5.01))).toBe(
      "3,101 requests on 27 Nov 2026, 10 times the median of 310 on the 28 days before; 5.01 USD",
    );
  });

  test("compares with the days on which the key was used: its weekly day is no rise from nothing", () => {
    const weekly = uses([8, 15, 22, 29], 12_000);
    expect(of([...weekly, ...uses([1], 12_400)], costs([1], 18))).toBe("passed");
    expect(of([...weekly, ...uses([1], 240_000)], costs([1], 18))).toBe(
      "240,000 requests on 27 Nov 2026, 20 times the median of 12,000 on the 4 days of use among the 28 days before; 18.00 USD",
    );
    expect(of([...uses([9], 3), ...uses([1], 300)], costs([1], 18))).toContain(
      "100 times the median of 3 on the 1 day of use",
    );
  });

  test("leaves a first use to new-model: nothing is endless times nothing", () => {
    expect(of(uses([1], 12_400), costs([1], 18))).toBe("passed");
  });

  test("takes the middle of two for a median", () => {
    const even = [...uses([3], 10), ...uses([4], 15)];
    expect(of([...even, ...uses([1], 1000)], costs([1], 18))).toContain(
      "80 times the median of 12.5 on the 2 days of use",
    );
  });

  test("sums the models of a day", () => {
    const all = [...usual, ...uses([1], 2000, "gpt-5"), ...uses([1], 2000, "o3"), ...uses([1], 2000, null)];
    expect(of(all, costs([1], 18))).toContain("6,000 requests");
  });

  test("is silent about a key that is younger than the days before, and a note says so", () => {
    const facts = createFacts({
      keys: [createKey({ createdAt: daysAgo(20) })],
      usage: tellUsage({ key_checkout: [...uses([5, 6, 7], 10), ...uses([1], 12_400)] }),
      costs: tellCosts({ key_checkout: costs([1], 18) }),
    });
    expect(applyRule("spike", facts)).toEqual([]);
    expect(notesOf("spike", facts)).toContain("spike says nothing about 1 key: too young to be compared with 28 days.");
  });

  test("is not judged without costs", () => {
    const usage = tellUsage({ key_checkout: uses([1], 5) });
    expect(applyToKey("spike", {}, { usage, costs: UNTOLD })).toBe("? the Admin API key may not read costs");
    expect(applyToKey("spike", {}, { costs: UNTOLD })).toBe("? the Admin API key may not read costs");
  });

  test("is not judged without usage, unless costs decide it", () => {
    const with_ = (paid: readonly DailyCost[]) =>
      applyToKey("spike", {}, { usage: UNTOLD, costs: tellCosts({ key_checkout: paid }) });
    expect(with_(costs([1], 5))).toBe("passed");
    expect(with_([...costs(BEFORE, 18), ...costs([1], 18)])).toBe("? the Admin API key may not read usage");
    expect(with_([...costs(BEFORE, 1), ...costs([1], 18)])).toBe(
      "18.00 USD on 27 Nov 2026, 18 times the median of 1.00 USD on the 28 days before",
    );
    expect(applyToKey("spike", {}, { usage: UNTOLD, costs: UNTOLD })).toBe("? the Admin API key may not read costs");
  });

  test("is not judged where requests rose and no costs are counted yet", () => {
    expect(of([...usual, ...uses([1], 12_400)], [])).toBe("? OpenAI has not counted its costs of the last day yet");
    expect(of([...usual, ...uses([1], 310)], [])).toBe("passed");
  });

  test("is not judged with too few days", () => {
    const usage = { kind: "told", value: { days: DAYS.slice(-14), byKey: new Map(), today: new Map() } } as const;
    expect(applyToKey("spike", {}, { usage })).toBe("? OpenAI told of too few days to compare with");
  });
});

describe("comparisons", () => {
  test.each(["new-model", "spike"])("of %s come with the remark that use arrives late", (rule) => {
    expect(notesOf(rule, createFacts())).toEqual([
      "OpenAI counts use with a delay. Whole days in UTC are compared, and the last of them may still grow.",
    ]);
  });
});
