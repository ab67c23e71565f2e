import { styleText } from "node:util";
import { type Flags, oneOf } from "../flags.ts";
import type { Look, Paint } from "../report/brief.ts";

const { env, stdout, stderr } = process;

/** What this terminal can do. */
export function look(flags: Flags): Look {
  return { paint: painter(flags), width: stdout.columns ?? 100, unicode: true };
}

/** Colour where a terminal shows it: `NO_COLOR` (no-color.org) and --color decide before what the stream is. */
export function painter(flags: Flags): Paint {
  const when = oneOf(flags, "color", ["auto", "always", "never"]);
  const isOn = when === "always" || (when === "auto" && !env["NO_COLOR"] && stdout.isTTY && flags.output === undefined);
  return isOn ? (style, words) => styleText(style, words) : (_style, words) => words;
}

/** A bar for long work, on a terminal alone; it goes away when the work is done. */
export async function progressBar(flags: Flags): Promise<(done: number, expected: number) => void> {
  if (!stderr.isTTY || flags.quiet) return () => {};
  const { default: bars } = await import("cli-progress");
  const bar = new bars.SingleBar({
    format: "{bar} {percentage}% · {eta_formatted} left",
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
