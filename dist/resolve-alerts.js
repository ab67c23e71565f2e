import "./rolldown-runtime.js";
import { formatRunUrl, info, tryOrWarn, warning } from "./outputs.js";
import { describeProvenEnd } from "./report.js";
// src/action/resolve-alerts.ts
async function resolveDeadAlerts(closeAlerts, { findings }, isDryRun) {
	await tryOrWarn("Closing alerts", async () => {
		const describeEnd = (end) => describeProvenEnd(end, formatRunUrl());
		for (const { isRefused, sentence } of await closeAlerts(findings, {
			describeEnd,
			isDryRun
		})) if (isRefused) warning(sentence);
		else info(sentence);
	});
}
export { resolveDeadAlerts };
