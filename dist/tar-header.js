function headerIn(block) {
	if (block.length < 512 || block[0] === 0) return null;
	const sum = numberIn(block.subarray(148, 156));
	if (sum === null || sum === 0 || !sums(block).includes(sum)) return null;
	const size = numberIn(block.subarray(124, 136));
	if (size === null || numberIn(block.subarray(100, 108)) === null) return null;
	const name = textIn(block.subarray(0, 100));
	const prefix = block.toString("latin1", 257, 263) === "ustar\0" ? textIn(block.subarray(345, 500)) : "";
	const letter = String.fromCharCode(block[156] ?? 0);
	return {
		name: prefix === "" ? name : `${prefix}/${name}`,
		type: letter === "\0" ? "0" : letter,
		size,
		isSparse: letter === "S" && block[482] === 1
	};
}
function sums(block) {
	let [unsigned, signed] = [0, 0];
	for (let at = 0; at < 512; at += 1) {
		const byte = at >= 148 && at < 156 ? 32 : block[at] ?? 0;
		unsigned += byte;
		signed += byte > 127 ? byte - 256 : byte;
	}
	return [unsigned, signed];
}
function numberIn(field) {
	if (((field[0] ?? 0) & 128) !== 0) {
		const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, (field[0] ?? 0) & 127);
		return Number.isSafeInteger(value) ? value : null;
	}
	const octal = /^[ \0]*([0-7]{0,12})[ \0]*$/.exec(field.toString("latin1"));
	return octal ? Number.parseInt(octal[1] || "0", 8) : null;
}
function textIn(field) {
	const end = field.indexOf(0);
	return field.toString("utf8", 0, end < 0 ? field.length : end);
}
export { textIn as n, headerIn as t };
