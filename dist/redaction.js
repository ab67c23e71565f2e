// src/domain/registry.ts
function withoutAdminKey(prove) {
	return {
		inventory: async () => ({
			records: [],
			gaps: [{
				kind: "no-admin-key",
				detail: "no Admin API key was given, so nobody was asked whose keys these are"
			}]
		}),
		impact: async () => null,
		prove,
		contain: async () => ({
			kind: "refused",
			because: "no-admin-key"
		})
	};
}
function deferred(make) {
	let made;
	const real = () => {
		made ??= make();
		return made;
	};
	return {
		inventory: async () => await (await real()).inventory(),
		impact: async (record, since) => await (await real()).impact(record, since),
		prove: async (secret, record) => await (await real()).prove(secret, record),
		contain: async (decision, again) => await (await real()).contain(decision, again)
	};
}
function rehearsing(real) {
	return {
		inventory: () => real.inventory(),
		impact: (record, since) => real.impact(record, since),
		prove: (secret, record) => real.prove(secret, record),
		contain: async ({ kind }) => ({
			kind: "rehearsed",
			because: `would-${kind}`
		})
	};
}
// src/domain/redaction.ts
function endsIn(redacted) {
	const parts = /^([^*.…]+)(\*+|\.{2,}|…)([^*.…]+)$/.exec(redacted.trim());
	if (!parts) return null;
	const [whole, head = "", hidden = "", tail = ""] = parts;
	return {
		head,
		tail,
		length: hidden.startsWith("*") ? whole.length : null
	};
}
function endsFit(secret, redacted) {
	const ends = endsIn(redacted);
	if (!ends) return false;
	const text = secret.reveal();
	if (text.length <= ends.head.length + ends.tail.length) return false;
	if (ends.length !== null && ends.length !== text.length) return false;
	return text.startsWith(ends.head) && text.endsWith(ends.tail);
}
const ALPHANUMERIC = Math.log2(62);
const PADDED = /[AEIMQUYcgkosw048]A$/;
const SHORT = 72;
function bitsTold(secret, redacted) {
	const ends = endsIn(redacted);
	if (!ends) return 0;
	const text = secret.reveal();
	const prefix = /^sk-(?:(?:proj|svcacct|admin|None)-)?/.exec(text)?.[0].length ?? 0;
	const body = Math.max(0, ends.head.length - prefix);
	if (text.length <= SHORT) return (body + ends.tail.length) * ALPHANUMERIC;
	const tail = PADDED.test(text) ? 4 + 6 * Math.max(0, ends.tail.length - 2) : 6 * ends.tail.length;
	return 6 * body + tail;
}
export { withoutAdminKey as a, rehearsing as i, endsFit as n, deferred as r, bitsTold as t };
