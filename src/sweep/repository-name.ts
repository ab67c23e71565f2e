import { formatSafeJson } from "../report/safe-json.ts";

/** No repository of GitHub's has a longer name, without its owner. In characters. */
const LONGEST_NAME = 100;

/**
 * The name of a repository, for documents: one that spells a key is in none. GitHub's number is in its place, in a name too
 * long for any repository: whoever asks for that finds nothing, and goes by the number, as after a renaming.
 */
export function formatRepositoryName({ id, name }: { id: number; name: string }): string {
  if (JSON.parse(formatSafeJson(name)) === name) return name;
  const owner = name.slice(0, name.indexOf("/"));
  return `${owner}/${`repository-${id}-whose-name-spells-a-key`.padEnd(LONGEST_NAME + 1, "-")}`;
}
