import type { Gap } from "../../domain/gap.ts";
import { formatNumber } from "../numbers.ts";
import { SWEEP_COLUMNS } from "../wording/sweep.ts";
import { EXPOSURE_STATES, type ExposureState, type KeyExposure } from "./exposure.ts";

/** A repository that has leaked keys, or that was not read in full. A key counts in each repository that has it. */
export type RepositoryRow = { name: string; states: Readonly<Record<ExposureState, number>>; gaps: number };

/** Lists the repositories that have keys or gaps, those with the most keys that work first. */
export function listRepositories(exposures: readonly KeyExposure[], gaps: readonly Gap[]): readonly RepositoryRow[] {
  const rows = new Map<string, { states: Record<ExposureState, number>; gaps: number }>();
  const getRow = (name: string) => {
    const row = rows.get(name) ?? { states: { works: 0, "may-work": 0, limited: 0, dead: 0 }, gaps: 0 };
    rows.set(name, row);
    return row;
  };
  for (const { finding, state } of exposures) {
    const names = new Set(
      finding.sightings.flatMap(({ repository }) => (repository === undefined ? [] : [repository])),
    );
    for (const name of names) getRow(name).states[state] += 1;
  }
  for (const { repository } of gaps) if (repository !== undefined) getRow(repository).gaps += 1;
  return [...rows].map(([name, row]) => ({ name, ...row })).toSorted(compareRows);
}

function compareRows(a: RepositoryRow, b: RepositoryRow): number {
  const state = EXPOSURE_STATES.find((one) => a.states[one] !== b.states[one]);
  if (state !== undefined) return b.states[state] - a.states[state];
  return b.gaps - a.gaps || (a.name < b.name ? -1 : 1);
}

/** Repositories as they are shown: `left` more are not. Nothing stands as a dash, and a column of nothing is left out. */
export type RepositoryTable = {
  heads: readonly string[];
  rows: readonly { name: string; counts: readonly string[] }[];
  left: number;
};

/** Lays out the first repositories. */
export function buildRepositoryTable(rows: readonly RepositoryRow[], most: number): RepositoryTable {
  const shown = rows.slice(0, most);
  const columns = [
    ...EXPOSURE_STATES.map((state) => {
      return { head: SWEEP_COLUMNS.states[state], count: ({ states }: RepositoryRow) => states[state] };
    }),
    { head: SWEEP_COLUMNS.gaps, count: ({ gaps }: RepositoryRow) => gaps },
  ].filter(({ count }) => shown.some((row) => count(row) > 0));
  const format = (count: number) => (count === 0 ? "–" : formatNumber(count));
  return {
    heads: columns.map(({ head }) => head),
    rows: shown.map((row) => ({ name: row.name, counts: columns.map(({ count }) => format(count(row))) })),
    left: rows.length - shown.length,
  };
}
