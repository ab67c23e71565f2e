import micromatch from "micromatch";
import type { Home } from "../domain/inventory.ts";
import { normalizeName } from "../domain/protection.ts";

/** Tells whether a project fits a list of ids, names and globs. */
export type ProjectFilter = (project: Pick<Home, "id" | "name"> | null) => boolean;

/** In a name a slash is a letter like any other. */
const GLOB_OPTIONS = { bash: true, dot: true, nonegate: true, windows: false } as const;

/** Builds the filter of a list; null means every project, and no project at all fits it too. */
export function buildProjectFilter(words: readonly string[] | null): ProjectFilter {
  if (words === null) return () => true;
  const filters = words.map(buildFilter);
  const known = new Map<string, boolean>();
  return (project) => {
    if (project === null) return false;
    const name = `${project.id} ${project.name}`;
    const fits = known.get(name) ?? filters.some((matches) => matches(project));
    known.set(name, fits);
    return fits;
  };
}

function buildFilter(word: string): (project: Pick<Home, "id" | "name">) => boolean {
  const wanted = normalizeName(word);
  const matches = micromatch.matcher(wanted, GLOB_OPTIONS);
  return ({ id, name }) =>
    [id, name].some((given) => {
      const text = normalizeName(given ?? "");
      return text !== "" && (text === wanted || matches(text));
    });
}
