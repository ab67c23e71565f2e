import "./rolldown-runtime.js";
import { n as nameOf, t as lent } from "./member.js";
import { $ as headerIn, et as textIn } from "./core.js";
// src/detect/containers/tar.ts
const LONGEST_RECORDS = 65536;
async function* membersOfTar(intake, allowance, remarks) {
	let said = {};
	let isBehindEnd = false;
	for (;;) {
		const block = await intake.exactly(512);
		if (block.length === 0) return;
		if (isZero(block)) {
			isBehindEnd = true;
			continue;
		}
		const header = headerIn(block);
		if (!header) {
			if (!isBehindEnd) remarks.note("damaged");
			return;
		}
		isBehindEnd = false;
		if (SAYING.has(header.type)) {
			said = {
				...said,
				...await recordsOf(header, intake)
			};
			continue;
		}
		while (header.isSparse && (await intake.exactly(512))[504] === 1);
		const size = said.size ?? header.size;
		const name = nameOf(said.name ?? header.name);
		said = {};
		if (HAS_BYTES.has(header.type) && size > 0) {
			if (!allowance.admits()) return;
			let left = size;
			const offset = intake.offset;
			async function* body() {
				while (left > 0) {
					const piece = await intake.piece(left);
					if (!piece) return;
					left -= piece.length;
					yield piece;
				}
			}
			yield {
				name,
				chunks: lent(body()),
				offset,
				length: size
			};
			if (await intake.skip(left) < left) remarks.note("damaged");
			left = 0;
		} else if (!WITHOUT_BYTES.has(header.type)) await intake.skip(size);
		await intake.skip(padding(header, size));
	}
}
const HAS_BYTES = /* @__PURE__ */ new Set([
	"0",
	"7",
	"S"
]);
const WITHOUT_BYTES = /* @__PURE__ */ new Set([
	"1",
	"2",
	"3",
	"4",
	"5",
	"6"
]);
const SAYING = /* @__PURE__ */ new Set([
	"L",
	"x",
	"X"
]);
function padding({ type }, size) {
	return WITHOUT_BYTES.has(type) ? 0 : (512 - size % 512) % 512;
}
async function recordsOf(header, intake) {
	const bytes = await intake.exactly(Math.min(header.size, LONGEST_RECORDS));
	await intake.skip(header.size - bytes.length + padding(header, header.size));
	return header.type === "L" ? { name: textIn(bytes) } : paxRecords(bytes);
}
function paxRecords(bytes) {
	const said = {};
	for (let at = 0; at < bytes.length;) {
		const count = Number(/^\d{1,6}(?= )/.exec(bytes.toString("latin1", at, at + 7))?.[0] ?? 0);
		if (count < 5) break;
		const record = bytes.toString("utf8", at, at + count - 1);
		const [, keyword, value = ""] = /^\d+ (path|size)=([^]*)$/.exec(record) ?? [];
		if (keyword === "path") said.name = value;
		if (keyword === "size" && /^\d{1,15}$/.test(value)) said.size = Number(value);
		at += count;
	}
	return said;
}
function isZero(block) {
	return block.every((byte) => byte === 0);
}
export { membersOfTar };
