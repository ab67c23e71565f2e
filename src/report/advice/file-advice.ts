import { type Line, line } from "../line.ts";
import {
  CI_FILES,
  DEPLOYMENT_FILES,
  type FileRule,
  LOCAL_FILES,
  readInstead,
  SHIPPED_FILES,
  VARIABLE,
  WRITTEN_FILES,
} from "./file-rules.ts";

/** Where a key belongs instead of in a file, how to take it out, and how to do without any. `keep` goes on from "Keep it". */
type FileAdvice = { keep: Line; remove: Line; instead: Line | null };

/** Where a key belongs when nothing better is known. */
export const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;

/** How programs read the variable, by the end of the file's name. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/\.[cm]?[jt]s$/, ["process", "env", VARIABLE].join(".")],
  [/\.py[iwx]?$/, `os.environ["${VARIABLE}"]`],
  [/\.go$/, `os.Getenv("${VARIABLE}")`],
  [/\.(?:rb|rake)$|(?:^|\/)(?:gem|rake)file$/, `ENV["${VARIABLE}"]`],
  [/\.(?:java|kts?|scala|groovy|gradle)$/, `System.getenv("${VARIABLE}")`],
  [/\.clj[cs]?$/, `(System/getenv "${VARIABLE}")`],
  [/\.(?:cs|fs|vb)x?$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
  [/\.php$/, `getenv("${VARIABLE}")`],
  [/\.rs$/, `std::env::var("${VARIABLE}")`],
  [/\.(?:c|cc|cpp|cxx|h|hpp)$/, `getenv("${VARIABLE}")`],
  [/\.exs?$/, `System.get_env("${VARIABLE}")`],
  [/\.(?:r|rmd|qmd)$/, `Sys.getenv("${VARIABLE}")`],
  [/\.jl$/, `ENV["${VARIABLE}"]`],
  [/\.lua$/, `os.getenv("${VARIABLE}")`],
  [/\.p[lm]$/, `$ENV{${VARIABLE}}`],
  [/\.ps[dm]?1$/, `$env:${VARIABLE}`],
  [/\.(?:bat|cmd)$/, `%${VARIABLE}%`],
  [/\.(?:ba|z|k|fi)?sh$|(?:^|\/)(?:make|just|proc)file$|\.mk$/, `$${VARIABLE}`],
];

const CONFIGURATION = /\.(?:json[c5]?|ya?ml|toml|ini|cfg|conf|config|xml|properties)$/;

/** The first rule whose pattern fits decides. */
const RULES: readonly FileRule[] = [
  ...LOCAL_FILES,
  ...CI_FILES,
  ...DEPLOYMENT_FILES,
  ...SHIPPED_FILES,
  ...WRITTEN_FILES,
  ...READERS.map(([pattern, expression]) => ({ pattern, remove: readInstead(expression) })),
  {
    pattern: CONFIGURATION,
    remove: (path) => line`In ${path}, read ${VARIABLE} from the environment.`,
  },
];

/** What to do about a key in this file. The path is as others wrote it, with `/`. */
export function findFileAdvice(path: string): FileAdvice {
  const lowerCase = path.toLowerCase();
  const rule = RULES.find(({ pattern }) => pattern.test(lowerCase));
  return {
    keep: rule?.keep ?? ENVIRONMENT,
    remove: rule?.remove(path) ?? line`Take the key out of ${path}.`,
    instead: rule?.instead ?? null,
  };
}
