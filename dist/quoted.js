// src/sources/quoted.ts
function quoted(name) {
	return JSON.stringify(name);
}
export { quoted as t };
