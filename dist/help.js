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
// src/messages/doctor/command.ts
const DOCTOR_SUMMARY = "Check the keys, the token, the repository and the network.";
const DOCTOR_DESCRIPTION = `${DOCTOR_SUMMARY}\n\nPrints one line for each check, with what to do. It only reads, and it never prints a key. Paste its output into a bug report.`;
const DOCTOR_EXIT_CODES = "0 no problem found · 1 a problem found · 2 nothing could be checked beyond this machine, or used wrongly.";
const DOCTOR_EXAMPLES = {
	plain: "what works here, and what does not",
	json: "the same for programs"
};
const DOCTOR_FORMAT = "How the checks are written.";
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
	maxDisk: "Of scan: how many gigabytes of disk to use. The default is 80% of the free disk. Give less where other shards use it too, or a container may not fill it.",
	ignoreFile: "Of merge: the file that lists keys to ignore and to protect, by its path in the repository of --repo, read from the commit HEAD. Without this flag none counts.",
	uploadSarif: "Of merge: upload what was found in each repository to its own code scanning. GITHUB_TOKEN then needs Code scanning alerts: write.",
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
export { AUDIT_ADMIN_KEY, AUDIT_EXIT_CODES, AUDIT_FLAGS, AUDIT_HEADINGS, AUDIT_HELP, COMPLETION_HELP, CONTAINMENT_FLAGS, CONTAIN_HELP, DEMO_HELP, DOCTOR_DESCRIPTION, DOCTOR_EXAMPLES, DOCTOR_EXIT_CODES, DOCTOR_FORMAT, DOCTOR_SUMMARY, EXIT_CODES_OF, FIELD_NAMES, FILE_HEAD, HEADINGS, HOOKS_EVERYWHERE, HOOKS_RUN_CACHE, HOOK_HELP, HOOK_MARK, IGNORE_HELP, NO_COMMAND_GIVEN, PATHS_AS_RANGE, PROGRAM_HELP, RANGE_IN_TWO_WORDS, REMARKS, REPORT_FLAGS, ROTATE_ADMIN_KEY, ROTATE_EXIT_CODES, ROTATE_FLAGS, ROTATE_HEADINGS, ROTATE_HELP, SANDBOX_HELP, SCAN_HELP, SELECTED_ONLY, SHARED_FLAGS, SWEEP_ADMIN_KEY, SWEEP_EXIT_CODES, SWEEP_FLAGS, SWEEP_HEADINGS, SWEEP_HELP, VARIABLES, WHEN_IT_COUNTS, describeAddressAsRange, describeBaseline, describeBaselineReason, describeChoice, describeDayAsRange, describeGlobAsRange, describeHooksInWorkTree, describeIgnored, describeInstalledHook, describeKeptHook, describeLeftOut, describeList, describeLostState, describeMeant, describeMissingProgram, describeNoArgument, describeNoCommand, describeNoFlag, describeNoHooks, describeNoValue, describeNoValueTaken, describeNotARange, describePathAsRange, describePlan, describeRemovedHook, describeReplacedHook, describeShallowRevision, describeShard, describeTooFarBack, describeTooManyWords, describeUnknownRevision, describeWhereListed };
