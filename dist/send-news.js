import "./rolldown-runtime.js";
import { readNotifySecret, warning } from "./notify-secret.js";
import { VERSION } from "./scan.js";
// src/action/send-news.ts
const { env } = process;
async function sendNews({ report, context, notify, scope, comment }, { serverUrl, repository }, clock) {
	const { hasNews } = await import("./report.js").then((n) => n.news_exports);
	if (!hasNews(report, notify.when, comment?.before ?? null)) return;
	const { createNoticeContent } = await import("./report.js").then((n) => n.content_exports);
	await sendContent(createNoticeContent(report, describeSource(scope, {
		serverUrl,
		repository
	}), context), notify, clock);
}
async function sendContent(content, { url, format }, clock) {
	const { sendNotice } = await import("./send-notice.js");
	const warning$1 = await sendNotice({
		url,
		format,
		secret: readNotifySecret()
	}, content, {
		clock,
		name: "notify-url",
		version: VERSION,
		environment: env
	});
	if (warning$1 !== null) warning(warning$1);
}
function describeSource({ pull }, { serverUrl, repository }) {
	const url = (number) => `${serverUrl}/${repository}/pull/${number}`;
	return {
		repository: repository || null,
		pull: pull && {
			number: pull.number,
			url: url(pull.number)
		}
	};
}
export { sendContent, sendNews };
