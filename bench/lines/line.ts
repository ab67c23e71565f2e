import type { Cost, Measured } from "../measure.ts";

/** One line of the requirements on speed: what was measured, against what in the same run, and what is wanted of it. */
export type Line = {
  name: string;
  measured: string;
  reference: string;
  /** How many times the reference. */
  ratio: number;
  /** What is wanted, and whether it is met; null where nothing is wanted of this line. */
  wanted: { text: string; isMet: boolean } | null;
};

/** What a run of all benchmarks is told. */
export type Settings = {
  /** How often each process is run. */
  runs: number;
  /** Whether everything has the size that is talked of in the requirements, however long that takes. */
  isFull: boolean;
  /** Clones whose history is to be read. */
  histories: readonly string[];
  dist: string;
  node: string;
  /** A temporary folder. */
  folder: string;
};

/** Measures some lines. */
export type Benchmark = (settings: Settings) => Promise<readonly Line[]>;

/** A figure of a process and of its references, which count together. */
export function compareFigures(
  name: string,
  figure: keyof Cost,
  [subject, ...references]: readonly [Measured, ...Measured[]],
  { of, most = null }: { of: string; most?: number | null },
): Line {
  const measured = subject.minimum[figure];
  const reference = references.reduce((sum, { minimum }) => sum + minimum[figure], 0);
  const ratio = measured / reference;
  const wanted = most === null ? null : { text: `≤ ${most} ×`, isMet: ratio <= most };
  return { name, measured: print(figure, measured), reference: `${of}: ${print(figure, reference)}`, ratio, wanted };
}

/** What is wanted where a figure has a limit of its own, whatever the reference is. */
export function limitTo(value: number, most: number, unit: string): NonNullable<Line["wanted"]> {
  return { text: `≤ ${most.toLocaleString("en")} ${unit}`, isMet: value <= most };
}

/** A figure with its unit. */
export function print(figure: keyof Cost, value: number): string {
  if (figure === "own" || figure === "largest") return `${value.toFixed(0)} MB`;
  const time = value < 10_000 ? `${value.toFixed(0)} ms` : `${(value / 1000).toFixed(1)} s`;
  return figure === "cpu" ? `${time} CPU` : time;
}
