import { formatCount } from "../numbers.ts";

/** What a comment says first once nothing that the change brought can do harm; `hasOlder`: keys were there before it. */
export function describeResolution(hasOlder: boolean): string {
  const resolved = "Resolved: nothing that this change brought can do harm any more.";
  return hasOlder ? `${resolved} Keys that were here before it are listed, and not judged.` : resolved;
}

const HISTORY_IS_GONE = "The commits that held keys are gone from this pull request: its history was rewritten.";

/** What a comment says once the commits with the keys are gone: its title, then its paragraphs. */
type GoneText = { title: string; paragraphs: readonly string[] };

/** The same where all keys in them were dead. */
export const GONE: GoneText = {
  title: "No OpenAI keys are left in this pull request",
  paragraphs: [`Resolved. ${HISTORY_IS_GONE} All keys found in them were dead by then.`],
};

/** The same where `count` keys were never proven inactive; `fingerprints` names them, as the medium writes them. */
export function describeOpenKeys(count: number, fingerprints: string): GoneText {
  const [is, was, it, s] = count === 1 ? ["is", "was", "it", ""] : ["are", "were", "they", "s"];
  return {
    title: `${formatCount(count, "OpenAI key")} ${was} pushed here, and ${is} not proven inactive`,
    paragraphs: [
      `${HISTORY_IS_GONE} A pushed key stays exposed all the same until it is revoked: anyone may have fetched it.`,
      `Please make sure that ${it} ${is} revoked. Fingerprint${s}: ${fingerprints}.`,
    ],
  };
}

/** "3 more keys are not in this table: the job summary has all." `rest` says where all of them are. */
export function describeNotShown(count: number, where: "in this table" | "shown in full", rest: string): string {
  return `${formatCount(count, "more key")} ${count === 1 ? "is" : "are"} not ${where}: ${rest}.`;
}

/** What became of a comment, as far as it needs words. */
type WriteResult = { kind: string; permission?: string; status?: number | null };

/** Why the comment could not be written, and what would mend it; null where it was, or need not be. */
export function describeCommentFailure(
  { kind, permission, status = null }: WriteResult,
  isFork: boolean,
): string | null {
  if (kind === "forbidden") {
    const why = isFork ? "; on a fork's pull request GitHub gives no more than read" : "";
    return `The comment could not be written: the token lacks the permission ${permission}${why}. The verdict stands.`;
  }
  if (kind !== "failed") return null;
  const answer = status === null ? "did not answer" : `answered ${status}`;
  return `The comment could not be written: GitHub ${answer}. The verdict stands.`;
}
