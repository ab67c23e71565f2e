import { writeFileSync } from "node:fs";
import path from "node:path";
import { FORMATS } from "../../src/cli/flags.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { gitRepo } from "../../test/support/git-repo.ts";
import { type Command, compareInTurn } from "../measure.ts";
import { type Benchmark, compareFigures, type Line, limitTo } from "./line.ts";

const MOST_MEMORY = 200;
const MANY = 32_000;
const FEW = 1000;

/** A change with very many keys, told in every format, against one with fewer: time for each key, and memory. */
export const measureReports: Benchmark = async ({ node, dist, isFull }) => {
  const [many, few] = [await commitKeys(MANY), await commitKeys(FEW)];
  const lines: Line[] = [];
  for (const format of isFull ? FORMATS : FORMATS.slice(0, 2)) {
    const words = [node, path.join(dist, "cli.js"), "scan", "HEAD~1..HEAD", "--format", format];
    const scan = (cwd: string): Command => ({ words, cwd, allowed: [1], mute: true });
    const costs = await compareInTurn({ many: scan(many), few: scan(few) }, 1, { warm: false });
    const name = `${MANY.toLocaleString("en")} keys in one change, ${format}`;
    const of = `${FEW.toLocaleString("en")} keys`;
    const memory = compareFigures(name, "own", [costs.many, costs.few], { of });
    lines.push(compareFigures(name, "cpu", [costs.many, costs.few], { of, most: MANY / FEW }), {
      ...memory,
      wanted: limitTo(costs.many.minimum.own, MOST_MEMORY, "MB"),
    });
  }
  return lines;
};

async function commitKeys(count: number): Promise<string> {
  const repo = await gitRepo({ start: "1" });
  const keys = Array.from({ length: count }, (_, n) => `KEY_${n}="${createFakeKey("project", `report ${n}`)}"\n`);
  writeFileSync(path.join(repo.dir, "keys.env"), keys.join(""));
  await repo.commit({});
  return repo.dir;
}
