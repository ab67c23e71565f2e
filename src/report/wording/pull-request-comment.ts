import { type Line, linkWords } from "../line.ts";
import { formatCount, formatNumber } from "../numbers.ts";

/** Where the product lives. */
export const REPOSITORY = "https://github.com/openai-key-guard/openai-key-guard";

/** For whoever sees a placeholder or a test value: the page on ignoring, as this version has it. */
export function linkIgnoring(version: string): Line {
  return linkWords("Not a real key?", `${REPOSITORY}/blob/v${version}/docs/ignoring.md`);
}

const HISTORY_IS_GONE = "The commits that contained keys are gone from this pull request: its history was rewritten.";

/** What a comment says once the commits with the keys are gone: its title, then its paragraphs. */
type GoneText = { title: string; paragraphs: readonly string[] };

/** The same where an earlier run wrote that all keys in them were dead. Others could have changed what it wrote. */
export const GONE: GoneText = {
  title: "✅ No OpenAI keys are left in this pull request",
  paragraphs: [`${HISTORY_IS_GONE} The last comment here listed no key that still worked.`],
};

/** The same where `count` keys were never proven inactive; `fingerprints` names them, as the medium writes them. */
export function describeOpenKeys(count: number, fingerprints: string): GoneText {
  const [it, was, is, s, a] =
    count === 1 ? ["it", "was", "is", "", "A key"] : ["they", "were", "are", "s", `${formatNumber(count)} keys`];
  return {
    title: `🔴 ${count === 1 ? "A leaked OpenAI key was" : `${formatNumber(count)} leaked OpenAI keys were`} removed, but may still work`,
    paragraphs: [
      `> [!CAUTION]\n> **Make sure that ${it} ${is} revoked.** ${a} that ${was} pushed here may still work, and anyone may have fetched ${count === 1 ? "it" : "them"}. Who has ${count === 1 ? "it" : "one"} deletes it under [API keys](https://platform.openai.com/api-keys).`,
      `${HISTORY_IS_GONE} Fingerprint${s}: ${fingerprints}.`,
    ],
  };
}

/** "3 more keys are not listed here: the job summary has all." `rest` says where all of them are. */
export function describeNotShown(count: number, rest: string): string {
  return `${formatCount(count, "more key")} ${count === 1 ? "is" : "are"} not listed here: ${rest}.`;
}

/** "40 more keys" */
export function describeMoreKeys(count: number): string {
  return formatCount(count, "more key");
}

/** "and 40 more keys: --verbose shows all" */
export function describeMoreInVerbose(count: number): string {
  return `and ${formatCount(count, "more key")}: --verbose shows all`;
}

/** "2 keys are ignored" */
export function describeIgnoredCount(count: number): string {
  return `${formatCount(count, "key")} ${count === 1 ? "is" : "are"} ignored, as the ignore file says`;
}

/** What an incomplete result without any key says first: `detail` is the only gap; null for several. */
export function describeIncompleteAlert(read: string, detail: string | null): string {
  const end = "so the check stays red.";
  if (detail === null) {
    return `No OpenAI key was found in ${read}, but not everything was read. A key in the rest would go unnoticed, ${end}`;
  }
  const sentence = detail.replace(/\.?$/, ".");
  const joined = /^\p{Lu}\p{Ll}* /u.test(sentence) ? `. ${sentence}` : `, but ${sentence}`;
  return `No OpenAI key was found in ${read}${joined} A key in it would go unnoticed, ${end}`;
}

/** Why GitHub did not do what it was asked; the status is null where it gave no answer. */
type Trouble = { kind: TroubleKind; status: number | null };
type TroubleKind =
  | "no-answer"
  | "outage"
  | "limited"
  | "not-the-api"
  | "bad-token"
  | "forbidden"
  | "kept-out"
  | "locked"
  | "full"
  | "archived"
  | "not-found"
  | "refused"
  | "fault";

/**
 * What went wrong with the comment, in one warning with what would help: `write` while it was written, `memory` while
 * earlier ones were read. Null where nothing did.
 */
export function describeCommentTrouble(
  { write, memory }: { write: Trouble | null; memory: Trouble | null },
  isFork: boolean,
): string | null {
  if (write !== null)
    return `The comment could not be written: ${describeTrouble(write, isFork)} The result of the check is not affected.`;
  if (memory === null) return null;
  return `The comments of earlier runs could not be read: ${describeTrouble(memory, isFork)} A key that they contained may be shown here as not yours.`;
}

function describeTrouble({ kind, status }: Trouble, isFork: boolean): string {
  switch (kind) {
    case "forbidden":
      return isFork
        ? "the token lacks the permission pull-requests: write; on a fork's pull request GitHub gives no more than read."
        : "the token lacks the permission pull-requests: write. Add it to the job's permissions; issues: write works too.";
    case "bad-token":
      return `GitHub refuses the token (${status}). Check the input github-token.`;
    case "kept-out":
      return `a rule of the organisation keeps the token out (${status}), such as single sign-on or a list of IP addresses. Allow the token there, or use another.`;
    case "locked":
      return `the conversation of this pull request is locked (${status}). Unlock it, or set comment: never.`;
    case "full":
      return `this pull request has 2,500 comments, and GitHub allows no more (${status}). Open another one, or set comment: never.`;
    case "archived":
      return `the repository is archived (${status}). Nobody can write to it.`;
    case "not-found":
      return `GitHub answered ${status}, as it does when the token may not see the pull request. Give the job pull-requests: write, and check github-token.`;
    case "refused":
      return `GitHub answered ${status}. Please report this.`;
    case "limited":
      return `GitHub asked to slow down (${status}). The next run writes it.`;
    case "outage":
      return `GitHub answered ${status}. The next run writes it.`;
    case "no-answer":
      return "GitHub did not answer. The next run writes it; if this goes on, check the proxy.";
    case "not-the-api":
      return "what answered was not GitHub's API, but for example a login page. Check the proxy, and the address in GITHUB_API_URL.";
    case "fault":
      return "openai-key-guard failed while it wrote it. Please report this.";
    default:
      return kind satisfies never;
  }
}
