import { describe, expect, test } from "vitest";
import {
  endless,
  expectGap,
  expectNoHarm,
  expectUnchecked,
  FAULTS,
  isOfAdminKeys,
  LISTINGS,
  OTHERS,
  runWithFaults,
} from "./faulty-runs.ts";

/** Pages without end take thousands of requests: test/soak tries them at every call. */
const QUICK = FAULTS.filter(([, fault]) => fault !== endless);

/** Of the faults at each other call a third, another for each; test/soak has them all. */
const THIRD = 3;

describe.concurrent("whatever OpenAI answers to", () => {
  test.each(LISTINGS)("%s, it leaves a gap, and no key is ours or another organisation's", async (_, isIt) => {
    for (const [name, fault] of QUICK) {
      expectUnchecked(name, await runWithFaults((asked) => (isIt(asked) ? fault : null)));
    }
  });

  test.each(
    OTHERS.map(([name, isIt], index) => [name, isIt, index] as const),
  )("%s, it does no harm", async (_, isIt, index) => {
    for (const [name, fault] of QUICK.filter((__, number) => number % THIRD === index % THIRD)) {
      expectNoHarm(name, await runWithFaults((asked) => (isIt(asked) ? fault : null)));
    }
  });
});

test("whatever OpenAI answers to GET admin keys, it leaves a gap, and keys of projects are known all the same", async () => {
  for (const [name, fault] of QUICK) {
    const one = await runWithFaults((asked) => (isOfAdminKeys(asked) ? fault : null));
    expectNoHarm(name, one);
    expectGap(name, one);
    expect(one.report.findings.map(({ identity, outcome }) => [name, identity.kind, outcome.kind])).toEqual([
      [name, "ours", "contained"],
      [name, "foreign", "left"],
    ]);
  }
});

test("without a fault the same run contains the key that is ours, and no other", async () => {
  const one = await runWithFaults(() => null);
  expect(one.report.gaps).toEqual([]);
  expect(one.report.findings.map(({ outcome }) => outcome.kind)).toEqual(["contained", "left"]);
  expectNoHarm("none", one);
});

test("a deletion whose answer is garbled after it was done is found out to be done", async () => {
  for (const spoilt of [{ status: 200, body: {} }, { status: 502 }, { status: 404, body: "<html>" }]) {
    const { report, ours } = await runWithFaults(({ method }) => (method === "DELETE" ? () => spoilt : null));
    expect(ours.deletedAt).not.toBe(null);
    expect(report.findings[0]?.outcome.kind, JSON.stringify(spoilt)).toBe("contained");
  }
});

test("a 404 of a proxy is not taken for a record that is gone: neither when deleting nor when reading it back", async () => {
  const { report, ours } = await runWithFaults(({ method, path }) => {
    if (method === "DELETE") return { status: 502 };
    return path.includes("/api_keys/") ? { status: 404, body: "<html>not here</html>" } : null;
  });
  expect(ours.deletedAt).toBe(null);
  expect(report.findings[0]?.outcome.kind).toBe("failed");
});
