import { openJournal } from "./journal.js";
// src/messages/errors/journal.ts
function describeUnusableAuditFile(file, fault) {
	return `audit-file is ${file}, ${fault}`;
}
function describeIrregularAuditFile(file) {
	return `audit-file is ${file}, which is not a regular file: earlier lines could not be read back from it. Name a regular file, or leave audit-file out to keep no record.`;
}
function describeDamagedLine(line, file, fault) {
	return `Line ${line} of the audit-file ${file} ${describeLineFault(fault)}. Nothing in the file was changed. Move the file away, or repair or remove that line, then run again.`;
}
function describeLineFault(fault) {
	switch (fault) {
		case "not-json": return "is not JSON";
		case "newer-version": return "was written by a newer version of openai-key-guard";
		case "other-program": return "was not written by openai-key-guard";
		case "no-key": return "does not say which key it is about";
		case "no-act": return "does not say what was done to the key";
		default: return fault;
	}
}
export { describeDamagedLine, describeIrregularAuditFile, describeUnusableAuditFile, openJournal };
