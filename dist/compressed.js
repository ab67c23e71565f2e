import "./rolldown-runtime.js";
import { n as nameOf, t as lent } from "./member.js";
import { n as Unpacker, t as HAS_ZSTD } from "./unpacker.js";
import zlib from "node:zlib";
// src/detect/containers/frames.ts
const gzipFrame = {
	packing: "deflate",
	async begin(intake) {
		for (const most of [USUAL_HEADER, LONGEST_HEADER]) {
			const start = await intake.exactly(most);
			const header = headerOf(start);
			intake.giveBack(start.subarray(header?.length ?? 0));
			if (header || start.length < most) return header;
		}
		return null;
	},
	end: () => {
		let sum = 0;
		return {
			add: (content) => {
				sum = zlib.crc32(content, sum);
			},
			isRight: async (intake) => {
				const trailer = await intake.exactly(TRAILER);
				return trailer.length === TRAILER && trailer.readUInt32LE(0) === sum;
			}
		};
	}
};
const USUAL_HEADER = 512;
const LONGEST_HEADER = 73728;
const TRAILER = 8;
function headerOf(start) {
	if (start.length < 18 || start[0] !== 31 || start[1] !== 139 || start[2] !== 8) return null;
	const flags = start[3] ?? 0;
	let at = 10;
	if ((flags & EXTRA) !== 0) at += 2 + start.readUInt16LE(at);
	const name = (flags & NAME) === 0 ? null : textAt(start, at);
	at += name === null ? 0 : name.length + 1;
	if ((flags & COMMENT) !== 0) at += (textAt(start, at) ?? "").length + 1;
	if ((flags & CHECKED) !== 0) at += 2;
	return at < start.length && flags < RESERVED ? {
		name: name || null,
		length: at
	} : null;
}
const [CHECKED, EXTRA, NAME, COMMENT, RESERVED] = [
	2,
	4,
	8,
	16,
	32
];
function textAt(bytes, at) {
	const end = bytes.indexOf(0, at);
	return end < 0 ? null : bytes.toString("latin1", at, end);
}
const zstdFrame = {
	packing: "zstd",
	async begin(intake) {
		for (;;) {
			const start = await intake.exactly(8);
			intake.giveBack(start);
			if (start.length === 8 && (start.readUInt32LE(0) & 4294967280) === SKIPPED) await intake.skip(8 + start.readUInt32LE(4));
			else return start.length > 4 && start.readUInt32LE(0) === MAGIC ? { name: null } : null;
		}
	},
	end: () => ({
		add: () => {},
		isRight: async () => true
	})
};
const [MAGIC, SKIPPED] = [4247762216, 407710288];
// src/detect/containers/compressed.ts
async function* memberOfStream(packing, intake, allowance, remarks) {
	const frame = packing === "gzip" ? gzipFrame : zstdFrame;
	if (packing === "zstd" && !HAS_ZSTD) {
		remarks.note("unopened");
		return;
	}
	const first = await frame.begin(intake);
	if (!first) remarks.note("damaged");
	if (!first || !allowance.admits()) return;
	const content = unpacked(frame, intake, allowance, remarks);
	try {
		yield {
			name: nameOf(first.name ?? `(${packing})`),
			chunks: lent(content),
			offset: 0,
			get length() {
				return intake.offset;
			}
		};
		for await (const _ of content);
	} finally {
		await content.return(void 0);
	}
}
async function* unpacked(frame, intake, allowance, remarks) {
	for (;;) {
		const ending = frame.end();
		const unpacker = new Unpacker(frame.packing);
		try {
			while (unpacker.state === "going") {
				const piece = await intake.piece();
				for await (const out of piece ? unpacker.add(piece) : unpacker.finish()) {
					const granted = allowance.grant(out, intake.offset);
					ending.add(granted);
					if (granted.length > 0) yield granted;
					if (allowance.isSpent) return;
				}
				if (piece) intake.giveBack(piece.subarray(piece.length - unpacker.surplus));
			}
			if (unpacker.state === "failed") {
				remarks.note("damaged");
				return;
			}
		} finally {
			unpacker.close();
		}
		if (!await ending.isRight(intake)) remarks.note("damaged");
		if (!await frame.begin(intake) || !allowance.admits()) return;
	}
}
export { memberOfStream };
