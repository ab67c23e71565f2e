import type { Flags } from "./flags.ts";
import type { TypedScan } from "./scan-typed.ts";

/** The flags that hooks use, which take no value. */
const PLAIN_FLAGS: Readonly<Record<string, keyof Flags>> = {
  "--staged": "staged",
  "--pushed": "pushed",
  "--quiet": "quiet",
};

/**
 * Reads a `scan` as hooks run it, without commander: loading it, and describing every flag to it, takes as long as all that
 * git does for a commit. Null where anything else was typed, which commander parses.
 */
export function readPlainScan(typed: readonly string[]): TypedScan | null {
  const [command, ...rest] = typed;
  if (command !== "scan") return null;
  const end = rest.indexOf("--");
  const [before, after] = end < 0 ? [rest, []] : [rest.slice(0, end), rest.slice(end + 1)];
  const flags: Flags = {};
  const words: string[] = [];
  for (const word of before) {
    const flag = PLAIN_FLAGS[word];
    if (flag !== undefined) Object.assign(flags, { [flag]: true });
    else if (word.startsWith("-")) return null;
    else words.push(word);
  }
  return { words: [...words, ...after], flags, typed };
}
