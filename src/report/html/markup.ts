import { clipText, escapeHref, escapeHtml } from "../escape.ts";
import { type Line, LONGEST_NAME } from "../line.ts";
import { capitalize, formatTime } from "../numbers.ts";

/** A piece of HTML that may go out as it is. Only `markup` makes it, and what is filled into it has been escaped. */
export type Markup = { readonly markup: string };

/** What can stand in a piece: text is escaped, pieces are taken as they are, null is nothing. */
export type Part = string | number | Markup | null | readonly Part[];

/** Makes a piece of HTML: what stands between the values is ours and goes out as it is; text values are escaped. */
export function markup(ours: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = ours[0] ?? "";
  for (const [index, value] of values.entries()) text += `${fill(value)}${ours[index + 1] ?? ""}`;
  return { markup: text };
}

/** Nothing. */
export const NOTHING: Markup = markup``;

function fill(value: Part): string {
  if (value === null) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(fill).join("");
}

/** What others wrote, set apart: a name that is written from right to left turns nothing around it. */
export function renderName(text: string): Markup {
  return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}

/** A link to a page that learns nothing of this one; the label alone where the address is no web address. */
export function renderLink(url: string | null, label: Markup): Markup {
  const safe = url === null ? "#" : escapeHref(url);
  return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}

/** A sentence: our words as text, names set apart. */
export function renderLine(line: Line): Markup {
  return markup`${line.map((piece) => {
    if ("words" in piece) return piece.words;
    if ("stress" in piece) return markup`<strong>${renderLine(piece.stress)}</strong>`;
    if ("link" in piece) return renderLink(piece.url, markup`${piece.link}`);
    if ("text" in piece) return renderName(clipText(piece.text, LONGEST_NAME));
    if ("name" in piece) return markup`<strong>${renderName(clipText(piece.name, LONGEST_NAME))}</strong>`;
    return renderLink(piece.url ?? null, markup`<code>${renderName(clipText(piece.data, LONGEST_NAME))}</code>`);
  })}`;
}

/** A sentence that begins with a capital, or with a name as it is. */
export function renderSentence(line: Line): Markup {
  const [first, ...rest] = line;
  return renderLine(first && "words" in first ? [{ words: capitalize(first.words) }, ...rest] : line);
}

/** A time, as browsers and screen readers know it. */
export function renderTime(at: Date): Markup {
  return markup`<time datetime="${at.toISOString()}">${formatTime(at)}</time>`;
}

/** Sentences as a list. */
export function renderList(items: readonly Line[]): Markup {
  return markup`<ul>
${items.map(
  (one) => markup`<li>${renderLine(one)}</li>
`,
)}</ul>
`;
}
