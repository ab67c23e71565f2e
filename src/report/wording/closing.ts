import type { ProvenEnd } from "../../domain/finding.ts";
import { formatTime } from "../numbers.ts";

/** In characters: what GitHub takes as the comment of an alert. */
const LONGEST = 280;

/** How it is known that a key is dead, for those who look at its alert. The address of the run follows where there is room. */
export function describeProvenEnd({ by, at }: ProvenEnd, runUrl: string | null): string {
  const when = at === null ? "" : ` on ${formatTime(at)}`;
  const text = {
    "this-run": `openai-key-guard revoked this key${when}. OpenAI no longer lists it and refuses it.`,
    "earlier-run": `openai-key-guard revoked this key${when}, as its audit file says. OpenAI refuses it now.`,
    trial:
      "This key was proven to be one of your organisation's, and OpenAI refuses it now. Checked by openai-key-guard.",
  }[by];
  const whole = runUrl === null ? text : `${text} ${runUrl}`;
  return whole.length <= LONGEST ? whole : text;
}
