import { escapeHref, escapePlain } from "../escape.ts";

/** A piece of HTML that may go out as it is. Only `markup` makes it, and what is spliced into it has been escaped. */
export type Markup = { readonly markup: string };

/** What can stand in a piece: text is escaped, pieces are taken as they are, null is nothing. */
export type Part = string | number | Markup | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Makes a piece of HTML: what stands between the values is ours and goes out as it is; text values are escaped. */
export function markup(ours: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = ours[0] ?? "";
  for (const [index, value] of values.entries()) text += `${spliced(value)}${ours[index + 1] ?? ""}`;
  return { markup: text };
}

/** Nothing. */
export const NOTHING: Markup = markup``;

function spliced(value: Part): string {
  if (value === null) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map(spliced).join("");
}

/**
 * For text and for attributes in quotes. Nothing in it is markup, moves a cursor, turns the text around or is a key; and
 * since a page may be printed into a log, no runner obeys it.
 */
export function escapeHtml(text: string): string {
  return escapePlain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** What others wrote, set apart: a name that is written from right to left turns nothing around it. */
export function renderName(text: string): Markup {
  return markup`<bdi>${text === "" ? "(empty)" : text}</bdi>`;
}

/** A link to another page, which learns nothing of this one; the label alone where the address is none of the web's. */
export function renderLink(url: string | null, label: Markup): Markup {
  const safe = url === null ? "#" : escapeHref(url);
  return safe === "#" ? label : markup`<a href="${{ markup: safe }}" rel="noreferrer noopener">${label}</a>`;
}
