import { __exportAll } from "./rolldown-runtime.js";
import { quoteForMessage } from "./scan.js";
// src/messages/errors/command-line/audit.ts
function describeAuditWithoutKey(adminKey) {
	return `An audit asks OpenAI about all keys of your organisation, which needs an Admin API key. Set ${adminKey}.`;
}
function describeUnreadablePolicy(name, file, code) {
	return `${name} is ${file}, which cannot be read (${code}). Name the policy file, or leave ${name} out for the defaults.`;
}
function describeUnreadableDefaultPolicy(file, code) {
	return `The policy file ${file} of this repository cannot be read (${code}). Correct it, or name another with --policy.`;
}
function describeUnnamedPolicy(file) {
	return `--fix acts on what the policy file finds, and the one in this work tree may be new in a change. Look at ${file}, and name it with --policy. For the defaults, name an empty file.`;
}
function describeFixWithoutAct(name, value) {
	return `${name} is ${value}. It must be a rule and what to do with the keys that it finds, such as unused=revoke or no-expiry=expire:30d.`;
}
function describeWrongFixRule(name, value, rules, hint) {
	return `${name} is for the rule ${value}. It can act on what one of ${rules.join(", ")} finds.${hint}`;
}
function describeWrongFixAct(name, value, hint) {
	return `${name} asks for ${value}. It must be revoke, or expire and a time, such as expire:30d.${hint}`;
}
function describeTwoFixes(name, rule) {
	return `${name} asks for two different things for ${rule}. Say one.`;
}
function describeFixOfRuleOff(name, rule) {
	return `${name} acts on what ${rule} finds, and the policy turns ${rule} off. Turn it on in the policy file, or leave this out.`;
}
function describeUnknownProtection(why) {
	return `No key is acted on, because it is not known which keys the ignore file protects. ${why}`;
}
function describeUnknownProject(name, value, hint) {
	return `${name} is ${value}, which fits no project of the organisation.${hint} Give its id or its name, or a glob such as "prod-*".`;
}
function describeUselessWithoutFix(flag) {
	return `${flag} does nothing without --fix: an audit changes no key by itself.`;
}
// src/messages/errors/audit-policy.ts
const POLICY_HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key, and write its id, such as key_abc, instead.";
function describeNoSetting(rule) {
	return `${rule} must be a level such as warning, or a level with numbers such as { level: error, projects: ["prod-*"] }.`;
}
function describeEmptyRule(rule) {
	return `${rule} is empty. Write error, warning or off after the colon, or remove the word.`;
}
function describeWrongLevel(rule, word, hint) {
	return `${word === null ? "This" : word} is no level for ${rule}. Use error, warning or off.${hint}`;
}
function describeWrongNumber(rule, name, most) {
	return `${name} of ${rule} must be a whole number from 1 to ${most}.`;
}
function describeWrongAmount(rule, name) {
	return `${name} of ${rule} must be an amount in US dollars, such as 5 or 0.50.`;
}
function describeNoProjects(rule) {
	return `projects of ${rule} is empty, and the rule would look at nothing. Name a project, or write ${rule}: off.`;
}
const PROJECT_FAULTS = {
	long: "This is longer than 200 characters. Write the id of the project.",
	negative: "This begins with !, and projects cannot be left out so. Name those that are meant.",
	glob: "A bracket of this is not closed. Close it, or write the id of the project."
};
const EXCEPTION_FAULTS = {
	nameless: "An exception must name what it is for. Add key, project or service-account, with an id or a name.",
	many: "An exception names one thing. Keep one of key, project and service-account, and write another exception.",
	duplicate: "There is an exception of the same rule for this already. Keep one of the two."
};
const EXCEPTION_FIELD_FAULTS = {
	empty: "is empty. Fill it in, or remove the word.",
	"is-key": "is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead.",
	long: "is longer than 200 characters. Write an id instead.",
	"no-reason": "is missing. Say why this may stay.",
	"long-reason": "is longer than 300 characters. Shorten it.",
	"reason-has-key": "holds a key. Remove it, and revoke that key.",
	"bad-day": "is not a day. Write it as 2027-01-31, or leave it out."
};
function describeExceptionFault(field, fault) {
	return `${field} ${EXCEPTION_FIELD_FAULTS[fault]}`;
}
// src/messages/errors/yaml.ts
function describeFileFault(name, line, what) {
	return `${name}, line ${line}: ${what}`;
}
const YAML_FAULTS = {
	tab: "This line is indented with a tab. Use spaces.",
	duplicate: "This word is here twice. Keep one of the two.",
	missing: "A colon, a quote or a bracket is missing, here or above.",
	sign: "This text begins with a character that means something in YAML. Put the text in quotes.",
	colon: "There is a second colon here, or too much indentation. Put a text that has a colon in quotes.",
	deep: "This is nested too deeply.",
	other: "This is not valid YAML. Check the indentation.",
	second: "A second document begins here. Keep one.",
	directive: "This line is a directive for the YAML parser. Remove it.",
	alias: "This text begins with *, which is an alias in YAML. Put the text in quotes.",
	anchor: "This text begins with &, which is an anchor in YAML. Put the text in quotes.",
	tag: "This text begins with !, which is a tag in YAML. Put the text in quotes."
};
function describeNoFields(what, words) {
	return `${what} must consist of the words ${words.join(", ")}, each followed by a colon.`;
}
function describeNoList(what) {
	return `${what} must be a list, with a - before each item.`;
}
function describeEmptyItem(list) {
	return `${list} has an empty item. Fill it in, or remove it.`;
}
function describeNoText(what) {
	return `${what} must be a text.`;
}
function describeUnknownWord(word, known, hint) {
	return `There is no word ${word === null ? "like this" : word} here. Use ${known.join(", ")}.${hint}`;
}
function describeLargeFile(name) {
	return `${name} is larger than 512 KiB, the most that is read. Remove entries that are no longer needed.`;
}
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
	sweep: "The report is about a sweep. Run sweep merge again over the same folders, with --on-leak and --approved.",
	stdin: "The report is about standard input, which is gone. Pipe the same text into scan --stdin again, with --on-leak and --approved.",
	texts: "The report is about texts of an event, which only the workflow can read. Set on-leak and approved in the workflow, and run it again."
};
// src/messages/errors/rotation/rotate.ts
var rotate_exports = /* @__PURE__ */ __exportAll({ describeRotationWithoutKey: () => describeRotationWithoutKey });
function describeRotationWithoutKey(adminKey) {
	return `A rotation creates keys, which needs an Admin API key of your organisation. Set ${adminKey}.`;
}
function describeNothingToRotate(due) {
	return `Nothing says what to rotate. Name a key or its service account, by id or name, or use ${due} for every key of the keys file that is old enough.`;
}
function describeKeyBesideDue(due) {
	return `${due} takes every key of the keys file that is old enough. Leave out the key that you named, or ${due}.`;
}
function describeSettingBesideDue(name, due) {
	return `${name} would count for every key, and the keys file says it for each. Leave ${name} out, or rotate one key without ${due}.`;
}
function describeResumeWithoutFile(resume, auditFile) {
	return `${resume} goes on with a rotation by its audit file. Name the file of that run: ${auditFile}.`;
}
function describeUselessWiden(widen, scopes) {
	return `${widen} does nothing without ${scopes}: the new key gets the rights of the old one.`;
}
function describeKeyAsName(name) {
	return `${name} is the text of a key, which has leaked now. Revoke it, and name keys by their id, such as key_abc, or by their service account.`;
}
function describeEmptyKeyName(name) {
	return `${name} is empty. Name a key or its service account, by id or name.`;
}
function describeWrongOverlap(name, value) {
	return `${name} is ${value}. It must be a time of up to 365 days, such as 24h, or 0 to revoke the old key at once.`;
}
function describeLeftOutPlace(to, value) {
	return `${to} leaves out ${value}, where this key lives by the keys file. It would keep a key that ends. Name it too, or correct the keys file.`;
}
function describeMissingKeysFile(name, where) {
	return `${name} needs the keys file, and there is no ${where}. Commit it there, or correct the path.`;
}
function describeUnreadableKeysFile(file, code) {
	return `The keys file ${file} cannot be read (${code}). Put an ordinary file there, or correct the path.`;
}
function describeUnknownDefaultBranch(file) {
	return `The keys file ${file} counts as the default branch has it, and this clone does not say which branch that is. Run "git remote set-head origin --auto".`;
}
function describeUnfitKeysFile(file, what) {
	return `The keys file ${file} ${what}. Put an ordinary file there.`;
}
function describeUnfetchedKeysFile(file) {
	return `The keys file ${file} is not in this clone. Fetch that branch.`;
}
function describeUnreadKeysFile(file, why) {
	return `The keys file ${file} could not be read from the default branch: ${why}. Without it no key is rotated.`;
}
function describeNoKeysFile(file) {
	return `keys-file names ${file}, and the default branch has no such file. Commit it there, or correct the name.`;
}
// src/messages/errors/command-line/sweep.ts
function describeShardCount(given, most) {
	return `--shards ${quoteForMessage(given)}: give a whole number from 1 to ${most}.`;
}
function describeMaxDisk(given) {
	return `--max-disk ${quoteForMessage(given)}: give a number of gigabytes, such as 16.`;
}
function describeIdleGlobs(globs) {
	return `No repository of the organisation matches ${globs.map(quoteForMessage).join(", ")}. Check the spelling: a glob is compared with the name alone, such as web-*, and with its owner, such as acme/web-*.`;
}
function describeEmptySweep(organization, leftOut) {
	const why = leftOut === 0 ? "the token sees none" : `all ${leftOut} that the token sees are left out, being archived, forks, or excluded by your globs`;
	return `There is no repository of ${quoteForMessage(organization)} to sweep: ${why}. Give the token the right to read the repositories, or add --archived or --forks.`;
}
function describeForeignState(of, wanted) {
	return `The state file is of ${quoteForMessage(of)}, and this sweep is of ${quoteForMessage(wanted)}. Give each organisation a file of its own.`;
}
const FILES = {
	plan: "a plan from sweep plan",
	shard: "a file from sweep scan",
	state: "a state file of a sweep",
	folder: "a folder that sweep scan wrote",
	token: "a file that holds a token"
};
function describeForeignFile(file, wanted) {
	return `${quoteForMessage(file)} is not ${FILES[wanted]}, or of another version of this program. Make it anew with this version.`;
}
function describeChangedFile(file, is) {
	return `${quoteForMessage(file)} was changed after it was written: its content does not match its digest. It is ${FILES[is]}. Make it anew.`;
}
function describeDamagedFile(file, is, field) {
	return `${quoteForMessage(file)} is damaged: ${field} is missing or wrong. It is ${FILES[is]}. Make it anew.`;
}
function describeUnreadableFile(file, is, code) {
	return `${quoteForMessage(file)} cannot be read (${code}). Give ${FILES[is]}.`;
}
function describeMissingPlan(folders) {
	return `There is no plan.json in ${folders.map(quoteForMessage).join(", ")}. Give the folders that sweep scan wrote, or the one that has the plan.`;
}
function describeOtherPlan(file) {
	return `${quoteForMessage(file)} is of another plan. Give only the shards of one sweep.`;
}
const LISTING_FAULTS = {
	"not-found": "There is no such organisation, or the token does not see it.",
	"bad-token": "GitHub does not accept the token. An app's token ends after an hour.",
	forbidden: "The token may not list them. It needs Metadata: read, and Contents: read to fetch them.",
	"kept-out": "A rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
	limited: "GitHub asks to slow down. Try again later.",
	outage: "GitHub failed several times in a row. Try again later.",
	"no-answer": "GitHub did not answer. If this goes on, check the proxy.",
	"not-the-api": "What answered was not GitHub's API. Check the proxy, and the address in GITHUB_API_URL."
};
function describeUnlistedOrganization(organization, failure, status) {
	const why = LISTING_FAULTS[failure] ?? `It answered ${status ?? "nothing"}.`;
	return `GitHub did not list all repositories of ${quoteForMessage(organization)}, and nothing was planned. ${why}`;
}
const SWEEP_WORDS = {
	plan: "sweep plan takes the name of one organisation, such as acme.",
	scan: "sweep scan takes one plan, from sweep plan ORG > plan.json.",
	merge: "sweep merge takes the folders that sweep scan wrote."
};
const SWEEP_OUTPUT = "sweep scan needs a folder to write to. Add --output DIR.";
function describeShardNumber(given, last) {
	return `${given === "" ? "sweep scan needs to know which shard to read" : `There is no shard ${given}`}. Add --shard with a number from 0 to ${last}.`;
}
function describeSweepFlag(verb, flag) {
	return `sweep ${verb} has no flag ${flag}. Run openai-key-guard sweep --help for its flags.`;
}
const SWEEP_TOKEN = "A sweep needs a token that may read the repositories. Set GITHUB_TOKEN, or GITHUB_TOKEN_FILE to the path of a file that holds it.";
function describeOtherServer(planned, here) {
	return `The plan is of ${quoteForMessage(planned)}, and the token is for ${quoteForMessage(here)}. Set GITHUB_SERVER_URL if the plan is right.`;
}
// src/messages/rotation/progress.ts
const STEPS = {
	creating: (key) => `${key}: creating a new key`,
	notCreated: (key) => `${key}: no new key was created`,
	created: (key) => `${key}: created a new key`,
	notYetAccepted: (key) => `${key}: OpenAI does not accept the new key yet, which is usual at first`,
	accepted: (key) => `${key}: OpenAI accepts the new key`,
	notAccepted: (key) => `${key}: OpenAI does not accept the new key`,
	stored: (key, place) => `${key}: stored in ${place}`,
	notStored: (key, place) => `${key}: not stored in ${place}`,
	waiting: (key, time) => `${key}: waiting for the new key to be used (up to ${time})`,
	stillWaiting: (key, done, all) => `${key}: waiting for the new key to be used (${done} of ${all} ${all === 1 ? "minute" : "minutes"})`,
	used: (key) => `${key}: the new key is in use, and the old one is not`,
	notUsed: (key) => `${key}: it is not certain that only the new key is used`,
	retired: (key) => `${key}: the old key is retired`,
	notRetired: (key) => `${key}: the old key was kept`
};
function describeRotationPrompt(keys) {
	return `openai-key-guard is about to rotate ${keys === 1 ? "this key" : `these ${keys} keys`}:`;
}
const ROTATION_DECLINED = "No key was created, and none was changed.";
const ROTATION_INTERRUPTED = "Interrupted. The current step is finished, and then the report says which key is where. Interrupt again to stop at once.";
function describeKeysFileRead(where, keys) {
	return `Keys file: ${where}, ${keys} ${keys === 1 ? "key" : "keys"}.`;
}
// src/messages/errors/command-line/targets.ts
function describeUnknownTarget(name, value, kinds, hint) {
	return `${name} is ${value}. A place begins with one of ${kinds.map((kind) => `${kind}:`).join(", ")}, such as github:acme/shop/OPENAI_API_KEY.${hint}`;
}
function describeWrongRepositoryTarget(name, value, kind) {
	return `${name} is ${value}. After ${kind}: it must have owner, repository and name of the secret, such as ${kind}:acme/shop/OPENAI_API_KEY.`;
}
function describeWrongOrganizationTarget(name, value) {
	return `${name} is ${value}. After github-org: it must have organisation and name of the secret, such as github-org:acme/OPENAI_API_KEY.`;
}
function describeWrongSecretName(name, value, secret) {
	return `${name} is ${value}, and GitHub takes no secret with the name ${secret}. A name has letters, digits and underscores. It does not begin with a digit or with GITHUB_.`;
}
function describeWrongEnvironment(name, value) {
	return `${name} is ${value}. After @ it must have the name of an environment, such as github:acme/shop/OPENAI_API_KEY@production.`;
}
function describeUselessEnvironment(name, value, kind) {
	return `${name} is ${value}. Secrets of ${kind}: belong to no environment. Leave out what begins with @.`;
}
function describeNoProgram(name, value) {
	return `${name} is ${value}. After command: it must have a program and its arguments, such as command:vault kv put secret/openai value=-`;
}
function describeOpenQuote(name, value) {
	return `${name} is ${value}, and a quote in it does not end. Close it, or put the quote into quotes of the other kind.`;
}
function describeShellSign(name, value, sign) {
	return `${name} is ${value}. The program is started without a shell, and ${sign} would mean nothing. Put it into quotes if the program should get it as it is, or name a script that holds the whole line.`;
}
function describeControlCharacter(name, value) {
	return `${name} is ${value}. A place is one line without control characters.`;
}
function describeWrongTargetFile(name, value) {
	return `${name} is ${value}. After file: it must have the path of a file that does not exist yet, such as file:/run/secrets/openai.key.`;
}
function describeHomeFile(name, value) {
	return `${name} is ${value}, and ~ means nothing here. Write the whole path.`;
}
function describeKeyInTarget(name) {
	return `${name} contains the text of a key. A place is named without one: a program gets the new key on its standard input.`;
}
function describeSameTarget(name, value) {
	return `${name} names the place ${value} twice. Name it once.`;
}
// src/messages/errors/rotation/scopes.ts
function describeNoScopes(name) {
	return `${name} names no scope, and OpenAI takes an empty list for all permissions. Name scopes such as api.model.request, or leave ${name} out to keep those of the old key.`;
}
function describeWrongScope(name, value) {
	return `${name} has ${value}, which is no scope. Scopes are words such as api.model.request, with commas between them.`;
}
function describeAllAndMore(name) {
	return `${name} has all beside other scopes. Write all alone, or leave it out.`;
}
function describeScopeTwice(name, value) {
	return `${name} has ${value} twice. Write it once.`;
}
// src/messages/warnings/sarif-upload.ts
const REASONS = {
	"not-whole": "not all of it could be read. What is missing would close alerts. The alerts there stay as they are.",
	"no-branch": "its default branch is not known, or has no commit.",
	rejected: "GitHub took it, and then could not process it.",
	stopped: "uploading ended before.",
	"too-many": "a sweep uploads to no more than 500 repositories. GitHub takes 1,000 files an hour.",
	"too-large": "it is larger than GitHub takes.",
	forbidden: "the token may not. It needs Code scanning alerts: write (security_events), and code scanning must be switched on there. Private repositories need GitHub Code Security for it.",
	"not-found": "GitHub does not show it to the token, or no longer has the commit.",
	archived: "it is archived, and can only be read.",
	"bad-token": "GitHub no longer accepts the token. An app's token ends after an hour.",
	"kept-out": "a rule of the organisation keeps the token out, such as single sign-on or a list of IP addresses.",
	limited: "GitHub asks to slow down. Try again later.",
	outage: "GitHub failed. Try again later.",
	"no-answer": "GitHub did not answer.",
	"not-the-api": "what answered was not GitHub's API. Check the proxy, and GITHUB_API_URL."
};
function describeFailedUpload(repositories, reason) {
	const shown = repositories.slice(0, MOST_NAMED).join(", ");
	const more = repositories.length - MOST_NAMED;
	return `SARIF was not uploaded to ${more > 0 ? `${shown} and ${more} more` : shown}: ${REASONS[reason] ?? "GitHub refused it."}`;
}
const MOST_NAMED = 20;
function describeUploads(count) {
	return `SARIF was uploaded to ${count === 1 ? "1 repository" : `${count} repositories`}.`;
}
function describeDryUpload(count) {
	return `SARIF would be uploaded to ${count === 1 ? "1 repository" : `${count} repositories`}. Nothing was uploaded, since this is a dry run.`;
}
// src/messages/rotation/places.ts
const WORDS = {
	terminal: {
		token: "GITHUB_SECRETS_TOKEN",
		create: "--create"
	},
	workflow: {
		token: "secrets-token",
		create: "create: true"
	}
};
function describePlace(target) {
	switch (target.kind) {
		case "github": {
			const { environment } = target;
			const of = environment === null ? "" : ` of environment ${quoteCode(environment)}`;
			return `the secret ${quoteCode(target.secret)}${of} of ${target.owner}/${target.repo}`;
		}
		case "github-org": return `the secret ${quoteCode(target.secret)} of organisation ${target.org}`;
		case "dependabot": return `the Dependabot secret ${quoteCode(target.secret)} of ${target.owner}/${target.repo}`;
		case "codespaces": return `the Codespaces secret ${quoteCode(target.secret)} of ${target.owner}/${target.repo}`;
		case "command": return `the program ${quoteCode(target.argv[0])}`;
		case "file": return `the file ${quoteCode(target.path)}`;
		default: return target;
	}
}
function describeStoreFailure(failure, target, medium) {
	const place = describePlace(target);
	const { token, create } = WORDS[medium];
	switch (failure.because) {
		case "not-permitted": return `${token} may not write ${place}. It needs the permission ${failure.permission}. ${describeTokens(target, "can have it")}`;
		case "no-token": return `${capitalize(place)} cannot be written without a token. Set ${token}. ${describeTokens(target, "can write it")}`;
		case "bad-token": return `GitHub does not accept ${token}: it is wrong, or it has expired. Create another one and set it.`;
		case "kept-out": return `A rule of the organisation keeps ${token} out of ${place}: single sign-on, or a list of IP addresses. Authorise the token for single sign-on, or run this where the list allows it.`;
		case "not-found": return `GitHub shows ${token} no ${nameOwner(target)}. Check the name, and that the token has access.`;
		case "moved": return `${nameRepository(target)} is called ${failure.to} today. Name the place with that.`;
		case "archived": return `${nameRepository(target)} is archived and can only be read. Unarchive it, or leave out this place.`;
		case "no-secret": return target.kind === "github-org" ? `There is no secret ${quoteCode(target.secret)} in organisation ${target.org} yet. Create it on GitHub with any value. Only you know which repositories may see it.` : `${capitalize(place)} does not exist yet. Create it with ${create}, or correct the name.`;
		case "wrong-name": return `GitHub takes no secret with the name of ${place}. A name has letters, digits and underscores. It does not begin with a digit or with GITHUB_.`;
		case "exists": return `${capitalize(place)} exists already and is left as it is. Remove it, or name another file.`;
		default: return describeOther(failure, target, token);
	}
}
function describeOther(failure, target, token) {
	const place = describePlace(target);
	switch (failure.because) {
		case "too-many": return `${capitalize(nameOwner(target))} has as many secrets as GitHub allows, ${target.kind === "github-org" ? "1,000" : "100"}. Delete one that nobody needs.`;
		case "too-large": return `The key is larger than a secret on GitHub may be, 48 KB. It was not sent.`;
		case "rate-limited": return `GitHub limits the requests of ${token}. Wait an hour and run this again.`;
		case "server-error": return `GitHub could not answer for ${place}. Look at githubstatus.com, and run this again later.`;
		case "network": return `GitHub did not answer for ${place}. Check the network and any proxy, and run this again.`;
		case "not-understood": return `What answered for ${place} is not GitHub's API. A proxy or a login page may be in between. Check the network and GITHUB_API_URL.`;
		case "refused": return `GitHub refused the new value of ${place}. Its answer is not shown, since it may repeat the value. Run this again, and report it if that does not help.`;
		case "file-error": return `${capitalize(place)} cannot be written (${failure.code}). ${failure.code === "ENOENT" ? "Create its folder first." : "Check its folder, or name another file."}`;
		case "planted-link": return `The path of ${place} leads through a link in the checkout, which a change may have added. Name the file by a path without that link.`;
		case "cancelled": return `The run was cancelled before ${place} had the new key for certain.`;
		case "unexpected": return `Something of ours broke while ${place} was written. Please report it.`;
		case "no-program":
		case "exit-code":
		case "not-read":
		case "timed-out": return describeProgramFailure(failure, target);
		default: return failure;
	}
}
function describeProgramFailure(failure, target) {
	const program = describePlace(target);
	switch (failure.because) {
		case "no-program": return `${capitalize(program)} was not found, or cannot be started. Install it, or name its whole path. No shell is used, which rules out aliases and functions.`;
		case "exit-code": {
			const end = failure.code === null ? "was ended by a signal" : `ended with ${failure.code}`;
			return `${capitalize(program)} ${end}, and only 0 means stored. What it wrote is not shown, since that may be the key. Run it by hand with any text on its standard input to see what it says.`;
		}
		case "not-read": return `${capitalize(program)} ended without reading the key. Give it the arguments that make it read its standard input, such as value=- of vault.`;
		case "timed-out": return `${capitalize(program)} did not end in time and was stopped. It may wait for an answer: sign it in before, and turn its questions off.`;
		default: return failure;
	}
}
function describeTokens(target, can) {
	const [level, scope] = target.kind === "github-org" ? ["organisation", "admin:org"] : ["repository", "repo"];
	return `A fine-grained personal access token or a GitHub App ${can} for this ${level}. So can a classic token with the scope ${scope}. A job's own GITHUB_TOKEN never can.`;
}
function nameOwner(target) {
	if (target.kind === "github-org") return `organisation ${target.org}`;
	const environment = target.kind === "github" && target.environment !== null ? target.environment : null;
	const repository = `repository ${nameRepository(target)}`;
	return environment === null ? repository : `environment ${quoteCode(environment)} of ${repository}`;
}
function nameRepository(target) {
	return "repo" in target ? `${target.owner}/${target.repo}` : describePlace(target);
}
function quoteCode(name) {
	return `\`${name.replaceAll("`", "'")}\``;
}
function capitalize(text) {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
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
// src/messages/comment.ts
function describeDuplicate(url) {
	return `Two runs commented at the same moment. [The other comment](${url}) is the one that is kept up to date.`;
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
		case "no-rotation": return "does not say which step of which rotation it is about";
		default: return fault;
	}
}
// src/messages/warnings/notify.ts
function describeNotifyFailure(name, receiver, failure) {
	return `The message to ${receiver} was not sent: ${explain(name, failure)} The result of the run is not affected.`;
}
const RECEIVERS = {
	slack: "Slack",
	teams: "Teams",
	json: "the webhook"
};
function explain(name, failure) {
	switch (failure.kind) {
		case "private-address": return `the host in ${name} leads to a private address. Use an address that the internet can reach.`;
		case "no-answer": return `nobody answered three times. Check ${name}, and whether this machine may reach its host.`;
		case "redirect": return `the answer was a redirect (${failure.status}), which is not followed. Put the final address into ${name}.`;
		case "unknown-address": return `the answer was ${failure.status}. The address in ${name} is wrong, or it was revoked.`;
		case "limited": return `it was asked to slow down (${failure.status}).`;
		case "outage": return `the answer was ${failure.status}, three times.`;
		case "refused": return `the answer was ${failure.status}. If the address in ${name} takes this format, please report this.`;
		default: return failure;
	}
}
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
// src/messages/errors/rotation/keys-file.ts
const KEYS_FILE_HOLDS_A_KEY = "This line holds a key, which has leaked. Revoke the key. Name its service account, or its id such as key_abc, instead.";
const KEYS_ENTRY_FAULTS = {
	nameless: "An entry must name a key. Add service-account, with an id or a name, or key.",
	many: "An entry names one key. Keep one of service-account and key, and write another entry.",
	homeless: "An entry must say where the key lives. Add lives-in, such as [\"github:acme/shop/OPENAI_API_KEY\"].",
	duplicate: "There is an entry for this key already. Keep one of the two."
};
const KEYS_FIELD_FAULTS = {
	empty: "is empty. Fill it in, or remove the word.",
	"is-key": "is a key, which has leaked now. Revoke the key, and write its id, such as key_abc, instead.",
	long: "is longer than 200 characters. Write an id instead.",
	"no-places": "is empty. Name the places that hold the key, or remove the entry.",
	"no-scopes": "is empty, and OpenAI takes an empty list for all permissions. Name the scopes, or remove the word to keep those of the old key.",
	"no-time": "must be longer than nothing. Write a time such as 60d."
};
function describeKeysFieldFault(field, fault) {
	return `${field} ${KEYS_FIELD_FAULTS[fault]}`;
}
function describeSharedPlace(place, line) {
	return `The key of line ${line} lives in ${place} too. A place holds one key. Keep it in one of the two entries.`;
}
// src/messages/rotation/keys-file-parts.ts
const KEYS_FILE_PARTS = {
	file: "The file",
	entry: "An entry",
	place: "An item of lives-in",
	scope: "An item of scopes"
};
function describeKeysFilePlace(path, branch) {
	return `${path} of ${branch}`;
}
// src/messages/gaps/alerts.ts
function describeCutAlerts(read, failure) {
	return `The list of alerts was not read to its end: ${failure === null ? "it is too long" : `GitHub answered ${failure.status ?? "nothing"}`} after ${read} alerts.`;
}
function describeUnreadAlerts(count) {
	return `The list of alerts has ${count === 1 ? "1 entry" : `${count} entries`} in a form that is not known here.`;
}
function describeHiddenAlert(name) {
	return `GitHub does not show the text of the alert ${name}.`;
}
function describeUnknownText(name) {
	return `The text of the alert ${name} is not recognised as a key of OpenAI. It was not checked.`;
}
function describeUnlistedPlaces(name) {
	return `Not all places of the alert ${name} were listed. The key itself was checked.`;
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
// src/messages/gaps/sweep.ts
const TOKEN_ENDED = "It was not read, since GitHub no longer accepts the token. An app's token ends after an hour.";
const REPOSITORY_GONE = "It was not read, since GitHub no longer has it or does not show it to this token.";
function describeMovedRepository(name) {
	return `It was not read, since it belongs to another owner now and is called ${quoteForMessage(name)}.`;
}
function describeRefusedClone(status) {
	return `It was not read, since GitHub refused to send it (HTTP ${status}).`;
}
function describeUnfetchedRepository(why) {
	return `It was not read, since it could not be fetched: ${why}.`;
}
function describeTooLargeRepository(room) {
	return `It was not read, since it is too large for the disk here: there is room for ${room}. Sweep it on a larger machine, or leave it out with --exclude.`;
}
function describeSlowRepository(minutes) {
	return `It was not read to its end, which would take longer than ${minutes} minutes. Scan it by itself with scan --history.`;
}
function describeRepositoryFault(error) {
	return `It was not read, since something broke here (${error}).`;
}
function describeMissingShard(shard, repositories) {
	return `Shard ${shard} handed over nothing: ${countRepositories(repositories)} not read.`;
}
function describeCutShard(shard, repositories) {
	return `Shard ${shard} ended early: ${countRepositories(repositories)} not read.`;
}
function countRepositories(count) {
	return count === 1 ? "1 repository was" : `${count} repositories were`;
}
function describeRepositoryGap(repository, detail) {
	return `${repository}: ${detail}`;
}
const STATE_MISSING = "It is unchanged since an earlier sweep, and what that one found is not known here. Give --state the same file as the plan.";
function describeUnreadKey(mask, fingerprint, why) {
	return `${mask === "" ? `The key ${fingerprint}` : `The key ${mask} (${fingerprint})`} was found, but could not be read again: ${why}. It was not checked, and stays leaked.`;
}
const UNREAD_KEY = {
	gone: "the repository no longer has it there",
	unfetched: "the repository could not be fetched"
};
// src/messages/alerts/closing.ts
const CLOSING = {
	resolved: (name) => `Closed the alert ${name} as revoked.`,
	already: (name) => `The alert ${name} was closed meanwhile. It stays as it is.`,
	forbidden: (name) => `The alert ${name} stays open: the token may not close it. It needs Secret scanning alerts: write. Where your organisation has alerts reviewed before they are closed, a reviewer closes it.`,
	failed: (name, status) => `The alert ${name} stays open: GitHub answered ${status ?? "nothing"}. Close it as revoked by hand, or run this again.`
};
const REHEARSAL = {
	dead: (name) => `Would close the alert ${name} as revoked: its key is proven dead.`,
	revoked: (name) => `Would close the alert ${name} as revoked, once OpenAI refuses its key.`
};
const MOST_NAMES = 10;
const KEPT = {
	"may-work": ["its key may work", "their keys may work"],
	"may-return": ["OpenAI refuses its key for now, and may accept it again", "OpenAI refuses their keys for now, and may accept them again"],
	"not-proven": ["OpenAI refuses its key, and nobody knows whose it was", "OpenAI refuses their keys, and nobody knows whose they were"],
	unrecognised: ["its text is not one key of OpenAI", "the text of each is not one key of OpenAI"]
};
function describeKept(names, because) {
	const [one, several] = KEPT[because];
	if (names.length === 1) return `The alert ${names.join("")} would stay open: ${one}.`;
	const left = names.length - MOST_NAMES;
	const shown = `${names.slice(0, MOST_NAMES).join(", ")}${left > 0 ? ` and ${left} more` : ""}`;
	return `${names.length} alerts would stay open: ${several}. They are ${shown}.`;
}
export { CLOSING, DAMAGES, EXCEPTION_FAULTS, FETCH_FAULTS, FOREIGN_REPORTS, GONE_CHANGES, KEYS_ENTRY_FAULTS, KEYS_FILE_HOLDS_A_KEY, KEYS_FILE_PARTS, LEAKED_BEFORE, NO_HOOKS_IN_BARE, NO_JSON_REPORT, NO_UTF8_REPORT, PARTS, POLICY_HOLDS_A_KEY, PROJECT_FAULTS, RECEIVERS, REHEARSAL, REPOSITORY_GONE, ROTATION_DECLINED, ROTATION_INTERRUPTED, SENT_ANYWAY, STATE_MISSING, STEPS, SWEEP_OUTPUT, SWEEP_TOKEN, SWEEP_WORDS, TOKEN_ENDED, UNREAD_KEY, URL_WITH_PASSWORD, YAML_FAULTS, describeAllAndMore, describeAuditWithoutKey, describeChangedFile, describeControlCharacter, describeCutAlerts, describeCutShard, describeDamagedFile, describeDamagedIndex, describeDamagedLine, describeDamagedReport, describeDisabledHooks, describeDryUpload, describeDuplicate, describeEmptyItem, describeEmptyKeyName, describeEmptyRule, describeEmptySweep, describeExceptionFault, describeExcuse, describeFailedUpload, describeFileFault, describeFixOfRuleOff, describeFixWithoutAct, describeFolderForHook, describeForbiddenHook, describeForeignFile, describeForeignInput, describeForeignState, describeHiddenAlert, describeHomeFile, describeIdleGlobs, describeInvalidCommit, describeInvalidRef, describeInvalidUrl, describeIrregularAuditFile, describeItem, describeKept, describeKeyAsName, describeKeyBesideDue, describeKeyDetails, describeKeyInTarget, describeKeysFieldFault, describeKeysFilePlace, describeKeysFileRead, describeLargeFile, describeLeftOutPlace, describeLeftoverHook, describeLostBase, describeManagedHooks, describeMaxDisk, describeMissingIndex, describeMissingKeysFile, describeMissingPlan, describeMissingShard, describeMore, describeMovedRepository, describeNoFields, describeNoHookFolder, describeNoKeysFile, describeNoList, describeNoProgram, describeNoProjects, describeNoScopes, describeNoSetting, describeNoText, describeNothingToRotate, describeNotifyFailure, describeOpenQuote, describeOtherKeys, describeOtherPlan, describeOtherServer, describeOtherVersion, describeRefusal, describeRefusedClone, describeRefusedRepository, describeRepositoryFault, describeRepositoryGap, describeResumeWithoutFile, describeRewriting, describeRotationPrompt, describeRotationWithoutKey, describeSameTarget, describeScopeTwice, describeSettingBesideDue, describeShardCount, describeShardNumber, describeSharedPlace, describeShellSign, describeSkip, describeSlowRepository, describeStoppedGaps, describeStoppedKeys, describeStoreFailure, describeSweepFlag, describeTimeout, describeTooLargeRepository, describeTwoFixes, describeTwoHooks, describeUnencryptedUrl, describeUnfetchedBase, describeUnfetchedChange, describeUnfetchedCommits, describeUnfetchedKeysFile, describeUnfetchedObjects, describeUnfetchedRepository, describeUnfitKeysFile, describeUnknownDefaultBranch, describeUnknownName, describeUnknownProject, describeUnknownProtection, describeUnknownTarget, describeUnknownText, describeUnknownWord, describeUnlistedOrganization, describeUnlistedPlaces, describeUnnamedPolicy, describeUnreadAlerts, describeUnreadKey, describeUnreadKeysFile, describeUnreadableDefaultPolicy, describeUnreadableFile, describeUnreadableKeysFile, describeUnreadablePolicy, describeUnstaging, describeUnwritableHook, describeUnwritableTemp, describeUploads, describeUrlWithQuery, describeUselessEnvironment, describeUselessWiden, describeUselessWithoutFix, describeWrongAmount, describeWrongEnvironment, describeWrongFixAct, describeWrongFixRule, describeWrongLevel, describeWrongNumber, describeWrongOrganizationTarget, describeWrongOverlap, describeWrongRepositoryTarget, describeWrongScope, describeWrongSecretName, describeWrongTargetFile, rotate_exports };
