import { createDecoys, measureDeletion } from "../../test/scan/decoys.ts";
import { stake } from "../../test/scan/stake.ts";
import { type Benchmark, limitTo } from "./line.ts";

/** How long an answer of OpenAI's takes, in milliseconds. */
const LATENCY = 50;
const MOST_DELAY = 2000;

/** When a leaked key is deleted before which texts with the ends of its record stand, on a clock on which nobody waits. */
export const measureDecoys: Benchmark = async ({ isFull }) => {
  const alone = await timeDeletion(0);
  const lines = [];
  for (const count of isFull ? [400, 2000] : [400]) {
    const after = await timeDeletion(count);
    lines.push({
      name: `revocation behind ${count.toLocaleString("en")} decoys, ${LATENCY} ms an answer`,
      measured: `${after.toFixed(0)} ms`,
      reference: `no decoy: ${alone.toFixed(0)} ms`,
      ratio: after / alone,
      wanted: limitTo(after - alone, MOST_DELAY, "ms later"),
    });
  }
  return lines;
};

async function timeDeletion(count: number): Promise<number> {
  await using at = await stake(30, LATENCY);
  const { deletion } = await measureDeletion(at, [...createDecoys(at.production, count), at.production.text]);
  if (!deletion) throw new Error("no key was deleted");
  return deletion.at;
}
