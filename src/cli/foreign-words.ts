import { REMARKS } from "../messages/command-line/mistakes.ts";

/** What a word of other tools is called here: words to type instead, and what is to be known besides. */
export type Translation = {
  words: readonly string[];
  /** How the value that follows is taken over; it is left as it is when absent. */
  value?: (value: string) => readonly string[];
  remark?: string;
};

/** Commands of other tools (gitleaks, trufflehog, kingfisher), and words that people try. */
export const COMMANDS: Readonly<Record<string, Translation>> = {
  check: { words: ["scan"] },
  detect: { words: ["scan", "--history"] },
  dir: { words: ["scan", "--files"] },
  directory: { words: ["scan", "--files"] },
  docker: { words: ["scan", "--stdin"], remark: REMARKS.images },
  file: { words: ["scan", "--files"] },
  files: { words: ["scan", "--files"] },
  filesystem: { words: ["scan", "--files"] },
  find: { words: ["scan"] },
  git: { words: ["scan", "--history"] },
  hygiene: { words: ["audit"] },
  init: { words: ["hook", "install"] },
  install: { words: ["hook", "install"] },
  "pre-commit": { words: ["scan", "--staged"] },
  protect: { words: ["scan", "--staged"] },
  quarantine: { words: ["contain", "report.json", "--on-leak", "quarantine"] },
  revoke: { words: ["contain", "report.json", "--on-leak", "revoke"] },
  run: { words: ["scan"] },
  search: { words: ["scan"] },
  stdin: { words: ["scan", "--stdin"] },
  uninstall: { words: ["hook", "uninstall"] },
};

const FORMAT = { words: ["--format"] };
const OUTPUT = { words: ["--output"] };
const REPO = { words: ["--repo"] };
const VERBOSE = { words: ["--verbose"] };
const IGNORE_FILE = { words: ["--ignore-file"], remark: REMARKS.ignoreFile };
const RULES = { words: [], value: () => [], remark: REMARKS.rules };
const ADMIN_KEY = { words: [], value: () => [], remark: REMARKS.adminKey };

/** Flags of other tools, and short ones: the common meaning of each. */
export const FLAGS: Readonly<Record<string, Translation>> = {
  "-c": IGNORE_FILE,
  "-f": FORMAT,
  "-n": { words: ["--dry-run"] },
  "-o": OUTPUT,
  "-q": { words: ["--quiet"] },
  "-r": OUTPUT,
  "-s": REPO,
  "-v": VERBOSE,
  "-y": { words: ["--yes"] },
  "-C": REPO,
  "--admin-key": ADMIN_KEY,
  "--all": { words: ["--history"] },
  "--api-key": ADMIN_KEY,
  "--baseline-path": IGNORE_FILE,
  "--cached": { words: ["--staged"] },
  "--config": IGNORE_FILE,
  "--csv": { words: ["--format", "csv"] },
  "--dir": REPO,
  "--directory": REPO,
  "--exclude-paths": { words: ["--exclude"] },
  "--exit-code": { words: [], value: () => [], remark: REMARKS.exitCode },
  "--fail": { words: [], remark: REMARKS.exitCode },
  "--html": { words: ["--format", "html"] },
  "--include": { words: ["--paths"] },
  "--include-paths": { words: ["--paths"] },
  "--json": { words: ["--format", "json"] },
  "--log-opts": { words: [], value: (value) => [value] },
  "--no-color": { words: ["--color", "never"] },
  "--no-git": { words: ["--files"] },
  "--no-verification": { words: ["--try-keys", "none"] },
  "--only-verified": { words: ["--fail-on", "active"] },
  "--redact": { words: [], remark: REMARKS.redact },
  "--report-format": FORMAT,
  "--report-path": OUTPUT,
  "--revoke": { words: ["--on-leak", "revoke"] },
  "--rule": RULES,
  "--rules": RULES,
  "--sarif": { words: ["--format", "sarif"] },
  "--since-commit": { words: [], value: (value) => [`${value}..HEAD`] },
  "--source": REPO,
};
