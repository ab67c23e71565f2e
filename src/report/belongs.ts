import { type Line, line } from "./line.ts";

/** Where a key belongs that stood in such a file, and how to take it out of there. */
export type Belonging = { keep: Line; remove: Line };

const VARIABLE = "OPENAI_API_KEY";

/** How programs read the variable, by the end of the file's name. */
const READERS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:[cm]?[jt]sx?|vue|svelte|astro)$/, ["process", "env", VARIABLE].join(".")],
  [/\.py[iw]?$/, `os.environ["${VARIABLE}"]`],
  [/\.go$/, `os.Getenv("${VARIABLE}")`],
  [/\.(?:rb|rake)$/, `ENV["${VARIABLE}"]`],
  [/\.(?:java|kt|kts|scala|groovy)$/, `System.getenv("${VARIABLE}")`],
  [/\.(?:cs|fs|vb)$/, `Environment.GetEnvironmentVariable("${VARIABLE}")`],
  [/\.php$/, `getenv("${VARIABLE}")`],
  [/\.rs$/, `std::env::var("${VARIABLE}")`],
  [/\.(?:ba|z|fi)?sh$/, `$${VARIABLE}`],
];

/** Where a key of this file belongs. `path` is what others named it, with `/`. */
export function belonging(path: string): Belonging {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const environment = line`an environment variable such as ${VARIABLE}`;
  if (/(?:^|[._-])(?:example|sample|template|dist)(?:[._-]|$)/.test(name) && name.includes("env")) {
    return { keep: line`an untracked ${".env"} or a secret store`, remove: line`Leave its value empty in ${path}.` };
  }
  if (/^\.env(?:\.|$)|\.env$/.test(name)) {
    return {
      keep: line`a secret store, or a ${".env"} that git does not track`,
      remove: line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`,
    };
  }
  if (/(?:^|\/)\.github\/.+\.ya?ml$/i.test(path)) {
    return {
      keep: line`a secret of the repository`,
      remove: line`In ${path}, read ${`\${{ secrets.${VARIABLE} }}`} instead.`,
    };
  }
  if (name.endsWith(".ipynb")) {
    return {
      keep: environment,
      remove: line`Take it out of ${path}, the outputs too, and read ${`os.environ["${VARIABLE}"]`} instead.`,
    };
  }
  if (/^(?:docker|container)file(?:\.|$)|\.dockerfile$/.test(name)) {
    return {
      keep: line`the environment the container is started with`,
      remove: line`Take it out of ${path}, and delete images built from it: their layers keep it.`,
    };
  }
  if (/\.(?:tf|tfvars|hcl)$/.test(name)) {
    return {
      keep: line`a secret store, or a variable with ${"sensitive = true"}`,
      remove: line`Take it out of ${path}; the state file may hold it too.`,
    };
  }
  const reader = READERS.find(([ending]) => ending.test(name))?.[1];
  return {
    keep: environment,
    remove: reader === undefined ? line`Take it out of ${path}.` : line`In ${path}, read ${reader} instead.`,
  };
}
