import { __exportAll } from "./rolldown-runtime.js";
import { PrivateText, SYSTEM_CLOCK, VERSION, createPlaceLinks, isUnpublished } from "./scan.js";
import { renderSlack, renderTeams } from "./report.js";
import { RECEIVERS, describeNotifyFailure } from "./messages.js";
const BlockList = process.getBuiltinModule("node:net").BlockList;
const isIP = process.getBuiltinModule("node:net").isIP;
const createHmac = (...args) => process.getBuiltinModule("node:crypto").createHmac(...args);
const lookup = process.getBuiltinModule("node:dns/promises").lookup;
// src/action/send-news.ts
var send_news_exports$1 = /* @__PURE__ */ __exportAll({
	sendContent: () => sendContent,
	sendNews: () => sendNews$1
});
const { env: env$1 } = process;
async function sendNews$1({ report, context, notify, secret, scope, comment }, { serverUrl, repository }, clock) {
	const { hasNews } = await import("./report.js").then((n) => n.news_exports);
	if (!hasNews(report, notify.when, comment?.before ?? null)) return null;
	const { createNoticeContent } = await import("./report.js").then((n) => n.content_exports);
	return await sendContent(createNoticeContent(report, describeSource(scope, {
		serverUrl,
		repository
	}), context), {
		...notify,
		secret
	}, clock);
}
async function sendContent(content, { url, format, secret }, clock) {
	const { sendNotice } = await Promise.resolve().then(() => send_notice_exports);
	return await sendNotice({
		url,
		format,
		secret
	}, content, {
		clock,
		name: "notify-url",
		version: VERSION,
		environment: env$1
	});
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
// src/cli/send-news.ts
var send_news_exports = /* @__PURE__ */ __exportAll({ sendNews: () => sendNews });
const { env, stderr } = process;
async function sendNews(report, { notify }, before = null) {
	if (notify === null || isUnpublished(report.change)) return;
	const { hasNews } = await import("./report.js").then((n) => n.news_exports);
	if (!hasNews(report, notify.when, before)) return;
	const [{ sendNotice }, { createNoticeContent }, { BARE_CONTEXT }] = await Promise.all([
		Promise.resolve().then(() => send_notice_exports),
		import("./report.js").then((n) => n.content_exports),
		import("./scan.js").then((n) => n.context_exports)
	]);
	const { change } = report;
	const here = env["GITHUB_REPOSITORY"] || null;
	const link = await createPlaceLinks(change);
	const source = {
		repository: nameScope(change) ?? here,
		pull: null
	};
	const context = {
		...BARE_CONTEXT,
		now: SYSTEM_CLOCK.now(),
		head: "",
		version: VERSION,
		link
	};
	const secret = env["NOTIFY_SECRET"] ? new PrivateText(env["NOTIFY_SECRET"]) : null;
	const world = {
		clock: SYSTEM_CLOCK,
		name: "NOTIFY_URL",
		version: VERSION,
		environment: env
	};
	const warning = await sendNotice({
		...notify,
		secret
	}, createNoticeContent(report, source, context), world);
	if (warning !== null) stderr.write(`${warning}\n`);
}
function nameScope(change) {
	if (change.kind === "sweep") return change.organization;
	return change.kind === "alerts" ? change.of : null;
}
// src/notify/private-addresses.ts
const PRIVATE_IPV4 = [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["224.0.0.0", 3]
];
const PRIVATE_IPV6 = [
	["::", 96],
	["2001::", 32],
	["2002::", 16],
	["fc00::", 7],
	["fe80::", 9],
	["ff00::", 8]
];
const NAT64 = ["64:ff9b::", "64:ff9b:1::"];
function isPrivateAddress(address) {
	const version = isIP(address);
	return version !== 0 && createBlockList().check(address, version === 6 ? "ipv6" : "ipv4");
}
function createBlockList() {
	const list = new BlockList();
	for (const [net, prefix] of PRIVATE_IPV4) {
		list.addSubnet(net, prefix, "ipv4");
		for (const gateway of NAT64) list.addSubnet(`${gateway}${net}`, 96 + prefix, "ipv6");
	}
	for (const [net, prefix] of PRIVATE_IPV6) list.addSubnet(net, prefix, "ipv6");
	return list;
}
// src/notify/send-message.ts
const TRIES = 3;
const TIMEOUT = 1e4;
const FIRST_WAIT = 1e3;
const LONGEST_WAIT = 2e4;
async function sendMessage(message, sending) {
	const url = new URL(message.url.reveal());
	if (await isPrivate(url, sending)) return { kind: "private-address" };
	for (let tries = 1;; tries += 1) {
		const { failure, wait } = await sendOnce(url, message, sending);
		const pause = wait ?? FIRST_WAIT * 4 ** (tries - 1);
		if (!(failure !== null && /^(?:no-answer|limited|outage)$/.test(failure.kind)) || tries >= TRIES || pause > LONGEST_WAIT) return failure;
		await sending.clock.sleep(pause);
	}
}
function computeSignature(secret, body) {
	return `sha256=${createHmac("sha256", secret.reveal()).update(body).digest("hex")}`;
}
async function isPrivate({ hostname, protocol }, { resolve = resolveHost, endAfter = endAfterMilliseconds }) {
	if (protocol === "http:" || [
		"localhost",
		"127.0.0.1",
		"[::1]"
	].includes(hostname)) return false;
	const signal = endAfter(TIMEOUT);
	const isTooLate = new Promise((end) => {
		signal.addEventListener("abort", () => void end([]), { once: true });
	});
	return (await Promise.race([resolve(hostname.replace(/^\[|\]$/g, "")).catch(() => []), isTooLate])).some(isPrivateAddress);
}
function endAfterMilliseconds(milliseconds) {
	return AbortSignal.timeout(milliseconds);
}
async function resolveHost(host) {
	return (await lookup(host, { all: true })).map(({ address }) => address);
}
async function sendOnce(url, { body, secret }, { fetch: send = fetch, endAfter = endAfterMilliseconds, userAgent, clock }) {
	try {
		const { status, headers, body: answer } = await send(url, {
			method: "POST",
			headers: {
				"content-type": "application/json; charset=utf-8",
				"user-agent": userAgent,
				...secret && { "x-hub-signature-256": computeSignature(secret, body) }
			},
			body,
			redirect: "manual",
			signal: endAfter(TIMEOUT)
		});
		await answer?.cancel().catch(() => {});
		return {
			failure: classifyStatus(status),
			...parseWait(headers.get("retry-after"), clock.now())
		};
	} catch {
		return { failure: { kind: "no-answer" } };
	}
}
function classifyStatus(status) {
	if (status >= 200 && status < 300) return null;
	if (status >= 300 && status < 400) return {
		kind: "redirect",
		status
	};
	if (status === 429) return {
		kind: "limited",
		status
	};
	if (status >= 500) return {
		kind: "outage",
		status
	};
	return {
		kind: /^(?:401|403|404|410)$/.test(String(status)) ? "unknown-address" : "refused",
		status
	};
}
function parseWait(text, now) {
	if (text === null) return {};
	if (/^\d{1,6}$/.test(text)) return { wait: Number(text) * 1e3 };
	const until = Date.parse(text);
	return Number.isNaN(until) ? {} : { wait: Math.max(until - now.getTime(), 0) };
}
// src/notify/send-notice.ts
var send_notice_exports = /* @__PURE__ */ __exportAll({ sendNotice: () => sendNotice });
async function sendNotice({ url, format, secret }, content, world) {
	const { clock, name, version, environment } = world;
	(await import("node:http")).setGlobalProxyFromEnv?.(environment);
	const body = format === "json" ? content.document() : RENDERERS[format](content.notice());
	const sending = {
		...world,
		clock,
		userAgent: `openai-key-guard/${version}`
	};
	const failure = await sendMessage({
		url,
		body,
		secret: format === "json" ? secret : null
	}, sending);
	return failure === null ? null : describeNotifyFailure(name, RECEIVERS[format], failure);
}
const RENDERERS = {
	slack: renderSlack,
	teams: renderTeams
};
export { send_news_exports, send_news_exports$1 };
