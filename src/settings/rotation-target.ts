import { hasMarker } from "../domain/key-grammar.ts";
import { formatTarget, isSameTarget, type RotationTarget } from "../domain/rotation-target.ts";
import { UsageError } from "../errors.ts";
import {
  describeControlCharacter,
  describeHomeFile,
  describeKeyInTarget,
  describeNoProgram,
  describeOpenQuote,
  describeSameTarget,
  describeShellSign,
  describeUnknownTarget,
  describeUselessEnvironment,
  describeWrongEnvironment,
  describeWrongOrganizationTarget,
  describeWrongRepositoryTarget,
  describeWrongSecretName,
  describeWrongTargetFile,
} from "../messages/errors/command-line/targets.ts";
import { splitCommand } from "./command-words.ts";
import { suggestNearest } from "./nearest.ts";
import { quoteValue } from "./values.ts";

const KINDS = ["github", "github-org", "dependabot", "codespaces", "command", "file"] as const satisfies readonly [
  ...RotationTarget["kind"][],
];

/** What the setting is called, and what it is as a message shows it. */
type Told = readonly [name: string, value: string];

/**
 * Parses the place of a key: `github:OWNER/REPO/NAME`, `github:OWNER/REPO/NAME@ENVIRONMENT`, `github-org:ORG/NAME`,
 * `dependabot:OWNER/REPO/NAME`, `codespaces:OWNER/REPO/NAME`, `command:PROGRAM ARG…` (split by `splitCommand`) or
 * `file:PATH`. `name` is what the reader calls the setting.
 *
 * @throws UsageError naming what is wrong, and what works.
 */
export function parseTarget(name: string, text: string): RotationTarget {
  const given = text.trim();
  if (hasMarker(given)) throw new UsageError(describeKeyInTarget(name));
  const told: Told = [name, quoteValue(given)];
  if (/\p{Cc}/u.test(given)) throw new UsageError(describeControlCharacter(...told));
  const [, word = given, rest = ""] = /^([^:]*):(.*)$/u.exec(given) ?? [];
  const kind = KINDS.find((one) => given.startsWith(`${one}:`));
  switch (kind) {
    case "github":
    case "dependabot":
    case "codespaces":
      return parseRepositoryTarget(kind, rest, told);
    case "github-org":
      return parseOrganizationTarget(rest, told);
    case "command":
      return { kind, argv: parseCommand(rest, told) };
    case "file":
      return { kind, path: parseFile(rest, told) };
    case undefined:
      throw new UsageError(describeUnknownTarget(...told, KINDS, suggestNearest(word, KINDS)));
    default:
      return kind satisfies never;
  }
}

/**
 * Parses several places, in their order.
 *
 * @throws UsageError also where two are the same place.
 */
export function parseTargets(name: string, texts: readonly string[]): readonly RotationTarget[] {
  const targets = texts.map((text) => parseTarget(name, text));
  const again = targets.find((target, index) => targets.slice(0, index).some((other) => isSameTarget(other, target)));
  if (again !== undefined) throw new UsageError(describeSameTarget(name, quoteValue(formatTarget(again))));
  return targets;
}

/** Logins, also those of managed users, which have an underscore. GitHub allows 39 characters, other servers more. */
const LOGIN = /^[A-Za-z0-9][\w-]{0,98}$/;

/** GitHub's names of repositories. */
const REPOSITORY = /^(?!\.{1,2}$)[\w.-]{1,100}$/;

/** GitHub's "Naming your secrets". */
const SECRET = /^(?!GITHUB_)[A-Z_]\w{0,254}$/i;

/** In characters: the longest name of an environment. */
const LONGEST_ENVIRONMENT = 255;

function parseRepositoryTarget(kind: "github" | "dependabot" | "codespaces", text: string, told: Told): RotationTarget {
  const [, owner = "", repo = "", secret = "", environment] = /^([^/]*)\/([^/]*)\/([^@]*)(?:@(.*))?$/.exec(text) ?? [];
  if (!LOGIN.test(owner) || !REPOSITORY.test(repo)) {
    throw new UsageError(describeWrongRepositoryTarget(...told, kind));
  }
  checkSecretName(secret, told);
  if (kind !== "github") {
    if (environment !== undefined) throw new UsageError(describeUselessEnvironment(...told, kind));
    return { kind, owner, repo, secret };
  }
  if (environment === undefined) return { kind, owner, repo, secret, environment: null };
  const isName = environment.trim() !== "" && environment.length <= LONGEST_ENVIRONMENT;
  if (!isName || environment !== environment.trim()) throw new UsageError(describeWrongEnvironment(...told));
  return { kind, owner, repo, secret, environment };
}

function parseOrganizationTarget(text: string, told: Told): RotationTarget {
  const [, org = "", secret = ""] = /^([^/]*)\/(.*)$/.exec(text) ?? [];
  if (!LOGIN.test(org)) throw new UsageError(describeWrongOrganizationTarget(...told));
  checkSecretName(secret, told);
  return { kind: "github-org", org, secret };
}

function checkSecretName(secret: string, told: Told): void {
  if (!SECRET.test(secret)) throw new UsageError(describeWrongSecretName(...told, quoteValue(secret)));
}

function parseCommand(text: string, told: Told): readonly [string, ...string[]] {
  const split = splitCommand(text);
  if (split.kind === "open-quote") throw new UsageError(describeOpenQuote(...told));
  if (split.kind === "shell-sign") throw new UsageError(describeShellSign(...told, split.sign));
  const [program, ...args] = split.words;
  if (program === undefined || program === "") throw new UsageError(describeNoProgram(...told));
  return [program, ...args];
}

function parseFile(path: string, told: Told): string {
  if (/^~[\\/]?/.test(path)) throw new UsageError(describeHomeFile(...told));
  if (path === "" || /(?:^|[/\\])(?:\.{1,2})?$/.test(path)) throw new UsageError(describeWrongTargetFile(...told));
  return path;
}
