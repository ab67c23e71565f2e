import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { styleText } from "node:util";
import type { Look, Paint } from "../report/terminal/look.ts";
import type { Flags } from "./flags.ts";

const { env, platform, stdout, stderr } = process;

/** What a width is taken for that nobody tells. Terminals of some programs claim to have no column. */
const UNKNOWN_WIDTH = 100;

/** What this terminal can do. */
export function detectLook(flags: Flags): Look {
  const { columns, isTTY } = stdout;
  const locale = env["LC_ALL"] || env["LC_CTYPE"] || env["LANG"] || "";
  const isPlain = env["TERM"] === "linux" || (platform !== "win32" && !/utf-?8/i.test(locale));
  return {
    paint: createPaint(flags),
    width: columns || UNKNOWN_WIDTH,
    unicode: !(isTTY && isPlain),
    verbose: flags.verbose === true,
  };
}

/** The same with links to the files, where the terminal has them. */
export async function detectRichLook(flags: Flags): Promise<Look> {
  if (flags.output || !mayHaveLinks()) return detectLook(flags);
  const { default: supports } = await import("supports-hyperlinks");
  if (!supports.stdout) return detectLook(flags);
  const repo = resolve(flags.repo || ".");
  return {
    ...detectLook(flags),
    link: (text, url) => `\u001b]8;;${url}\u0007${text}\u001b]8;;\u0007`,
    opens: ({ where, path, inHead, alert }) =>
      where === "file" && path !== null && inHead ? pathToFileURL(resolve(repo, path)).href : (alert?.url ?? null),
  };
}

/** What is no terminal has links in these two cases alone: most runs of hooks and workflows need not look further. */
function mayHaveLinks(): boolean {
  return stdout.isTTY || Boolean(env["FORCE_HYPERLINK"] || env["NETLIFY"]);
}

/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
export function createPaint({ color = "auto", output }: Flags): Paint {
  const isOn = color === "always" || (color === "auto" && !env["NO_COLOR"] && stdout.isTTY && !output);
  return isOn ? (style, words) => styleText(style, words) : (_style, words) => words;
}

/** A bar for long work, on a terminal alone; it goes away when the work is done. */
export async function createProgressBar(flags: Flags): Promise<(done: number, expected: number) => void> {
  if (!stderr.isTTY || flags.quiet) return () => {};
  const { default: bars } = await import("cli-progress");
  const bar = new bars.SingleBar({
    format: "{bar} {percentage}% · {eta_formatted} left",
    // At the start there is no estimate, which the library writes as "NFs".
    formatTime: (seconds, options, round) =>
      Number.isFinite(Number(seconds)) ? bars.Format.TimeFormat(seconds, options, round) : "…",
    clearOnComplete: true,
    stream: stderr,
  });
  let isShown = false;
  return (done, expected) => {
    if (!isShown) bar.start(expected, done);
    isShown = true;
    bar.setTotal(expected);
    bar.update(done);
    if (done >= expected) bar.stop();
  };
}
