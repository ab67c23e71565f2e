import type { FlagName } from "./help-flags.ts";

/** What is to be said of a command. */
export type Command = {
  /** What comes after its name, a way of using it each. */
  usage: readonly string[];
  /** One line. */
  says: string;
  /** More than that, a paragraph each. */
  more: readonly string[];
  /** Words or files that may come after its name; for shells. */
  words: readonly string[] | "file" | "revision" | null;
  /** Its flags under the headings they stand below. */
  flags: Readonly<Record<string, readonly FlagName[]>>;
  /** What is typed, and what it is for. */
  examples: readonly (readonly [typed: string, why: string])[];
  /** What its exit codes mean. */
  exit: string;
  /** Variables it heeds. */
  variables: readonly (keyof typeof VARIABLES)[];
};

/** The environment variables that count, and what for. */
export const VARIABLES = {
  OPENAI_ADMIN_KEY:
    "An Admin API key of your organisation. Without it keys are found and reported, and nobody is asked whose they are. There is no flag for it: everyone on the machine could read that.",
  NO_COLOR: "No colours, as --color never.",
  HTTPS_PROXY: "The proxy that OpenAI is asked through, with NO_PROXY for where not; from Node 24 on.",
} as const;

const OF_A_SEARCH = "0 clean, or nothing that --fail-on names · 1 leaked · 2 could not tell, or used wrongly.";
const OF_A_DEED = "0 done · 2 could not be done, or used wrongly.";

const ON_KEYS = ["on-leak", "grace", "hold-if-used-within", "contain-preexisting", "approved", "dry-run"] as const;
const ON_THE_REPORT = ["fail-on", "detail", "format", "output", "color", "quiet"] as const;

/** Every command, in the order in which a newcomer meets them. */
export const COMMANDS = {
  scan: {
    usage: [
      "[RANGE]",
      "--staged",
      "--pushed [REMOTE]",
      "--history [--unreachable] [--write-baseline]",
      "--files [--skip-ignored] [GLOB …]",
      "--stdin [--stdin-name PATH]",
    ],
    says: "Find OpenAI keys in what a change brings.",
    more: [
      "RANGE is as git takes it: main..HEAD, main...HEAD, or main for main..HEAD. Without one, the commits are read that HEAD has and its upstream, or the default branch of the remote, has not.",
    ],
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
        "write-baseline",
      ],
      "What is done with keys": [
        ...ON_KEYS,
        ...(["try-keys", "protect", "max-contained", "audit-file", "openai-base-url"] as const),
      ],
      "What is told": [...ON_THE_REPORT, "verbose"],
    },
    examples: [
      ["scan main..HEAD", "what this branch adds to main"],
      ["scan --staged", "before a commit"],
      ["scan --history --write-baseline", "all there is, once; then pass over what is known"],
      ['scan --files "dist/**"', "what a build wrote, before it is deployed"],
      ["scan main..HEAD --on-leak revoke --dry-run", "what would be revoked"],
    ],
    exit: OF_A_SEARCH,
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
  },
  contain: {
    usage: ["REPORT --on-leak WORD"],
    says: "Do what a report says could be done.",
    more: [
      "REPORT is a report in JSON, from scan --format json. It holds no key: the keys are found again where it saw them, identified and tried anew, and only then contained.",
    ],
    words: "file",
    flags: {
      "What is read": ["repo", "ignore-file"],
      "What is done with keys": [
        ...ON_KEYS,
        ...(["try-keys", "protect", "max-contained", "audit-file", "openai-base-url"] as const),
      ],
      "What is told": ON_THE_REPORT,
    },
    examples: [
      ["contain report.json --on-leak revoke", "revoke the keys of a report"],
      ["contain report.json --on-leak expire --grace 2h", "let them work for two hours more"],
      ["contain report.json --on-leak revoke --approved 0123456789abcdef", "this one alone"],
    ],
    exit: OF_A_SEARCH,
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
  },
  ignore: {
    usage: ["FINGERPRINT --reason TEXT [--until DAY]"],
    says: "Put a key into the ignore file.",
    more: [
      "FINGERPRINT is the 16 hex digits that the report shows, never the key. The file is .github/openai-key-guard.yml; it is made where there is none, and an entry for the same key is replaced. It counts once it is on the base branch, so that no change can excuse itself; and a key of yours that works is reported all the same.",
    ],
    words: null,
    flags: { "What the entry says": ["reason", "until"], "Where the file is": ["ignore-file", "repo"] },
    examples: [
      ['ignore 0123456789abcdef --reason "key of the public demo"', "pass over this key"],
      ['ignore 0123456789abcdef --reason "rotated on Friday" --until 2027-01-31', "and only for so long"],
    ],
    exit: OF_A_DEED,
    variables: [],
  },
  hook: {
    usage: ["install", "uninstall"],
    says: "Scan before each commit and each push.",
    more: [
      "Puts hooks into this repository that scan what is staged, and what is pushed. A hook that is there already is kept and run as well; uninstall puts back what was there before.",
    ],
    words: ["install", "uninstall"],
    flags: { Where: ["repo"] },
    examples: [
      ["hook install", "from now on"],
      ["hook uninstall", "no longer"],
    ],
    exit: OF_A_DEED,
    variables: [],
  },
  completion: {
    usage: ["bash", "zsh", "fish"],
    says: "Print a script that lets a shell complete commands and flags.",
    more: [
      "bash sources it. zsh reads it from a file _openai-key-guard in a folder of fpath, fish from ~/.config/fish/completions/openai-key-guard.fish.",
    ],
    words: ["bash", "zsh", "fish"],
    flags: {},
    examples: [
      ["completion bash", "in ~/.bashrc, within source <(…)"],
      ["completion zsh > ~/.zfunc/_openai-key-guard", "with fpath+=(~/.zfunc) before compinit in ~/.zshrc"],
    ],
    exit: OF_A_DEED,
    variables: [],
  },
  demo: {
    usage: [""],
    says: "Play the whole story on a real repository, with an embedded OpenAI and GitHub.",
    more: ["No account is needed, and nobody else is asked anything."],
    words: null,
    flags: { "What is told": ["color"] },
    examples: [["demo", "half a minute"]],
    exit: OF_A_DEED,
    variables: ["NO_COLOR"],
  },
  sandbox: {
    usage: [""],
    says: "Run the embedded OpenAI and GitHub, to point other things at.",
    more: ["Says where they listen, and which keys work there. Ends with Ctrl-C."],
    words: null,
    flags: {},
    examples: [["sandbox", "then, elsewhere: scan with --openai-base-url"]],
    exit: OF_A_DEED,
    variables: [],
  },
} as const satisfies Record<string, Command>;

export type CommandName = keyof typeof COMMANDS;

/** All that is to be said of a command. */
export function commandOf(name: CommandName): Command {
  return COMMANDS[name];
}

/** Whether there is such a command. */
export function isCommand(name: string | undefined): name is CommandName {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The flags a command takes; those that all commands take are among them. */
export function flagsOf(name: CommandName): readonly FlagName[] {
  return [...Object.values(commandOf(name).flags).flat(), "help", "version"];
}
