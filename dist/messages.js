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
	rules: "The rules of an audit are set in the policy file, which --policy names.",
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
// src/messages/command-line/help.ts
const PROGRAM_HELP = {
	description: "Finds leaked OpenAI API keys in a change, tells you whose they are and whether they still work, and revokes them when you ask for it.",
	version: "Print the version.",
	help: "Print the flags of a command.",
	examples: [
		["scan", "scan the commits of this branch"],
		["scan --staged", "scan what you are about to commit"],
		["COMMAND --help", "print the flags of a command"]
	]
};
const EXIT_CODES_OF = {
	scan: "0 no key, or none that --fail-on names · 1 leaked · 2 not everything could be scanned, or wrong use.",
	other: "0 done · 2 not done, or wrong use."
};
const VARIABLES = {
	OPENAI_ADMIN_KEY: "An Admin API key of your organisation. It tells whose a key is, whether it works, and revokes it. Without it keys are found and reported. It is never a flag: everyone on the machine could read that.",
	GITHUB_TOKEN: "A token that may list and read the repositories. GITHUB_TOKEN_FILE names a file that holds it, which is read anew when GitHub no longer accepts it.",
	NOTIFY_URL: "Whom to tell of a leak: the webhook of a channel in Slack or Teams, or of your own service. It is a secret, so never a flag. NOTIFY_SECRET signs messages to your own service.",
	GITHUB_SECRETS_TOKEN: "A token that may write the secrets of --to: a fine-grained personal access token, or one of a GitHub App. GITHUB_TOKEN of a job may not. It is never a flag.",
	GITHUB_API_URL: "The address of GitHub's API, where it is not https://api.github.com.",
	NO_COLOR: "Print no colours, like --color never.",
	HTTPS_PROXY: "The proxy to reach OpenAI through. NO_PROXY lists the hosts to reach without it. Needs Node 24."
};
const HEADINGS = {
	read: "What to scan:",
	contain: "What to do with leaked keys:",
	report: "What to print:",
	where: "Where:",
	variables: "Variables:",
	exitCodes: "Exit codes:"
};
function describeChoice(description, words) {
	return `${description} One of ${words.join(", ")}. The default is ${words[0]}.`;
}
function describeList(description) {
	return `${description} May be repeated.`;
}
const SHARED_FLAGS = {
	repo: "A folder in the repository. The default is the current one.",
	ignoreFile: (preset) => `The file that lists keys and paths to ignore, read from the base of the change. The default is ${preset}.`,
	color: "When to print colours. With auto, a terminal gets them."
};
const CONTAINMENT_FLAGS = {
	onLeak: "What to do with a leaked key of yours that still works: only report it, take its permissions away (quarantine), let it expire after --grace, revoke it, or put a new key in its places and let it expire (rotate).",
	grace: "With --on-leak expire or rotate: how long the key keeps working, such as 30m, 1h or 2d. The default is 1h.",
	keysFile: (preset) => `The file that says where keys are kept, read from the base of the change. The default is ${preset}.`,
	hold: "Hold back keys that were used within this time: they wait for --approved. The default is 0s, which holds none back.",
	preexisting: "Also act on keys that were in the base already.",
	approved: "Act on this key only, because a person has looked at it.",
	yes: "Do not ask before acting on keys.",
	dryRun: "Say what would be done to keys, and do nothing.",
	tryKeys: "Which found keys to try with one read-only request: your own, all, or none.",
	protect: "Never act on this key, project or owner, given by id or name.",
	maxContained: "If more keys than this would be acted on, act on none. The default is 3.",
	auditFile: "Record each action in this file: one line before it and one after it.",
	baseUrl: "The address of OpenAI's API. The default is https://api.openai.com/v1."
};
const REPORT_FLAGS = {
	failOn: "What ends with exit code 1: any leak that can still do harm, only keys that may still work, or nothing.",
	detail: "How much to show. With auto, a terminal shows everything; elsewhere no names of projects, owners or keys are shown.",
	format: "The format of the report.",
	output: "Write the report to this file. - is standard output, which is the default.",
	quiet: "Print nothing when no key was found.",
	notifyWhen: "With NOTIFY_URL: tell of any leak, only if a key may still work, or only if something was done to a key.",
	notifyFormat: "With NOTIFY_URL: what the receiver takes. With auto, its host says that."
};
const SCAN_HELP = {
	summary: "Find leaked OpenAI keys in commits, files or text.",
	description: "RANGE is a range of commits, as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without a range, scan reads the commits of HEAD that its upstream does not have. Without an upstream, it compares with the default branch.",
	staged: "Scan what is staged for the next commit.",
	pushed: "Scan what is pushed. For git's hooks pre-push and pre-receive, which say on standard input what that is.",
	history: "Scan all commits of all branches and tags.",
	unreachable: "With --history: also scan commits that no branch and no tag leads to any more.",
	files: "Scan files on disk that match the globs, as they are now. Without a glob, all files.",
	skipIgnored: "With --files: leave out files that .gitignore lists.",
	stdin: "Scan standard input.",
	alerts: "Check GitHub's open secret scanning alerts for OpenAI keys, of a repository or an organisation. GITHUB_TOKEN needs the permission Secret scanning alerts: read.",
	closeAlerts: "With --alerts: close alerts as revoked whose key is proven dead. GITHUB_TOKEN needs write for that.",
	stdinName: "With --stdin: what to call it in the report.",
	formatIn: "With --stdin: whether it is text, or the report of another scanner, whose places are then taken over.",
	paths: "Scan only files that match this glob.",
	exclude: "Leave out files that match this glob.",
	writeBaseline: "With --history: add the keys that were found to the ignore file, except keys of yours that still work.",
	proofFile: "Write a proof of the scan to this file: what was read and what it came to, without any place or key.",
	verbose: "Print every place of a key, and text that looks like a key but is none.",
	examples: [
		["scan", "scan the commits of this branch"],
		["scan main..HEAD", "scan what HEAD has and main does not"],
		["scan --staged", "scan what you are about to commit"],
		["scan --history --write-baseline", "scan everything once, and ignore what is known from then on"],
		["scan --files \"dist/**\"", "scan what a build wrote, before you publish it"],
		["scan --stdin < gitleaks.json", "check the OpenAI keys of another scanner's report"],
		["scan --alerts acme/shop", "check the keys that GitHub has raised alerts for"],
		["scan main..HEAD --on-leak revoke --dry-run", "see what would be revoked"]
	]
};
const CONTAIN_HELP = {
	summary: "Act on the keys of a report: revoke them, or let them expire.",
	description: "REPORT is a report in JSON, from scan --format json --output report.json. It holds no key. The keys are found again in the same change, checked again, and only then acted on.",
	examples: [
		["contain report.json --on-leak revoke", "revoke the keys of a report"],
		["contain report.json --on-leak expire --grace 2h", "let them work for two more hours"],
		["contain report.json --on-leak revoke --approved 0123456789abcdef", "revoke this one only"]
	]
};
const COMPLETION_HELP = {
	summary: "Print a script that completes commands and flags in a shell.",
	description: "For bash, source the script. For zsh, save it as _openai-key-guard in a folder of fpath. For fish, save it as ~/.config/fish/completions/openai-key-guard.fish.",
	heads: {
		bash: "bash completion for openai-key-guard. In ~/.bashrc: source <(openai-key-guard completion bash)",
		zsh: "zsh completion for openai-key-guard. In a folder of fpath: openai-key-guard completion zsh > _openai-key-guard",
		fish: "fish completion for openai-key-guard. In ~/.config/fish/completions/openai-key-guard.fish"
	},
	examples: [["completion bash", "in ~/.bashrc: source <(openai-key-guard completion bash)"], ["completion zsh > ~/.zfunc/_openai-key-guard", "with fpath+=(~/.zfunc) before compinit in ~/.zshrc"]]
};
const DEMO_HELP = {
	summary: "Show what happens when a key leaks: on a real repository, with a small OpenAI and GitHub inside.",
	description: "It needs no account, and sends nothing to anybody.",
	examples: [["demo", "takes half a minute"]]
};
const SANDBOX_HELP = {
	summary: "Run a small OpenAI and GitHub on this machine, for tests.",
	description: "It prints their addresses, and the keys that work there. Stop it with Ctrl-C.",
	examples: [["sandbox", "in another terminal: scan with --openai-base-url"]]
};
// src/messages/command-line/audit.ts
const AUDIT_HELP = {
	summary: "Find keys that should not exist before they leak: unused, ownerless, without an end.",
	description: "It asks OpenAI for all keys of your organisation, and compares them with the rules of the policy file. No key is tried, and none is changed unless --fix asks for it. It needs no repository.",
	examples: [
		["audit", "look at all keys of the organisation"],
		["audit --format html --output audit.html", "write one page that you can forward"],
		["audit --project \"prod-*\" --fail-on warning", "look at these projects, and be strict"],
		["audit --fix unused=revoke --dry-run", "see which keys would be revoked"],
		["audit --fix no-expiry=expire:90d --audit-file audit.jsonl", "give keys without an end 90 days, and keep a record"]
	]
};
const AUDIT_FLAGS = {
	policy: (preset) => `The file that sets rules, limits and exceptions. The default is ${preset} of this work tree, if it is there. With --fix, the file must be named.`,
	project: "Look only at this project, by id, name or glob.",
	fix: "Act on what a rule finds: RULE=revoke, or RULE=expire:30d. For unused, owner-inactive, archived-project and no-expiry.",
	hold: "Leave keys alone that were used within this time, such as 7d. The default is 0s, which leaves none.",
	failOn: "What ends with exit code 1: a finding of this level or above.",
	quiet: "Print nothing when nothing was found.",
	ignoreFile: (preset) => `The file whose protect list counts with --fix, read from the commit HEAD. The default is ${preset}.`,
	verbose: "Print every finding, and every rule."
};
const AUDIT_HEADINGS = {
	read: "What to look at:",
	fix: "What to do with keys:"
};
const AUDIT_EXIT_CODES = "0 nothing that --fail-on names · 1 findings, or something of --fix that was not done · 2 not everything could be asked, or wrong use.";
const AUDIT_ADMIN_KEY = "An Admin API key of your organisation, which may read. Without it there is no audit. It is never a flag: everyone on the machine could read that.";
// src/messages/command-line/rotate.ts
const ROTATE_HELP = {
	summary: "Replace a key with a new one where it lives, and retire the old one once the new one is used.",
	description: "KEY is the id or name of a key, or of the service account that owns it. The new key belongs to the same service account and may do no more than the old one. It is stored in every place of --to or of the keys file. The old key ends only when the new one was used and the old one is not any more. Keys of people cannot be created by a program.",
	examples: [
		["rotate checkout-bot --to github:acme/shop/OPENAI_API_KEY --dry-run", "see every step, and change nothing"],
		["rotate checkout-bot --to github:acme/shop/OPENAI_API_KEY@production --expires-in 90d", "rotate a key that is the secret of an environment"],
		["rotate key_abc --to \"command:vault kv put secret/openai value=-\" --audit-file rotate.jsonl", "hand the new key to a program on its standard input, and keep a record"],
		["rotate --due --audit-file rotate.jsonl", "rotate every key of the keys file that is old enough"],
		["rotate --due --audit-file rotate.jsonl --resume", "go on with what an earlier run did not finish"]
	]
};
const ROTATE_FLAGS = {
	to: "Store the new key in this place: github:OWNER/REPO/NAME, with @ENVIRONMENT after it if need be, github-org:ORG/NAME, dependabot:OWNER/REPO/NAME, codespaces:OWNER/REPO/NAME, command:PROGRAM ARG…, or file:PATH. Without it, the places of the keys file.",
	due: "Rotate every key of the keys file that is older than its rotate-every, or near its end.",
	keysFile: (preset) => `The file that says where keys live, read from the default branch of the remote. The default is ${preset}.`,
	expiresIn: "How long the new key lives, such as 90d. The default is as long as the old one.",
	scopes: "What the new key may do, such as api.model.request, with commas between. The default is what the old one may.",
	widen: "Let --scopes give the new key more rights than the old one has.",
	create: "Create secrets that do not exist yet.",
	overlap: "How long the old key goes on working once the new one is used. With 0 it is revoked at once. The default is 24h.",
	wait: "How long to wait for the new key to be used. With 0 nobody waits, and the old key ends after --overlap. The default is 30m.",
	resume: "Go on with the rotations of --audit-file that are not finished. Repeat the other flags.",
	ignoreFile: (preset) => `The file whose protect list counts, read from the commit HEAD. The default is ${preset}.`,
	quiet: "Print no progress, and nothing at all when every key was rotated.",
	verbose: "Also say where the keys file was read, and each look at the new key."
};
const ROTATE_HEADINGS = {
	what: "What to rotate:",
	key: "The new key:",
	old: "The old key:",
	run: "The run:"
};
const ROTATE_EXIT_CODES = "0 rotated, nothing due, or a dry run · 1 not rotated, or not finished: the report says what is left · 2 not everything could be asked, or wrong use.";
const ROTATE_ADMIN_KEY = "An Admin API key of your organisation, which may create and change keys. It is never a flag: everyone on the machine could read that.";
// src/messages/hooks.ts
const HOOK_HELP = {
	summary: "Scan before each commit and each push.",
	description: "Installs two git hooks in this repository: pre-commit scans what is staged, pre-push scans what is pushed. A hook that is there already is kept and runs first. uninstall removes both and puts back what was there before.",
	where: "Where:",
	install: "from now on",
	uninstall: "no longer"
};
function describeInstalledHook(hook, file, isUpdate) {
	return `${isUpdate ? "Updated" : "Installed"} the ${hook} hook: it scans what you ${hook === "pre-push" ? "push" : "commit"}. File: ${file}`;
}
function describeKeptHook(hook, file) {
	return `Your earlier ${hook} hook still runs, before ours. It is now ${file}`;
}
const HOOKS_EVERYWHERE = "core.hooksPath is set for all your repositories: the hooks run in every one of them.";
function describeHooksInWorkTree(folder) {
	return `${folder} is in the work tree. Do not commit the hooks: they name paths of this machine.`;
}
const HOOKS_RUN_CACHE = "The hooks run the copy in npx's cache, which npm may delete. Install openai-key-guard with npm install --global, then run openai-key-guard hook install again.";
function describeRemovedHook(hook, isRestored) {
	return `Removed the ${hook} hook.${isRestored ? " Your earlier hook is back." : ""}`;
}
function describeReplacedHook(hook, file) {
	return `The ${hook} hook is not ours any more, so it was not changed. The hook from before ours is ${file}`;
}
function describeNoHooks(folder) {
	return `No hook of openai-key-guard is installed in ${folder}.`;
}
const HOOK_MARK = "# Written by openai-key-guard; to remove it, run: openai-key-guard hook uninstall. Edits are overwritten.";
function describeMissingProgram(stopped, missing, self) {
	return [
		`openai-key-guard: ${stopped} stopped, it could not be scanned: ${missing} is missing.`,
		"  Install what is missing (Node or openai-key-guard), then run: openai-key-guard hook install",
		`  Skip once: git ${stopped} --no-verify. To remove the hook: delete ${self}`
	];
}
// src/messages/ignore-command.ts
const IGNORE_HELP = {
	summary: "Ignore a key: put its fingerprint into the ignore file.",
	description: "FINGERPRINT is the 16 hex digits that the report shows, never the key. The entry goes into .github/openai-key-guard.yml, which is created if it is missing. An earlier entry for the same key is replaced. The entry counts once it is on the base branch: a change cannot ignore its own keys. A key of yours that still works is reported anyway.",
	groups: {
		entry: "The entry:",
		file: "The file:"
	},
	reason: "Why this key may be ignored. Whoever reviews the file reads it.",
	until: "The last day, in UTC, on which the entry holds, such as 2027-01-31. Without it the entry never ends.",
	examples: {
		plain: ["ignore 0123456789abcdef --reason \"key of the public demo\"", "ignore this key"],
		until: ["ignore 0123456789abcdef --reason \"rotated on Friday\" --until 2027-01-31", "ignore it up to that day"]
	}
};
const FIELD_NAMES = {
	fingerprint: "The fingerprint",
	reason: "--reason",
	until: "--until"
};
const WHEN_IT_COUNTS = "It counts once it is on the base branch: a change cannot ignore its own keys.";
function describeIgnored(result, name, fingerprint, until) {
	const end = until === null ? "" : ` until the end of ${until}`;
	if (result === "unchanged") return `${name} has this entry already: ${fingerprint} is ignored${end}.`;
	return `${result === "created" ? "Created" : "Changed"} ${name}: ${fingerprint} is ignored${end}.`;
}
function describeBaseline(added, name) {
	if (added === 0) return `Nothing to add to ${name}.`;
	return `Added ${added === 1 ? "1 key" : `${added} keys`} to ${name}.`;
}
function describeLeftOut(count) {
	return count === 1 ? "1 key was left out: it is yours, and it may still work. Revoke it first." : `${count} keys were left out: they are yours, and they may still work. Revoke them first.`;
}
function describeBaselineReason(day) {
	return `here before ${day}`;
}
const FILE_HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/openai-key-guard/openai-key-guard/main/schema/ignore-file.v1.json
#
# The keys that openai-key-guard ignores. It reads this file from the base branch: an entry counts once it is merged.
# A key of yours that still works is reported anyway. You may add two more words: exclude (globs of paths to leave out)
# and protect (ids or names of keys, projects and owners that are never revoked automatically).
`;
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
// src/messages/command-line/sweep.ts
const SWEEP_HELP = {
	summary: "Find leaked keys in all repositories of an organisation.",
	description: "sweep plan ORG lists the repositories and packs them into shards. sweep scan PLAN --shard I --output DIR reads the history of those in one shard: it needs no Admin API key, and writes where keys are, but no key. sweep merge DIR … reads the keys again in the repositories that hold them, and then does what scan does, once for the whole organisation. Shards may run side by side on many machines.",
	examples: [
		["sweep plan acme --shards 4 > plan.json", "list the repositories of acme, in four shards"],
		["sweep scan plan.json --shard 0 --output swept", "read the first shard"],
		["sweep merge swept --format html --output sweep.html", "report what all shards found"],
		["sweep merge swept --on-leak revoke --max-contained 10 --state state.json", "revoke, and keep what was read"],
		["sweep plan acme --state state.json > plan.json", "the next night: read only what has changed"]
	]
};
const SWEEP_FLAGS = {
	shards: "Of plan: into how many shards to pack the repositories, up to 256. The default is 8.",
	state: "Of plan and merge: the file in which merge keeps what was read. Repositories that have not changed since are not read again. It need not be there yet.",
	include: "Of plan: sweep only repositories whose name matches this glob.",
	exclude: "Of plan: leave out repositories whose name matches this glob.",
	archived: "Of plan: sweep archived repositories too.",
	forks: "Of plan: sweep forks too.",
	shard: "Of scan: which shard to read, from 0 on. The default is JOB_COMPLETION_INDEX, which Kubernetes sets.",
	ignoreFile: "Of merge: the file that lists keys to ignore and to protect, by its path in the repository of --repo, read from the commit HEAD. Without this flag none counts.",
	verbose: "Of merge: print every place of a key."
};
const SWEEP_HEADINGS = { plan: "What to sweep:" };
const SWEEP_ADMIN_KEY = "Of merge: an Admin API key of your organisation. It tells whose a key is, whether it works, and revokes it. plan and scan do not need it: do not give it to them.";
const SWEEP_EXIT_CODES = "0 no key, or none that --fail-on names · 1 leaked · 2 not everything could be read, or wrong use. plan and scan end with 0 once their file is written: merge tells what a shard found, and what it could not read.";
function describePlan(plan) {
	const { leftOut } = plan;
	const left = [
		...leftOut.archived > 0 ? [`${leftOut.archived} archived (--archived)`] : [],
		...leftOut.fork > 0 ? [`${count(leftOut.fork, "fork", "forks")} (--forks)`] : [],
		...leftOut["not-included"] > 0 ? [`${leftOut["not-included"]} that --include does not match`] : [],
		...leftOut.excluded > 0 ? [`${leftOut.excluded} that --exclude matches`] : []
	];
	const known = plan.unchanged > 0 ? ` An earlier sweep has read ${plan.unchanged} of them.` : "";
	const rest = left.length > 0 ? ` Left out: ${left.join(", ")}.` : "";
	return `${count(plan.repositories, "repository", "repositories")} in ${count(plan.shards, "shard", "shards")}, ${plan.size}.${known}${rest}`;
}
function describeShard(shard) {
	const parts = [
		`${count(shard.read, "repository", "repositories")} read`,
		...shard.continued > 0 ? [`${shard.continued} read from where an earlier sweep ended`] : [],
		...shard.unchanged > 0 ? [`${shard.unchanged} unchanged`] : [],
		...shard.unread > 0 ? [`${shard.unread} not read or not to the end`] : [],
		`${count(shard.keys, "key", "keys")} found`
	];
	return `Shard ${shard.shard}: ${parts.join(", ")}.`;
}
const SELECTED_ONLY = "The token is of an app that is installed on selected repositories only: others are not in the plan.";
function describeLostState(code) {
	return `The state file could not be written (${code}): the next sweep reads everything again.`;
}
function count(number, one, many) {
	return number === 1 ? `1 ${one}` : `${number} ${many}`;
}
// src/messages/errors/command-line/sweep.ts
function describeShardCount(given, most) {
	return `--shards ${quoteForMessage(given)}: give a whole number from 1 to ${most}.`;
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
const SWEEP_SARIF = "A SARIF file is about one repository, and a sweep is about many. Use --format json, html, markdown or text.";
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
export { AUDIT_ADMIN_KEY, AUDIT_EXIT_CODES, AUDIT_FLAGS, AUDIT_HEADINGS, AUDIT_HELP, CLOSING, COMPLETION_HELP, CONTAINMENT_FLAGS, CONTAIN_HELP, DAMAGES, DEMO_HELP, EXCEPTION_FAULTS, EXIT_CODES_OF, FETCH_FAULTS, FIELD_NAMES, FILE_HEAD, FOREIGN_REPORTS, GONE_CHANGES, HEADINGS, HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_HELP, HOOK_MARK, IGNORE_HELP, KEYS_ENTRY_FAULTS, KEYS_FILE_HOLDS_A_KEY, KEYS_FILE_PARTS, LEAKED_BEFORE, NO_COMMAND_GIVEN, NO_HOOKS_IN_BARE, NO_JSON_REPORT, NO_UTF8_REPORT, PARTS, PATHS_AS_RANGE, POLICY_HOLDS_A_KEY, PROGRAM_HELP, PROJECT_FAULTS, RANGE_IN_TWO_WORDS, RECEIVERS, REHEARSAL, REMARKS, REPORT_FLAGS, REPOSITORY_GONE, ROTATE_ADMIN_KEY, ROTATE_EXIT_CODES, ROTATE_FLAGS, ROTATE_HEADINGS, ROTATE_HELP, ROTATION_DECLINED, ROTATION_INTERRUPTED, SANDBOX_HELP, SCAN_HELP, SELECTED_ONLY, SENT_ANYWAY, SHARED_FLAGS, STATE_MISSING, STEPS, SWEEP_ADMIN_KEY, SWEEP_EXIT_CODES, SWEEP_FLAGS, SWEEP_HEADINGS, SWEEP_HELP, SWEEP_OUTPUT, SWEEP_SARIF, SWEEP_TOKEN, SWEEP_WORDS, TOKEN_ENDED, UNREAD_KEY, URL_WITH_PASSWORD, VARIABLES, WHEN_IT_COUNTS, YAML_FAULTS, describeAddressAsRange, describeAllAndMore, describeAuditWithoutKey, describeBaseline, describeBaselineReason, describeChangedFile, describeChoice, describeControlCharacter, describeCutAlerts, describeCutShard, describeDamagedFile, describeDamagedIndex, describeDamagedLine, describeDamagedReport, describeDayAsRange, describeDisabledHooks, describeDuplicate, describeEmptyItem, describeEmptyKeyName, describeEmptyRule, describeEmptySweep, describeExceptionFault, describeExcuse, describeFileFault, describeFixOfRuleOff, describeFixWithoutAct, describeFolderForHook, describeForbiddenHook, describeForeignFile, describeForeignInput, describeForeignState, describeGlobAsRange, describeHiddenAlert, describeHomeFile, describeHooksInWorkTree, describeIdleGlobs, describeIgnored, describeInstalledHook, describeInvalidCommit, describeInvalidRef, describeInvalidUrl, describeIrregularAuditFile, describeItem, describeKept, describeKeptHook, describeKeyAsName, describeKeyBesideDue, describeKeyDetails, describeKeyInTarget, describeKeysFieldFault, describeKeysFilePlace, describeKeysFileRead, describeLargeFile, describeLeftOut, describeLeftOutPlace, describeLeftoverHook, describeList, describeLostBase, describeLostState, describeManagedHooks, describeMeant, describeMissingIndex, describeMissingKeysFile, describeMissingPlan, describeMissingProgram, describeMissingShard, describeMore, describeMovedRepository, describeNoArgument, describeNoCommand, describeNoFields, describeNoFlag, describeNoHookFolder, describeNoHooks, describeNoKeysFile, describeNoList, describeNoProgram, describeNoProjects, describeNoScopes, describeNoSetting, describeNoText, describeNoValue, describeNoValueTaken, describeNotARange, describeNothingToRotate, describeNotifyFailure, describeOpenQuote, describeOtherKeys, describeOtherPlan, describeOtherServer, describeOtherVersion, describePathAsRange, describePlan, describeRefusal, describeRefusedClone, describeRefusedRepository, describeRemovedHook, describeReplacedHook, describeRepositoryFault, describeRepositoryGap, describeResumeWithoutFile, describeRewriting, describeRotationPrompt, describeRotationWithoutKey, describeSameTarget, describeScopeTwice, describeSettingBesideDue, describeShallowRevision, describeShard, describeShardCount, describeShardNumber, describeSharedPlace, describeShellSign, describeSkip, describeSlowRepository, describeStoppedGaps, describeStoppedKeys, describeStoreFailure, describeSweepFlag, describeTimeout, describeTooFarBack, describeTooLargeRepository, describeTooManyWords, describeTwoFixes, describeTwoHooks, describeUnencryptedUrl, describeUnfetchedBase, describeUnfetchedChange, describeUnfetchedCommits, describeUnfetchedKeysFile, describeUnfetchedObjects, describeUnfetchedRepository, describeUnfitKeysFile, describeUnknownDefaultBranch, describeUnknownName, describeUnknownProject, describeUnknownProtection, describeUnknownRevision, describeUnknownTarget, describeUnknownText, describeUnknownWord, describeUnlistedOrganization, describeUnlistedPlaces, describeUnnamedPolicy, describeUnreadAlerts, describeUnreadKey, describeUnreadKeysFile, describeUnreadableDefaultPolicy, describeUnreadableFile, describeUnreadableKeysFile, describeUnreadablePolicy, describeUnstaging, describeUnwritableHook, describeUnwritableTemp, describeUrlWithQuery, describeUselessEnvironment, describeUselessWiden, describeUselessWithoutFix, describeWhereListed, describeWrongAmount, describeWrongEnvironment, describeWrongFixAct, describeWrongFixRule, describeWrongLevel, describeWrongNumber, describeWrongOrganizationTarget, describeWrongOverlap, describeWrongRepositoryTarget, describeWrongScope, describeWrongSecretName, describeWrongTargetFile, rotate_exports };
