import "./rolldown-runtime.js";
import { formatRunUrl, info, tryOrWarn, warning } from "./outputs.js";
import { describeProvenEnd } from "./report.js";
// src/action/resolve-alerts.ts
async function resolveDeadAlerts(closeAlerts, { findings }) {
	await tryOrWarn("Closing alerts", async () => {
		for (const { isClosed, sentence } of await closeAlerts(findings, (end) => describeProvenEnd(end, formatRunUrl()))) if (isClosed) info(sentence);
		else warning(sentence);
	});
}
export { resolveDeadAlerts };
