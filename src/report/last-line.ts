import { concludeRun, type Report } from "../domain/report.ts";
import { formatCount } from "./numbers.ts";
import { describeTitle } from "./wording/title.ts";

/**
 * Why the run fails, in one sentence, for the door to say last; null where it does not fail. Where keys were found that
 * the operator lets pass, the reason is what was not read.
 */
export function describeFailure(report: Report): string | null {
  const ending = concludeRun(report);
  switch (ending) {
    case "clean":
      return null;
    case "leaked": {
      const blocking = report.findings.filter(({ blocks }) => blocks);
      const alive = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
      const lingering = blocking.length - alive;
      if (alive === 0) {
        const [is, it] = lingering === 1 ? ["stands", "it"] : ["stand", "them"];
        return `This fails because ${formatCount(lingering, "dead key")} still ${is} in what was looked at: take ${it} out.`;
      }
      const may = `${formatCount(alive, "exposed OpenAI key")} may still work`;
      return `This fails because ${may}: ${alive === 1 ? "its steps are" : "the steps for each are"} above.`;
    }
    case "incomplete":
      return `This fails because nobody can say that there is no key in what was not read. ${describeTitle(report)}.`;
    default:
      return ending satisfies never;
  }
}
