import { expect, test } from "vitest";
import { Budget } from "../../src/sweep/scan/budget.ts";

/** The order in which parts of ten were given, each given back in turn. */
async function share(amounts: readonly number[]): Promise<readonly (readonly number[])[]> {
  const budget = new Budget(10);
  const held = new Map<number, () => void>();
  const wanted = amounts.map(async (amount, index) => void held.set(index, await budget.reserve(amount)));
  const rounds: number[][] = [];
  for (let left = amounts.length; left > 0; ) {
    while (held.size === 0) await Promise.resolve();
    await new Promise(setImmediate);
    rounds.push([...held.keys()].map((index) => amounts[index] ?? 0));
    const all = [...held.values()];
    left -= held.size;
    held.clear();
    for (const giveBack of all) giveBack();
  }
  await Promise.all(wanted);
  return rounds;
}

test("small parts are given at once, and one that wants all or more waits its turn and is alone", async () => {
  expect(await share([1, 2, 3])).toEqual([[1, 2, 3]]);
  expect(await share([4, 4, 4])).toEqual([[4, 4], [4]]);
  // The small one behind does not overtake.
  expect(await share([1, 50, 1])).toEqual([[1], [50], [1]]);
});
