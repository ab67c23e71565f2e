// What the command line says of itself. The flags of `ignore`, `hook`, `doctor` and `demo` have files of their own.

/** A line of help that shows what to type, and what it does. */
type Example = readonly [typed: string, purpose: string];

/** Of the program as a whole. */
export const PROGRAM_HELP = {
  description:
    "Finds leaked OpenAI API keys in a change, tells you whose they are and whether they still work, and revokes them when you ask for it.",
  version: "Print the version.",
  help: "Print the flags of a command.",
  examples: [
    ["scan", "scan the commits of this branch"],
    ["scan --staged", "scan what you are about to commit"],
    ["COMMAND --help", "print the flags of a command"],
  ],
} as const satisfies Record<string, string | readonly Example[]>;

/** What the exit codes mean, of commands that scan and of all others. */
export const EXIT_CODES_OF = {
  scan: "0 no key, or none that --fail-on names · 1 leaked · 2 not everything could be scanned, or wrong use.",
  other: "0 done · 2 not done, or wrong use.",
} as const;

/** The environment variables that commands read. */
export const VARIABLES = {
  OPENAI_ADMIN_KEY:
    "An Admin API key of your organisation. It tells whose a key is, whether it works, and revokes it. Without it keys are found and reported. It is never a flag: everyone on the machine could read that.",
  GITHUB_TOKEN:
    "A token that may list and read the repositories. GITHUB_TOKEN_FILE names a file that holds it, which is read anew when GitHub no longer accepts it.",
  NOTIFY_URL:
    "Whom to tell of a leak: the webhook of a channel in Slack or Teams, or of your own service. It is a secret, so never a flag. NOTIFY_SECRET signs messages to your own service.",
  GITHUB_SECRETS_TOKEN:
    "A token that may write the secrets of --to: a fine-grained personal access token, or one of a GitHub App. GITHUB_TOKEN of a job may not. It is never a flag.",
  GITHUB_API_URL: "The address of GitHub's API, where it is not https://api.github.com.",
  NO_COLOR: "Print no colours, like --color never.",
  HTTPS_PROXY: "The proxy to reach OpenAI through. NO_PROXY lists the hosts to reach without it. Needs Node 24.",
} as const;

/** Headings above flags, and below them. */
export const HEADINGS = {
  read: "What to scan:",
  contain: "What to do with leaked keys:",
  report: "What to print:",
  where: "Where:",
  variables: "Variables:",
  exitCodes: "Exit codes:",
} as const;

/** "One of text, json; text is the default." `words` begin with the default. */
export function describeChoice(description: string, words: readonly string[]): string {
  return `${description} One of ${words.join(", ")}. The default is ${words[0]}.`;
}

/** Added to flags that take several values. */
export function describeList(description: string): string {
  return `${description} May be repeated.`;
}

/** Flags that several commands have. */
export const SHARED_FLAGS = {
  repo: "A folder in the repository. The default is the current one.",
  ignoreFile: (preset: string) =>
    `The file that lists keys and paths to ignore, read from the base of the change. The default is ${preset}.`,
  color: "When to print colours. With auto, a terminal gets them.",
} as const;

/** Flags that say what is done with keys. */
export const CONTAINMENT_FLAGS = {
  onLeak:
    "What to do with a leaked key of yours that still works: only report it, take its permissions away (quarantine), let it expire after --grace, revoke it, or put a new key in its places and let it expire (rotate).",
  grace: "With --on-leak expire or rotate: how long the key keeps working, such as 30m, 1h or 2d. The default is 1h.",
  keysFile: (preset: string) =>
    `The file that says where keys are kept, read from the base of the change. The default is ${preset}.`,
  hold: "Hold back keys that were used within this time: they wait for --approved. The default is 0s, which holds none back.",
  preexisting: "Also act on keys that were in the base already.",
  approved: "Act on this key only, because a person has looked at it.",
  yes: "Do not ask before acting on keys.",
  dryRun: "Say what would be done to keys, and do nothing.",
  tryKeys: "Which found keys to try with one read-only request: your own, all, or none.",
  protect: "Never act on this key, project or owner, given by id or name.",
  maxContained: "If more keys than this would be acted on, act on none. The default is 3.",
  auditFile: "Record each action in this file: one line before it and one after it.",
  baseUrl: "The address of OpenAI's API. The default is https://api.openai.com/v1.",
} as const;

/** Flags that say how and where the report is written. */
export const REPORT_FLAGS = {
  failOn: "What ends with exit code 1: any leak that can still do harm, only keys that may still work, or nothing.",
  detail:
    "How much to show. With auto, a terminal shows everything; elsewhere no names of projects, owners or keys are shown.",
  format: "The format of the report.",
  output: "Write the report to this file. - is standard output, which is the default.",
  quiet: "Print nothing when no key was found.",
  notifyWhen:
    "With NOTIFY_URL: tell of any leak, only if a key may still work, or only if something was done to a key.",
  notifyFormat: "With NOTIFY_URL: what the receiver takes. With auto, its host says that.",
} as const;

