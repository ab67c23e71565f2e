import { parseFailure } from "./scan.js";
import { findRepositoryName } from "./github.js";
// src/sweep/scan/fetch-repository.ts
async function fetchRepository(planned, attempt, options) {
	const { id, name } = planned;
	const token = await options.readToken();
	const first = await fetchPatiently(name, token, attempt, options);
	if (isRefused(first, 401)) return {
		name,
		fetched: await fetchWithNewToken(name, token, attempt, options)
	};
	if (!isRefused(first, 404) && first.kind !== "failed") return {
		name,
		fetched: first
	};
	const today = await findName({
		apiUrl: options.apiUrl,
		token
	}, id, options.clock);
	if (today.kind === "unknown") return {
		name,
		fetched: first
	};
	if (today.kind !== "named") return {
		name,
		fetched: { kind: today.kind }
	};
	if (today.name === name) return {
		name,
		fetched: first
	};
	if (getOwner(today.name) !== getOwner(name)) return {
		name: today.name,
		fetched: { kind: "moved" }
	};
	return {
		name: today.name,
		fetched: await fetchPatiently(today.name, token, attempt, options)
	};
}
async function fetchWithNewToken(name, refused, attempt, options) {
	const token = await options.readToken();
	if (token === refused) return { kind: "token-ended" };
	const fetched = await fetchPatiently(name, token, attempt, options);
	return isRefused(fetched, 401) ? { kind: "token-ended" } : fetched;
}
async function fetchPatiently(name, token, attempt, { server, refusalPause, clock, signal }) {
	const remote = {
		url: `${server}/${name}`,
		token
	};
	const fetched = await attempt(remote);
	if (!isRefused(fetched, 403)) return fetched;
	await clock.sleep(refusalPause, signal);
	return await attempt(remote);
}
function isRefused({ kind, status }, wanted) {
	return kind === "refused" && status === wanted;
}
async function findName(access, id, clock) {
	try {
		const name = await findRepositoryName(access, id, { clock });
		return name === null ? { kind: "gone" } : {
			kind: "named",
			name
		};
	} catch (error) {
		return { kind: parseFailure(error).kind === "bad-token" ? "token-ended" : "unknown" };
	}
}
function getOwner(name) {
	return name.slice(0, name.indexOf("/")).toLowerCase();
}
export { fetchRepository };
