// src/detect/shapes.ts
const MARKER = ["T3Blbk", "FJ"].join("");
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
const NAMED = {
	kind: "named",
	sides: [[20, 20]]
};
const NAME = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*-$/;
const LONG_SIDE = 45;
function endsLikeLongTail(text, start, end) {
	return end - start >= LONG_SIDE && /^[AEIMQUYcgkosw048]A$/.test(text.toString("latin1", end - 2, end));
}
export { endsLikeLongTail as a, NAMED as i, MARKER as n, NAME as r, FAMILIES as t };
