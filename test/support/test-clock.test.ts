import { expect, test } from "vitest";
import { TestClock } from "./test-clock.ts";

test("a sleep moves the time on, and waits for nothing", async () => {
  const clock = new TestClock(new Date("2026-01-01T00:00:00Z"));
  await clock.sleep(24 * 3_600_000);
  expect(clock.now()).toEqual(new Date("2026-01-02T00:00:00Z"));
  expect(clock.elapsed()).toBe(24 * 3_600_000);
  expect(clock.sleeps).toEqual([24 * 3_600_000]);
});

test("concurrent sleepers wake in the order of their ends, each at its own time", async () => {
  const clock = new TestClock();
  const woken: [string, number][] = [];
  const sleep = async (name: string, ...waits: number[]) => {
    for (const wait of waits) {
      await clock.sleep(wait);
      woken.push([name, clock.elapsed()]);
    }
  };
  await Promise.all([sleep("slow", 1000), sleep("quick", 100, 100, 2000), sleep("other", 150)]);
  expect(woken).toEqual([
    ["quick", 100],
    ["other", 150],
    ["quick", 200],
    ["slow", 1000],
    ["quick", 2200],
  ]);
});

test("an aborted sleep ends early, and no time passes", async () => {
  const clock = new TestClock();
  const controller = new AbortController();
  const sleep = clock.sleep(1000, controller.signal);
  controller.abort();
  await sleep;
  await clock.sleep(1000, AbortSignal.abort());
  expect(clock.elapsed()).toBe(0);
});
