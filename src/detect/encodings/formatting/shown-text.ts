import { countSteps } from "../../steps/steps.ts";
import { createMappedText, type MappedText, MappedTextBuilder } from "./mapped-text.ts";
import { PLAIN_RUN, parseTokenAt } from "./tokens.ts";

/** A text within a string within a page within a log is no deeper than this. */
const MOST_LAYERS = 5;

/** A part of a text as its readers see it, without what formats it; null where nothing does. */
export function showText(text: string, start: number, isDecimal: boolean): MappedText | null {
  if (!MAY_BE_FORMATTED.test(text)) return null;
  let shown = createMappedText(text, start);
  countSteps(text.length);
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = showOnce(shown, isDecimal);
    if (next === null) break;
    shown = next;
  }
  return shown.text === text ? null : shown;
}

/** What a token begins with: most texts have none of these. */
const MAY_BE_FORMATTED = /[^A-Za-z0-9_\- \t\r\n"',.:;!()/*|~@$>\]]/;

const STEPS_A_TOKEN = 40;

/** Takes one layer of formatting off; null where there is none. */
function showOnce(from: MappedText, isDecimal: boolean): MappedText | null {
  const { text } = from;
  let builder: MappedTextBuilder | null = null;
  let copied = 0;
  for (let at = 0; at < text.length; ) {
    PLAIN_RUN.lastIndex = at;
    at += PLAIN_RUN.exec(text)?.[0].length ?? 0;
    const token = at < text.length ? parseTokenAt(text, at, isDecimal) : null;
    countSteps(STEPS_A_TOKEN);
    if (!token) {
      at += 1;
      continue;
    }
    builder ??= new MappedTextBuilder(from);
    builder.copy(copied, at);
    if (token.shown.startsWith("\b")) builder.dropLast(token.shown.length);
    else builder.replace(at, at + token.length, token.shown, token.writing);
    at += token.length;
    copied = at;
  }
  builder?.copy(copied, text.length);
  countSteps(text.length);
  return builder?.build() ?? null;
}
