import { quoteForMessage } from "./scan.js";
// src/messages/errors/command-line/approved-report.ts
const WHICH = "Use the report that \"scan --format json --output report.json\" or the Action's report-file wrote.";
const NO_JSON_REPORT = `The report is not a JSON object. ${WHICH}`;
const NO_UTF8_REPORT = `The report is not in UTF-8: a shell may have written it with >. ${WHICH}`;
function describeOtherVersion(version) {
	return `The report has version ${version}, but this openai-key-guard reads v1. ${WHICH}`;
}
const FOREIGN_REPORTS = {
	sarif: `The report is SARIF, which does not say enough about the keys. ${WHICH}`,
	audit: `The report is an audit file. ${WHICH}`,
	other: `The report is not one of openai-key-guard. ${WHICH}`
};
function describeDamagedReport(field, why) {
	return `The report is damaged: ${field} ${why}. ${WHICH}`;
}
const DAMAGES = {
	list: "is not a list",
	globs: "is not a list of globs",
	fingerprint: "is not 16 hex digits",
	missing: "is missing",
	commit: "is not a full commit name",
	commitOrNull: "is neither a full commit name nor null",
	boolean: "is neither true nor false",
	unknown: "is unknown"
};
const GONE_CHANGES = {
	stdin: "The report is about standard input, which is gone. Pipe the same text into scan --stdin again, with --on-leak and --approved.",
	texts: "The report is about texts of an event, which only the workflow can read. Set on-leak and approved in the workflow, and run it again."
};
// src/messages/command-line/mistakes.ts
function describeMeant(meant) {
	return `You probably mean: ${meant}`;
}
function describeNoCommand(word) {
	return `There is no command ${word}.`;
}
const NO_COMMAND_GIVEN = "There is no command among these words.";
function describeNoFlag(command, flag) {
	return `${command} has no flag ${flag}.`;
}
function describeNoValue(flag, value) {
	return `${flag} needs a value: ${value}.`;
}
function describeNoValueTaken(flag) {
	return `${flag} takes no value.`;
}
function describeNoArgument(command, argument) {
	return `${command} needs ${argument}.`;
}
function describeTooManyWords(command, most) {
	return most === 0 ? `${command} takes no words after it.` : `${command} takes ${most === 1 ? "one word" : `${most} words`} after it.`;
}
function describeWhereListed(command) {
	return command === null ? "Run openai-key-guard --help for all commands." : `Run openai-key-guard ${command} --help for its flags.`;
}
const REMARKS = {
	redact: "Keys are never shown in full, so nothing needs to be redacted.",
	adminKey: "The Admin API key comes from the variable OPENAI_ADMIN_KEY.",
	exitCode: "A leak ends with exit code 1 unless --fail-on says otherwise.",
	ignoreFile: "Keys and paths to ignore are listed in .github/openai-key-guard.yml.",
	images: "A container image can be piped in with docker save IMAGE."
};
function describePathAsRange(word, kind) {
	return `${word} is a ${kind}, but scan takes a range of commits. To scan it as it is on disk:`;
}
function describeNotARange(word) {
	return `${word} is not a range of commits.`;
}
const PATHS_AS_RANGE = "These are files, but scan takes a range of commits. To scan them as they are on disk:";
function describeGlobAsRange(word) {
	return `${word} is not a range of commits. To scan the files that match it:`;
}
function describeAddressAsRange(word) {
	return `${word} is an address, but openai-key-guard scans what is on this machine. Clone the repository first, then run in it:`;
}
function describeDayAsRange(word) {
	return `${word} is a date, but a range is made of commits. To scan what was committed since then:`;
}
function describeTooFarBack(word, start, commits, isShallow) {
	return `${word} goes back too far: ${start} has ${commits === 1 ? "1 commit" : `${commits} commits`} here.${isShallow ? " This clone is shallow: git fetch --unshallow fetches the rest." : ""} To scan all of them:`;
}
function describeUnknownRevision(word, isRemote) {
	return `${word} is not a branch, a tag or a commit of this repository.${isRemote ? " If it is new on the server, run git fetch first." : ""}`;
}
function describeShallowRevision(word) {
	return `${word} is not in this clone, which is shallow. Fetch the whole history with git fetch --unshallow, or in a workflow with fetch-depth: 0.`;
}
const RANGE_IN_TWO_WORDS = "A range is one word.";
// src/messages/errors/hooks.ts
const NO_HOOKS_IN_BARE = "This is a bare repository: nobody commits in it. On a server, use a pre-receive hook: docs/hooks.md says how.";
function describeNoHookFolder(folder, complaint) {
	return `Git finds no hooks for ${folder} (${complaint}). Name a folder in a work tree.`;
}
function describeManagedHooks(manager) {
	return `${manager} manages the hooks of this repository, so nothing was installed. Add these lines instead:`;
}
function describeFolderForHook(file) {
	return `${file} is a folder, but git runs a file of this name. Move the folder away, then run this again.`;
}
function describeLeftoverHook(kept, current) {
	return `${kept} is your hook from before an earlier installation. Move it to ${current}, then run this again.`;
}
function describeTwoHooks(kept, current) {
	return `${kept} is your hook from before an earlier installation, and ${current} is another one. Merge both into ${current} and delete the first, then run this again.`;
}
function describeForbiddenHook(file, code) {
	return `You may not change ${file} (${code}). Run this as the user who owns it.`;
}
function describeDisabledHooks(file) {
	return `${file} is not in a folder: core.hooksPath turns hooks off. To see where it is set, run: git config --show-origin core.hooksPath`;
}
function describeUnwritableHook(file, code) {
	return `${file} could not be changed (${code}). See that the disk has room and that the path is right.`;
}
function describeMissingIndex(file) {
	return `GIT_INDEX_FILE is ${file}, but there is no such file. Unset it, or name an index of git.`;
}
function describeDamagedIndex(complaint) {
	return `Git cannot read the list of staged files (${complaint}). Delete .git/index and run git reset, then stage your changes again.`;
}
function describeForeignInput(line) {
	return `${line} is not what git tells a pre-push or pre-receive hook. Pass on the standard input of the hook. If another command in the hook reads it first, store it and give it to both.`;
}
// src/messages/ignore-file-parts.ts
const PARTS = {
	file: "The file",
	entry: "An entry under ignore"
};
function describeItem(list) {
	return `An item of ${list}`;
}
// src/messages/errors/journal.ts
function describeIrregularAuditFile(name, file) {
	return `${name} is ${file}, which is not a regular file: earlier lines could not be read back from it. Name a regular file, or leave ${name} out to keep no record.`;
}
function describeDamagedLine(line, file, fault) {
	return `Line ${line} of the audit file ${file} ${describeLineFault(fault)}. Nothing in the file was changed. Move the file away, or repair or remove that line, then run again.`;
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
// src/messages/gaps/openai.ts
const NAMED = 3;
function describeUnlisted(reason, listings) {
	return `${reason} Not listed in full: ${nameListings(listings)}.`;
}
function nameListings(listings) {
	const ids = listings.flatMap((listing) => typeof listing === "object" ? [listing.project] : []);
	const keys = ids.length > NAMED ? `keys of ${ids.length} projects` : ids.map((id) => `keys of project ${id}`).join(", ");
	return [...new Set(listings.filter((listing) => typeof listing === "string")), ...keys ? [keys] : []].join(", ");
}
function describeBlindSpots(ids) {
	return `OpenAI shows ${ids.length > NAMED ? `${ids.length} keys` : ids.join(", ")} in a form that is not known here: a leaked key may be one of them.`;
}
function describePageFault(fault) {
	return `OpenAI's answer cannot be read: ${namePageFault(fault)}.`;
}
function namePageFault(fault) {
	switch (fault) {
		case "not-json": return "a page is not JSON";
		case "no-records": return "a page has no list of records";
		case "no-end-mark": return "a page does not say whether more pages follow";
		case "no-cursor": return "a page does not say where the next page is";
		case "cursor-repeats": return "a page leads back to an earlier page";
		case "endless": return "there is no last page";
		default: return fault;
	}
}
const STOPPED_ANSWERING = "OpenAI stopped answering.";
function describeTimeLimit(minutes) {
	return `OpenAI was too slow: listing keys may take ${minutes} minutes.`;
}
const NO_ANSWER = "OpenAI did not answer.";
const SLOW_DOWN = "OpenAI kept asking to slow down (HTTP 429).";
function describeServerError(status) {
	return `OpenAI failed (HTTP ${status}).`;
}
function describeOtherStatus(status) {
	return status >= 300 && status < 400 ? `OpenAI's address answered with a redirect (HTTP ${status}), which is not followed.` : `OpenAI's answer (HTTP ${status}) is not the one that its documentation describes.`;
}
function describeOtherKind(prefix) {
	return `The key given as Admin API key begins with ${prefix}, and an Admin API key begins with sk-admin-.`;
}
function describeMissingScopes(scopes) {
	return `The Admin API key lacks the permission ${scopes.join(", ")}.`;
}
const UNKNOWN_ADMIN_KEY = "OpenAI does not know the Admin API key: it is mistyped, expired or revoked.";
const DEACTIVATED_ACCOUNT = "OpenAI deactivated the account of the Admin API key.";
const OTHER_REGION = "The organisation keeps its data in a region, and the API's address is another region's.";
const ADDRESS_REFUSED = "The organisation's IP allowlist refuses this machine (ip_not_authorized).";
const COUNTRY_REFUSED = "OpenAI refuses requests from the country of this machine.";
function describeRefusedAdminKey(status, code) {
	return `OpenAI refuses the Admin API key (HTTP ${status}${code ? `, ${code}` : ""}).`;
}
const NO_ADMIN_KEY = "OpenAI was not asked whose keys these are: there is no Admin API key.";
// src/messages/unpublished.ts
function describeStoppedKeys({ publication, count, isHook, isNew, isSuspected }) {
	const noun = `${isSuspected ? "suspected " : ""}OpenAI key`;
	const keys = count === 1 ? `${isSuspected ? "a" : "an"} ${noun}` : `${count} ${noun}s`;
	const what = publication === "push" ? `it would send ${keys}` : `${keys} ${count === 1 ? "is" : "are"} staged`;
	const safety = isHook ? `This ${publication} has leaked nothing.` : "Nothing is committed yet.";
	return `${describeStop(publication, isHook)}${what}.${isNew ? ` ${safety}` : ""}`;
}
function describeStoppedGaps({ publication, count, isHook }) {
	return `${describeStop(publication, isHook)}${count === 1 ? "something" : `${count} things`} could not be scanned.`;
}
function describeStop(publication, isHook) {
	return `openai-key-guard: ${isHook ? `${publication} stopped, ` : ""}`;
}
function describeKeyDetails(key) {
	const details = [
		...key.commit === null ? [] : [`in commit ${key.commit}`],
		...key.remarks,
		...key.morePlaces > 0 ? [`and ${key.morePlaces} more place${key.morePlaces === 1 ? "" : "s"}`] : [],
		...key.works === null ? [] : [key.works ? "OpenAI accepts it" : "OpenAI refuses it"]
	];
	return [`fingerprint ${key.fingerprint}`, ...details].join(", ");
}
function describeUnstaging(advice) {
	return `${advice ?? "Take each key out, and read OPENAI_API_KEY from the environment instead."} Then git add and git commit again.`;
}
function describeRewriting(place, mark, advice) {
	const before = advice === null ? "" : `${advice} `;
	switch (place.kind) {
		case "last": return mark === "edit" ? `${before}Then git commit --all --amend and push again.` : "Change the message with git commit --amend, and push again.";
		case "one": return `${before}Change commit ${place.commit} with git rebase -i ${place.from} (mark it ${mark}), and push again.`;
		case "several": return `Change these commits with git rebase -i ${place.from} (mark each of them edit), and push again.`;
		case "tag": return "Delete the tag, make it again with another message, and push again.";
		case "note": return "Push without the notes, or delete them first: git update-ref -d refs/notes/commits.";
		case "name": return "Rename the branch or tag: the key is a part of its name.";
		case "mixed": return "Take each key out of the place named above, and push again.";
		default: return place;
	}
}
const SENT_ANYWAY = "A later commit removes it, but the push would send both commits.";
const LEAKED_BEFORE = "A key that was here before may have leaked already: delete it under platform.openai.com/api-keys.";
function describeExcuse(fingerprint) {
	return `Not a real key? openai-key-guard ignore ${fingerprint ?? "FINGERPRINT"} --reason "…", then commit that file.`;
}
function describeSkip(publication) {
	return `Skip once: git ${publication} --no-verify`;
}
function describeMore(count) {
	return `and ${count} more`;
}
function describeOtherKeys(counts) {
	return `Other keys, which stop nothing: ${[
		...counts.older > 0 ? [`${counts.older} here before`] : [],
		...counts.ignored > 0 ? [`${counts.ignored} ignored`] : [],
		...counts.dead > 0 ? [`${counts.dead} that no longer work${counts.dead === 1 ? "s" : ""}`] : []
	].join(", ")}.`;
}
// src/messages/errors/fetch.ts
function describeRefusedRepository(status, { url, hasToken }) {
	return `The server refused to send ${url} ${hasToken ? "with this token" : "without a token"} (HTTP ${status}). Give the job permissions: contents: read, or run actions/checkout with fetch-depth: 0 before this step.`;
}
function describeInvalidUrl(url) {
	return `${quoteForMessage(url)} is not a URL. Write it as https://host/owner/name.`;
}
const URL_WITH_PASSWORD = "The repository's URL contains a user name or a password. Take it out, and give the token separately.";
function describeUrlWithQuery(url) {
	return `${quoteForMessage(url)} is not the URL of a repository. Remove everything after its path.`;
}
function describeUnencryptedUrl(url) {
	return `${quoteForMessage(url)} would be fetched without encryption. Write its https:// URL.`;
}
function describeInvalidCommit(commit) {
	return `${quoteForMessage(commit)} is not a full commit ID. Write all of its 40 or 64 hex digits.`;
}
function describeInvalidRef(ref) {
	return `${quoteForMessage(ref)} is not a full ref name. Write it as refs/heads/main.`;
}
function describeUnwritableTemp(folder, code) {
	return `The folder for temporary files, ${quoteForMessage(folder)}, cannot be written (${code ?? "no code"}). Give this user the right to write there, or free some space.`;
}
// src/messages/gaps/fetch.ts
const FETCH_FAULTS = {
	"not-there": "the server no longer has it",
	unfiltered: "the server can send whole repositories only",
	mismatched: "the server names its objects by another hash",
	full: "the disk for temporary files is full",
	"old-git": "this version of git cannot fetch single commits, install git 2.29 or newer",
	stopped: "another program stopped git"
};
function describeUnknownName(name) {
	return `the server does not have ${name}, or does not send it`;
}
function describeRefusal(status) {
	return `the server refused it (HTTP ${status})`;
}
function describeTimeout(minutes) {
	return `it took longer than ${minutes} minutes`;
}
function describeUnfetchedChange(why) {
	return `The change was not read, since it could not be fetched: ${why}.`;
}
function describeUnfetchedCommits(why) {
	return `The change was not read, since its commits could not all be fetched: ${why}.`;
}
function describeUnfetchedObjects(count, of, why) {
	return `${count === 1 ? "1 object" : `${count} objects`} of the ${of} could not be fetched: ${why}.`;
}
function describeUnfetchedBase(why) {
	return `Keys that the base already had may count as new, since its history could not be fetched: ${why}.`;
}
function describeLostBase(commit) {
	return `The change was not read: the server no longer has commit ${commit}, with which it is compared.`;
}
export { ADDRESS_REFUSED, COUNTRY_REFUSED, DAMAGES, DEACTIVATED_ACCOUNT, FETCH_FAULTS, FOREIGN_REPORTS, GONE_CHANGES, LEAKED_BEFORE, NO_ADMIN_KEY, NO_ANSWER, NO_COMMAND_GIVEN, NO_HOOKS_IN_BARE, NO_JSON_REPORT, NO_UTF8_REPORT, OTHER_REGION, PARTS, PATHS_AS_RANGE, RANGE_IN_TWO_WORDS, REMARKS, SENT_ANYWAY, SLOW_DOWN, STOPPED_ANSWERING, UNKNOWN_ADMIN_KEY, URL_WITH_PASSWORD, describeAddressAsRange, describeBlindSpots, describeDamagedIndex, describeDamagedLine, describeDamagedReport, describeDayAsRange, describeDisabledHooks, describeExcuse, describeFolderForHook, describeForbiddenHook, describeForeignInput, describeGlobAsRange, describeInvalidCommit, describeInvalidRef, describeInvalidUrl, describeIrregularAuditFile, describeItem, describeKeyDetails, describeLeftoverHook, describeLostBase, describeManagedHooks, describeMeant, describeMissingIndex, describeMissingScopes, describeMore, describeNoArgument, describeNoCommand, describeNoFlag, describeNoHookFolder, describeNoValue, describeNoValueTaken, describeNotARange, describeOtherKeys, describeOtherKind, describeOtherStatus, describeOtherVersion, describePageFault, describePathAsRange, describeRefusal, describeRefusedAdminKey, describeRefusedRepository, describeRewriting, describeServerError, describeShallowRevision, describeSkip, describeStoppedGaps, describeStoppedKeys, describeTimeLimit, describeTimeout, describeTooFarBack, describeTooManyWords, describeTwoHooks, describeUnencryptedUrl, describeUnfetchedBase, describeUnfetchedChange, describeUnfetchedCommits, describeUnfetchedObjects, describeUnknownName, describeUnknownRevision, describeUnlisted, describeUnstaging, describeUnwritableHook, describeUnwritableTemp, describeUrlWithQuery, describeWhereListed };
