import "./rolldown-runtime.js";
import { Ht as concludeRun, ft as headline, vt as counted } from "./core.js";
// src/report/last-line.ts
function renderLastLine(report) {
	const ending = concludeRun(report);
	switch (ending) {
		case "clean": return null;
		case "leaked": {
			const blocking = report.findings.filter(({ blocks }) => blocks);
			const alive = blocking.filter(({ validity }) => validity.kind !== "inactive").length;
			const lingering = blocking.length - alive;
			if (alive === 0) {
				const [is, it] = lingering === 1 ? ["stands", "it"] : ["stand", "them"];
				return `This fails because ${counted(lingering, "dead key")} still ${is} in what was looked at: take ${it} out.`;
			}
			return `This fails because ${`${counted(alive, "exposed OpenAI key")} may still work`}: ${alive === 1 ? "its steps are" : "the steps for each are"} above.`;
		}
		case "incomplete": return `This fails because nobody can say that there is no key in what was not read. ${headline(report)}.`;
		default: return ending;
	}
}
export { renderLastLine as t };