/** Of `scan`. */
export const SCAN_HELP = {
  summary: "Find leaked OpenAI keys in commits, files or text.",
  description:
    "RANGE is a range of commits, as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without a range, scan reads the commits of HEAD that its upstream does not have. Without an upstream, it compares with the default branch.",
  staged: "Scan what is staged for the next commit.",
  pushed: "Scan what is pushed. For git's hooks pre-push and pre-receive, which say on standard input what that is.",
  history: "Scan all commits of all branches and tags.",
  unreachable: "With --history: also scan commits that no branch and no tag leads to any more.",
  files: "Scan files on disk that match the globs, as they are now. Without a glob, all files.",
  skipIgnored: "With --files: leave out files that .gitignore lists.",
  stdin: "Scan standard input.",
  alerts:
    "Check GitHub's open secret scanning alerts for OpenAI keys, of a repository or an organisation. GITHUB_TOKEN needs the permission Secret scanning alerts: read.",
  closeAlerts: "With --alerts: close alerts as revoked whose key is proven dead. GITHUB_TOKEN needs write for that.",
  stdinName: "With --stdin: what to call it in the report.",
  formatIn: "With --stdin: whether it is text, or the report of another scanner, whose places are then taken over.",
  paths: "Scan only files that match this glob.",
  exclude: "Leave out files that match this glob.",
  writeBaseline:
    "With --history: add the keys that were found to the ignore file, except keys of yours that still work.",
  proofFile: "Write a proof of the scan to this file: what was read and what it came to, without any place or key.",
  verbose: "Print every place of a key, and text that looks like a key but is none.",
  examples: [
    ["scan", "scan the commits of this branch"],
    ["scan main..HEAD", "scan what HEAD has and main does not"],
    ["scan --staged", "scan what you are about to commit"],
    ["scan --history --write-baseline", "scan everything once, and ignore what is known from then on"],
    ['scan --files "dist/**"', "scan what a build wrote, before you publish it"],
    ["scan --stdin < gitleaks.json", "check the OpenAI keys of another scanner's report"],
    ["scan --alerts acme/shop", "check the keys that GitHub has raised alerts for"],
    ["scan main..HEAD --on-leak revoke --dry-run", "see what would be revoked"],
  ],
} as const satisfies Record<string, string | readonly Example[]>;

/** Of `contain`. */
export const CONTAIN_HELP = {
  summary: "Act on the keys of a report: revoke them, or let them expire.",
  description:
    "REPORT is a report in JSON, from scan --format json --output report.json. It holds no key. The keys are found again in the same change, checked again, and only then acted on.",
  examples: [
    ["contain report.json --on-leak revoke", "revoke the keys of a report"],
    ["contain report.json --on-leak expire --grace 2h", "let them work for two more hours"],
    ["contain report.json --on-leak revoke --approved 0123456789abcdef", "revoke this one only"],
  ],
} as const satisfies Record<string, string | readonly Example[]>;

/** Of `completion`. */
export const COMPLETION_HELP = {
  summary: "Print a script that completes commands and flags in a shell.",
  description:
    "For bash, source the script. For zsh, save it as _openai-key-guard in a folder of fpath. For fish, save it as ~/.config/fish/completions/openai-key-guard.fish.",
  heads: {
    bash: "bash completion for openai-key-guard. In ~/.bashrc: source <(openai-key-guard completion bash)",
    zsh: "zsh completion for openai-key-guard. In a folder of fpath: openai-key-guard completion zsh > _openai-key-guard",
    fish: "fish completion for openai-key-guard. In ~/.config/fish/completions/openai-key-guard.fish",
  },
  examples: [
    ["completion bash", "in ~/.bashrc: source <(openai-key-guard completion bash)"],
    ["completion zsh > ~/.zfunc/_openai-key-guard", "with fpath+=(~/.zfunc) before compinit in ~/.zshrc"],
  ],
} as const satisfies Record<string, string | readonly Example[] | Record<string, string>>;

/** Of `demo`. */
export const DEMO_HELP = {
  summary: "Show what happens when a key leaks: on a real repository, with a small OpenAI and GitHub inside.",
  description: "It needs no account, and sends nothing to anybody.",
  examples: [["demo", "takes half a minute"]],
} as const satisfies Record<string, string | readonly Example[]>;

/** Of `sandbox`. */
export const SANDBOX_HELP = {
  summary: "Run a small OpenAI and GitHub on this machine, for tests.",
  description: "It prints their addresses, and the keys that work there. Stop it with Ctrl-C.",
  examples: [["sandbox", "in another terminal: scan with --openai-base-url"]],
} as const satisfies Record<string, string | readonly Example[]>;
