import type { Finding } from "../domain/finding.ts";
import { isFailure } from "../domain/gap.ts";
import { conclude, type Report } from "../domain/report.ts";
import { counted, grouped } from "./figures.ts";
import { mayReturn, STANDINGS, type Standing, standingOf } from "./standing.ts";

/** The verdict in one line, counts first: "2 OpenAI keys are exposed; 1 thing was not read". */
export function headline(report: Report): string {
  const groups = STANDINGS.map((standing) => ({
    standing,
    findings: report.findings.filter((one) => standingOf(one) === standing),
  })).filter(({ findings }) => findings.length > 0);
  const told = groups.map(({ standing, findings }, index) => tale(standing, findings, index === 0));
  const failures = report.gaps.filter(isFailure).length;
  const unread = `${counted(failures, "thing")} ${failures === 1 ? "was" : "were"} not read`;
  const conclusion = conclude(report);
  switch (conclusion) {
    case "clean":
      return told.length > 0 ? told.join("; ") : "No OpenAI keys found";
    case "leaked":
      return [...told, ...(failures > 0 ? [unread] : [])].join("; ");
    case "incomplete":
      return [`Could not tell: ${unread}`, ...told].join("; ");
    default:
      return conclusion satisfies never;
  }
}

/** The first group says what is counted; those after it need not say it again. */
function tale(standing: Standing, findings: readonly Finding[], isFirst: boolean): string {
  const [is, was] = findings.length === 1 ? ["is", "was"] : ["are", "were"];
  const suspected = findings.every(({ confidence }) => confidence === "suspected") ? "suspected " : "";
  const subject = isFirst
    ? counted(findings.length, `${suspected}OpenAI key`)
    : `${grouped(findings.length)}${suspected && " suspected"}`;
  const dead = findings.some(mayReturn) ? "inactive" : "dead";
  switch (standing) {
    case "exposed":
      return `${subject} ${is} exposed`;
    case "lingering":
      return `${subject} ${was} exposed and ${is} ${dead}, but still in the head`;
    case "dead":
      return `${subject} ${was} exposed and ${is} ${dead}`;
    case "older":
      return `${subject} ${was} here before this change`;
    default:
      return standing satisfies never;
  }
}
