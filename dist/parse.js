import { parseIgnoreFile } from "./ignore-file.js";
// src/messages/ignore-file-parts.ts
const PARTS = {
	file: "The file",
	entry: "An entry under ignore"
};
function describeItem(list) {
	return `An item of ${list}`;
}
export { PARTS, describeItem, parseIgnoreFile };
