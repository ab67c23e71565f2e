// src/report/help-commands.ts
const VARIABLES = {
	OPENAI_ADMIN_KEY: "An Admin API key of your organisation. Without it keys are found and reported, and nobody is asked whose they are. There is no flag for it: everyone on the machine could read that.",
	NO_COLOR: "No colours, as --color never.",
	HTTPS_PROXY: "The proxy that OpenAI is asked through, with NO_PROXY for where not; from Node 24 on."
};
const OF_A_SEARCH = "0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.";
const OF_A_DEED = "0 done · 2 could not be done, or used wrongly.";
const ON_KEYS = [
	"on-leak",
	"grace",
	"hold-if-used-within",
	"contain-preexisting",
	"approved",
	"dry-run"
];
const ON_THE_REPORT = [
	"fail-on",
	"detail",
	"format",
	"output",
	"color",
	"quiet"
];
const COMMANDS = {
	scan: {
		usage: [
			"[RANGE]",
			"--staged",
			"--pushed [REMOTE]",
			"--history [--unreachable] [--write-baseline]",
			"--files [--skip-ignored] [GLOB …]",
			"--stdin [--stdin-name PATH]"
		],
		says: "Find OpenAI keys in what a change brings.",
		more: ["RANGE is as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without one, the commits are read that HEAD has and its upstream, or the default branch of the remote, has not."],
		words: "revision",
		flags: {
			"What is read": [
				"staged",
				"pushed",
				"history",
				"unreachable",
				"files",
				"skip-ignored",
				"stdin",
				"stdin-name",
				"repo",
				"paths",
				"exclude",
				"ignore-file",
				"write-baseline"
			],
			"What is done with keys": [...ON_KEYS, ...[
				"try-keys",
				"protect",
				"max-contained",
				"audit-file",
				"openai-base-url"
			]],
			"What is told": [...ON_THE_REPORT, "verbose"]
		},
		examples: [
			["scan main..HEAD", "what this branch adds to main"],
			["scan --staged", "before a commit"],
			["scan --history --write-baseline", "all there is, once; then pass over what is known"],
			["scan --files \"dist/**\"", "what a build wrote, before it is deployed"],
			["scan main..HEAD --on-leak revoke --dry-run", "what would be revoked"]
		],
		exit: OF_A_SEARCH,
		variables: [
			"OPENAI_ADMIN_KEY",
			"NO_COLOR",
			"HTTPS_PROXY"
		]
	},
	contain: {
		usage: ["REPORT --on-leak WORD"],
		says: "Do what a report says could be done.",
		more: ["REPORT is a report in JSON, from scan --format json. It holds no key: the keys are found again where it saw them, identified and tried anew, and only then contained."],
		words: "file",
		flags: {
			"What is read": ["repo", "ignore-file"],
			"What is done with keys": [...ON_KEYS, ...[
				"try-keys",
				"protect",
				"max-contained",
				"audit-file",
				"openai-base-url"
			]],
			"What is told": ON_THE_REPORT
		},
		examples: [
			["contain report.json --on-leak revoke", "revoke the keys of a report"],
			["contain report.json --on-leak expire --grace 2h", "let them work for two hours more"],
			["contain report.json --on-leak revoke --approved 0123456789abcdef", "this one alone"]
		],
		exit: OF_A_SEARCH,
		variables: [
			"OPENAI_ADMIN_KEY",
			"NO_COLOR",
			"HTTPS_PROXY"
		]
	},
	ignore: {
		usage: ["FINGERPRINT --reason TEXT [--until DAY]"],
		says: "Put a key into the ignore file.",
		more: ["FINGERPRINT is the 16 hex digits that the report shows, never the key. The file is .github/openai-key-guard.yml; it is made where there is none, and an entry for the same key is replaced. It counts once it is on the base branch, so that no change can excuse itself; and a key of yours that works is reported all the same."],
		words: null,
		flags: {
			"What the entry says": ["reason", "until"],
			"Where the file is": ["ignore-file", "repo"]
		},
		examples: [["ignore 0123456789abcdef --reason \"key of the public demo\"", "pass over this key"], ["ignore 0123456789abcdef --reason \"rotated on Friday\" --until 2027-01-31", "and only for so long"]],
		exit: OF_A_DEED,
		variables: []
	},
	hook: {
		usage: ["install", "uninstall"],
		says: "Scan before each commit and each push.",
		more: ["Puts hooks into this repository that scan what is staged, and what is pushed. A hook that is there already is kept and run as well; uninstall puts back what was there before."],
		words: ["install", "uninstall"],
		flags: { Where: ["repo"] },
		examples: [["hook install", "from now on"], ["hook uninstall", "no longer"]],
		exit: OF_A_DEED,
		variables: []
	},
	completion: {
		usage: [
			"bash",
			"zsh",
			"fish"
		],
		says: "Print a script that lets a shell complete commands and flags.",
		more: ["bash sources it. zsh reads it from a file _openai-key-guard in a folder of fpath, fish from ~/.config/fish/completions/openai-key-guard.fish."],
		words: [
			"bash",
			"zsh",
			"fish"
		],
		flags: {},
		examples: [["completion bash", "in ~/.bashrc, within source <(…)"], ["completion zsh > ~/.zfunc/_openai-key-guard", "with fpath+=(~/.zfunc) before compinit in ~/.zshrc"]],
		exit: OF_A_DEED,
		variables: []
	},
	demo: {
		usage: [""],
		says: "Play the whole story on a real repository, with an embedded OpenAI and GitHub.",
		more: ["No account is needed, and nobody else is asked anything."],
		words: null,
		flags: { "What is told": ["color"] },
		examples: [["demo", "half a minute"]],
		exit: OF_A_DEED,
		variables: ["NO_COLOR"]
	},
	sandbox: {
		usage: [""],
		says: "Run the embedded OpenAI and GitHub, to point other things at.",
		more: ["Says where they listen, and which keys work there. Ends with Ctrl-C."],
		words: null,
		flags: {},
		examples: [["sandbox", "then, elsewhere: scan with --openai-base-url"]],
		exit: OF_A_DEED,
		variables: []
	}
};
function commandOf(name) {
	return COMMANDS[name];
}
function isCommand(name) {
	return name !== void 0 && Object.hasOwn(COMMANDS, name);
}
function flagsOf(name) {
	return [
		...Object.values(commandOf(name).flags).flat(),
		"help",
		"version"
	];
}
// src/report/help-flags.ts
const FLAGS = {
	staged: {
		value: null,
		says: "What is staged for the next commit."
	},
	pushed: {
		value: null,
		says: "What a push brings, as git tells its hooks pre-push and pre-receive on standard input."
	},
	history: {
		value: null,
		says: "All commits of all branches and tags."
	},
	unreachable: {
		value: null,
		says: "With --history: and what no branch and no tag leads to any more."
	},
	"write-baseline": {
		value: null,
		says: "With --history: put what was found into the ignore file, but for keys of yours that work."
	},
	files: {
		value: null,
		says: "Files on disk that match the globs, as they are now."
	},
	"skip-ignored": {
		value: null,
		says: "With --files: leave out what .gitignore hides."
	},
	stdin: {
		value: null,
		says: "What comes on standard input."
	},
	"stdin-name": {
		value: "PATH",
		says: "With --stdin: what to call it.",
		takes: "file"
	},
	repo: {
		value: "DIR",
		says: "A folder in the repository; the current one is the default.",
		takes: "folder"
	},
	paths: {
		value: "GLOB",
		says: "Look only at these paths.",
		takes: "file",
		repeats: true
	},
	exclude: {
		value: "GLOB",
		says: "Leave these paths out.",
		takes: "file",
		repeats: true
	},
	"ignore-file": {
		value: "PATH",
		says: "Which keys and paths to pass over, as the base has it; .github/openai-key-guard.yml is the default.",
		takes: "file"
	},
	"on-leak": {
		value: "WORD",
		says: "What is done with a key of yours that leaked and works: it is reported alone, loses its permissions, ends after --grace, or is deleted.",
		words: [
			"report",
			"quarantine",
			"expire",
			"revoke"
		]
	},
	grace: {
		value: "TIME",
		says: "With --on-leak expire: how long the key works on, as 30m, 1h or 2d; 1h is the default."
	},
	"hold-if-used-within": {
		value: "TIME",
		says: "Keys that were used so recently wait for a person's approval; 0s is the default, which holds none back."
	},
	"contain-preexisting": {
		value: null,
		says: "Contain keys as well that the base had already."
	},
	approved: {
		value: "FINGERPRINT",
		says: "Only these keys are contained; a person has looked at them.",
		repeats: true
	},
	"dry-run": {
		value: null,
		says: "Decide and say what would be done, and touch nothing."
	},
	"try-keys": {
		value: "WORD",
		says: "Which found keys are tried, with one request that reads: those that are yours, every one, or none.",
		words: [
			"own",
			"all",
			"none"
		]
	},
	protect: {
		value: "NAME",
		says: "Never contain this key, project or owner, by id or name.",
		repeats: true
	},
	"max-contained": {
		value: "N",
		says: "Where more keys than this would be contained, none is; 3 is the default."
	},
	"audit-file": {
		value: "FILE",
		says: "Write a line before and after each thing that is done to a key.",
		takes: "file"
	},
	"openai-base-url": {
		value: "URL",
		says: "Where OpenAI is; https://api.openai.com/v1 is the default."
	},
	"fail-on": {
		value: "WORD",
		says: "What ends with exit code 1: any leak that could still do harm, only keys not proven dead, or nothing.",
		words: [
			"leak",
			"active",
			"never"
		]
	},
	detail: {
		value: "WORD",
		says: "How much to tell: full on a terminal; elsewhere minimal, which names no project, owner or key.",
		words: [
			"auto",
			"full",
			"minimal"
		]
	},
	format: {
		value: "WORD",
		says: "How the report is written.",
		words: [
			"text",
			"json",
			"sarif",
			"markdown",
			"html"
		]
	},
	output: {
		value: "FILE",
		says: "Write the report there instead of to standard output.",
		takes: "file"
	},
	color: {
		value: "WORD",
		says: "Colours; auto is where a terminal shows them.",
		words: [
			"auto",
			"always",
			"never"
		]
	},
	quiet: {
		value: null,
		says: "Say nothing when all is clean."
	},
	verbose: {
		value: null,
		says: "Say as well what looked like a key and is none."
	},
	reason: {
		value: "TEXT",
		says: "Why this key may be passed over. Whoever reviews the file reads it."
	},
	until: {
		value: "DAY",
		says: "The last day, in UTC, on which the entry holds, as 2027-01-31; without it there is no end."
	},
	help: {
		value: null,
		says: "What a command does, and its flags."
	},
	version: {
		value: null,
		says: "Which version this is."
	}
};
function flagOf(name) {
	return FLAGS[name];
}
export { COMMANDS, FLAGS, VARIABLES, commandOf, flagOf, flagsOf, isCommand };
