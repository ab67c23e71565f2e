import { CI } from "../belongs-ci.ts";
import { DEPLOYED } from "../belongs-deployed.ts";
import { LEFT_OVER } from "../belongs-left-over.ts";
import { LOCAL } from "../belongs-local.ts";
import { SHIPPED } from "../belongs-shipped.ts";
import { line } from "../line.ts";
import { ENVIRONMENT, type FileAdvice, type FileRule, readInstead, VARIABLE } from "./file-rules.ts";

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

const RULES: readonly FileRule[] = [
  ...LOCAL,
  ...CI,
  ...DEPLOYED,
  ...SHIPPED,
  ...LEFT_OVER,
  ...READERS.map(([of, how]) => ({ of, remove: readInstead(how) })),
  {
    of: CONFIGURATION,
    remove: (path) => line`Take it out of ${path}, and let the program read ${VARIABLE} from its environment.`,
  },
];

/** Where a key of this file belongs. `path` is what others named it, with `/`. */
export function findFileAdvice(path: string): FileAdvice {
  const known = path.toLowerCase();
  const rule = RULES.find(({ of }) => of.test(known));
  return {
    keep: rule?.keep ?? ENVIRONMENT,
    remove: rule?.remove(path) ?? line`Take it out of ${path}.`,
    instead: rule?.instead ?? null,
  };
}
