import type { Conclusion } from "./domain/report.ts";
import { concludeRotation, type RotationReport } from "./domain/rotation.ts";
import { UsageError } from "./errors.ts";
import { describeBug, NOT_AN_ERROR } from "./messages/crash.ts";
import { redactTokens } from "./messages/quote.ts";

/** Exit codes of the Action and the command line. 2 also stands for wrong use. Never 0 when something was not scanned. */
export const EXIT_CODES = { clean: 0, leaked: 1, incomplete: 2 } as const satisfies Record<Conclusion, number>;

/** How a run of `rotate` ends. What could not be asked goes behind what was begun and not finished: a person has to look. */
export function chooseRotationExit(report: RotationReport): number {
  const conclusion = concludeRotation(report);
  if (conclusion !== "failed" && conclusion !== "unfinished") return EXIT_CODES.clean;
  const isLeft = report.rotations.some(({ state }) => {
    if (state.kind === "refused") return state.because !== "inventory-incomplete";
    return state.kind === "failed" || state.kind === "unfinished";
  });
  return isLeft ? EXIT_CODES.leaked : EXIT_CODES.incomplete;
}

/**
 * Describes why a run could not go on. A UsageError is shown as it is. Of any other error only the name, the code and the
 * stack frames are shown: its message may come from elsewhere and quote a key.
 */
export function describeCrash(error: unknown): string {
  if (error instanceof UsageError) return redactTokens(error.message);
  if (!(error instanceof Error)) return describeBug(NOT_AN_ERROR);
  const code =
    "code" in error && typeof error.code === "string" && /^[A-Z_]{2,40}$/.test(error.code) ? ` ${error.code}` : "";
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [describeBug(`${error.name}${code}`), ...frames.slice(0, 12)].join("\n");
}
