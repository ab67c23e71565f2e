/** What is to be said of a flag. */
type Flag = {
  /** What stands for its value, in capitals; null for a flag that is there or not. */
  value: string | null;
  says: string;
  /** The words it takes, the default first; where there are no others. */
  words?: readonly string[];
  /** What a shell completes its value with. */
  takes?: "file" | "folder";
  /** It may be given several times. */
  repeats?: true;
};

/** Every flag of the command line: what is accepted, what help says and what shells complete all come from here. */
export const FLAGS = {
  staged: { value: null, says: "What is staged for the next commit." },
  pushed: {
    value: null,
    says: "What a push brings, as git tells its hooks pre-push and pre-receive on standard input.",
  },
  history: { value: null, says: "All commits of all branches and tags." },
  unreachable: { value: null, says: "With --history: and what no branch and no tag leads to any more." },
  "write-baseline": {
    value: null,
    says: "With --history: put what was found into the ignore file, but for keys of yours that work.",
  },
  files: { value: null, says: "Files on disk that match the globs, as they are now." },
  "skip-ignored": { value: null, says: "With --files: leave out what .gitignore hides." },
  stdin: { value: null, says: "What comes on standard input." },
  "stdin-name": { value: "PATH", says: "With --stdin: what to call it.", takes: "file" },

  repo: { value: "DIR", says: "A folder in the repository; the current one is the default.", takes: "folder" },
  paths: { value: "GLOB", says: "Look only at these paths.", takes: "file", repeats: true },
  exclude: { value: "GLOB", says: "Leave these paths out.", takes: "file", repeats: true },
  "ignore-file": {
    value: "PATH",
    says: "Which keys and paths to pass over, as the base has it; .github/openai-key-guard.yml is the default.",
    takes: "file",
  },

  "on-leak": {
    value: "WORD",
    says: "What is done with a key of yours that leaked and works: it is reported alone, loses its permissions, ends after --grace, or is deleted.",
    words: ["report", "quarantine", "expire", "revoke"],
  },
  grace: {
    value: "TIME",
    says: "With --on-leak expire: how long the key works on, as 30m, 1h or 2d; 1h is the default.",
  },
  "hold-if-used-within": {
    value: "TIME",
    says: "Keys that were used so recently wait for a person's approval; 0s is the default, which holds none back.",
  },
  "contain-preexisting": { value: null, says: "Contain keys as well that the base had already." },
  approved: {
    value: "FINGERPRINT",
    says: "Only these keys are contained; a person has looked at them.",
    repeats: true,
  },
  "dry-run": { value: null, says: "Decide and say what would be done, and touch nothing." },
  "try-keys": {
    value: "WORD",
    says: "Which found keys are tried, with one request that reads: those that are yours, every one, or none.",
    words: ["own", "all", "none"],
  },
  protect: { value: "NAME", says: "Never contain this key, project or owner, by id or name.", repeats: true },
  "max-contained": { value: "N", says: "Where more keys than this would be contained, none is; 3 is the default." },
  "audit-file": {
    value: "FILE",
    says: "Write a line before and after each thing that is done to a key.",
    takes: "file",
  },
  "openai-base-url": { value: "URL", says: "Where OpenAI is; https://api.openai.com/v1 is the default." },

  "fail-on": {
    value: "WORD",
    says: "What ends with exit code 1: any leak that could still do harm, only keys not proven dead, or nothing.",
    words: ["leak", "active", "never"],
  },
  detail: {
    value: "WORD",
    says: "How much to tell: full on a terminal; elsewhere minimal, which names no project, owner or key.",
    words: ["auto", "full", "minimal"],
  },
  format: {
    value: "WORD",
    says: "How the report is written.",
    words: ["text", "json", "sarif", "markdown", "html"],
  },
  output: { value: "FILE", says: "Write the report there instead of to standard output.", takes: "file" },
  color: { value: "WORD", says: "Colours; auto is where a terminal shows them.", words: ["auto", "always", "never"] },
  quiet: { value: null, says: "Say nothing when all is clean." },
  verbose: { value: null, says: "Say as well what looked like a key and is none." },

  reason: { value: "TEXT", says: "Why this key may be passed over. Whoever reviews the file reads it." },
  until: {
    value: "DAY",
    says: "The last day, in UTC, on which the entry holds, as 2027-01-31; without it there is no end.",
  },

  help: { value: null, says: "What a command does, and its flags." },
  version: { value: null, says: "Which version this is." },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof FLAGS;

/** All that is to be said of a flag. */
export function flagOf(name: FlagName): Flag {
  return FLAGS[name];
}
