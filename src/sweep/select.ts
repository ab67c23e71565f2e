import type { LeftOutCounts, ListedRepository } from "../domain/sweep.ts";
import { UsageError } from "../errors.ts";
import { describeIdleGlobs } from "../messages/errors/command-line/sweep.ts";

/** Which repositories the operator wants. Globs fit the name alone (`web-*`) or with its owner (`acme/web-*`). */
export type RepositoryChoice = {
  include: readonly string[];
  exclude: readonly string[];
  archived: boolean;
  forks: boolean;
};

/** Those that were chosen, and how many were not, by why. */
export type ChosenRepositories = { chosen: readonly ListedRepository[]; leftOut: LeftOutCounts };

/**
 * Selects the repositories of a sweep.
 *
 * @throws UsageError for a glob that fits none: what a typing error was meant for would pass as swept, or be swept.
 */
export async function selectRepositories(
  listed: readonly ListedRepository[],
  { include, exclude, archived, forks }: RepositoryChoice,
): Promise<ChosenRepositories> {
  const { default: micromatch } = await import("micromatch");
  const fits = (glob: string) => {
    const matches = micromatch.matcher(glob, { nocase: true, dot: true });
    return ({ name }: ListedRepository) => matches(name) || matches(name.slice(name.indexOf("/") + 1));
  };
  const idle = [...include, ...exclude].filter((glob) => !listed.some(fits(glob)));
  if (idle.length > 0) throw new UsageError(describeIdleGlobs(idle));
  const [wanted, unwanted] = [include.map(fits), exclude.map(fits)];
  const explain = (one: ListedRepository): keyof LeftOutCounts | null => {
    if (wanted.length > 0 && !wanted.some((matches) => matches(one))) return "not-included";
    if (unwanted.some((matches) => matches(one))) return "excluded";
    if (one.isArchived && !archived) return "archived";
    return one.isFork && !forks ? "fork" : null;
  };
  const explained = listed.map((one) => ({ one, why: explain(one) }));
  const count = (wanted: keyof LeftOutCounts) => explained.filter(({ why }) => why === wanted).length;
  return {
    chosen: explained.filter(({ why }) => why === null).map(({ one }) => one),
    leftOut: {
      archived: count("archived"),
      fork: count("fork"),
      "not-included": count("not-included"),
      excluded: count("excluded"),
    },
  };
}
