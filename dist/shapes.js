// src/detect/shapes.ts
/**
* The base64 of "OpenAI", which stands in the middle of every key that begins with `sk-`. In two parts, as anywhere in
* this project: no text here may look like a key.
*/
const MARKER = ["T3Blbk", "FJ"].join("");
/**
* Families and lengths as they are known in 2026; OpenAI publishes none of this. "Seen in leaks": in public code and in
* public repositories' histories. "Seen in redacted values": in what OpenAI's own pages and API show of a key, which
* tells its length. "Published scanner vectors": in the tests of gitleaks, TruffleHog, CredSweeper and others.
* Lists like this go stale: lengths trim and grade, and never drop. The bare `sk-` of the legacy user key comes last,
* since the others begin with it too.
*/
const FAMILIES = [
	{
		kind: "project",
		prefix: "sk-proj-",
		sides: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "service-account",
		prefix: "sk-svcacct-",
		sides: [
			[20, 20],
			[45, 46],
			[46, 46],
			[49, 50],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "admin",
		prefix: "sk-admin-",
		sides: [
			[20, 20],
			[58, 58],
			[74, 74]
		]
	},
	{
		kind: "named",
		prefix: "sk-None-",
		sides: [[20, 20], [74, 74]]
	},
	{
		kind: "user",
		prefix: "sk-",
		sides: [[20, 20], [42, 42]]
	}
];
/**
* The keys of named services and projects: `sk-service-<name>-`, `sk-<name>-`. Known from published scanner vectors,
* with bodies of 20 alone. Only that length tells where the name ends: both may hold hyphens.
*/
const NAMED = {
	kind: "named",
	sides: [[20, 20]]
};
/** What may stand between `sk-` and the body of a named key, the hyphen at its end included. */
const NAME = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*-$/;
/** Bodies this long are base64url; of the known lengths these are the new kinds. */
const LONG_SIDE = 45;
/**
* Whether a tail ends as 54 of 55 long ones that were seen in leaks do: base64url of bytes of which the last is zero,
* padding aside. Of random texts 1 in 263 does. No more than a measurement: it ranks readings and drops none.
*/
function endsLikeLongTail(text, start, end) {
	return end - start >= LONG_SIDE && /^[AEIMQUYcgkosw048]A$/.test(text.toString("latin1", end - 2, end));
}
export { endsLikeLongTail as a, NAMED as i, MARKER as n, NAME as r, FAMILIES as t };
