import { completion, SHELLS } from "../completion/completion.ts";
import { UsageError } from "../errors.ts";
import { suggestNearest } from "../settings/nearest.ts";
import { shownWord } from "./flags.ts";

/** `completion bash|zsh|fish`: a script on standard output. */
export function complete([word, ...more]: readonly string[]): void {
  const shell = SHELLS.find((one) => one === word);
  if (shell === undefined || more.length > 0) {
    throw new UsageError(
      `completion takes one of ${SHELLS.join(", ")}; ${shownWord([word, ...more].join(" "))} was given.${suggestNearest(word ?? "", SHELLS)}`,
    );
  }
  process.stdout.write(completion(shell));
}
