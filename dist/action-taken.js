import { g as words, h as line, m as joined } from "./unfinished.js";
import { St as moment, mt as DEEDS, vt as counted } from "./core.js";
// src/report/wording/action-taken.ts
function deedOf({ identity, decision, outcome, impact }, run = "this run") {
	if (outcome.kind !== "contained" || identity.kind !== "ours") return null;
	const { record } = identity;
	const asked = line`${`on-leak: ${decision.kind === "leave" || decision.kind === "rehearse" ? outcome.by : decision.kind}`}`;
	const how = decision.kind === "revoke" && outcome.by !== "revoke" ? line`: OpenAI did not delete it when ${asked} asked for that` : line`, as ${asked} asks`;
	const done = line`${record.id} was ${words(DEEDS[outcome.by].done)}${ending(outcome)} by ${words(run)} on ${words(moment(outcome.at))}${how}.`;
	const use = [...usersOf(record), ...usesOf(record, impact)];
	return {
		done,
		breaks: line`${words(breaks(outcome))}${use.length > 0 ? line`: ${joined(use, ", ")}` : words("")}.`
	};
}
function ending({ endsAt }) {
	return endsAt === null ? words("") : words(` at ${moment(endsAt)}`);
}
function breaks({ by, stopped, endsAt }) {
	if (by === "quarantine") return "Whatever uses it is refused within 15 minutes";
	if (by === "expire" && !stopped) return `Whatever still uses it after ${endsAt === null ? "that" : moment(endsAt)} gets a 401`;
	return "Whatever uses it gets a 401 from now on";
}
function usersOf({ owner, home }) {
	const [who, place] = [owner?.name ?? owner?.id ?? null, home.name ?? home.id];
	return [...who === null ? [] : [owner?.kind === "user" ? line`owner ${who}` : line`service account ${who}`], ...place === null ? [] : [home.kind === "project" ? line`project ${place}` : line`organisation ${place}`]];
}
function usesOf({ lastUsedAt, home }, impact) {
	const isNamed = home.id !== null || home.name !== null;
	const requests = impact?.requests ?? 0;
	return [...isNamed && lastUsedAt !== null ? [words(`last used on ${moment(lastUsedAt)}`)] : [], ...requests > 0 ? [words(`${counted(requests, "request")} since this was exposed`)] : []];
}
export { deedOf as t };
