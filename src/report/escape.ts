import { redactKeys } from "../detect/spelled-keys.ts";

/** Control, format and invisible characters, lone surrogates, and line separators: nobody types them in a name. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

const SHORT_FORMS: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A zero-width space: nobody sees it, and GitHub reads no mention, reference or address across it. */
const BREAK = "&#8203;";

/** Makes what cannot be seen visible: a line stays one line, and no character moves the cursor or turns the text. */
export function showInvisible(text: string): string {
  return redactKeys(text).replaceAll(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16).padStart(2, "0");
    return SHORT_FORMS[character] ?? (code < 256 ? `\\x${hex}` : `\\u{${hex}}`);
  });
}

/**
 * For terminals and logs. Runners obey `::command::` at the start of a line and `##[command]` anywhere in it, so both
 * are broken by a space.
 */
export function escapePlain(text: string): string {
  return showInvisible(text)
    .replaceAll(/:(?=:)/g, ": ")
    .replaceAll("##[", "## [");
}

/**
 * For running text and table cells of GitHub's Markdown: shows the text as it is, and makes nothing of it: no mention, no
 * reference to an issue, a ticket or a commit, no address.
 */
export function escapeMarkdown(text: string): string {
  return breakReferences(
    escapePlain(text)
      .trim()
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(/[\\`*_[\]>~$]/g, String.raw`\$&`)
      .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
      .replace(/^[-+=]/, String.raw`\$&`)
      .replaceAll("#", String.raw`\#${BREAK}`)
      .replaceAll("|", "&#124;"),
  );
}

/** For the summary of folded details in GitHub's Markdown, where HTML is read and no Markdown; else as `escapeMarkdown`. */
export function escapeSummary(text: string): string {
  return breakReferences(
    escapePlain(text)
      .trim()
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("`", "&grave;")
      .replaceAll("#", `#${BREAK}`),
  );
}

/** Makes nothing of a mention, a ticket, an address or a commit. */
function breakReferences(text: string): string {
  return text
    .replaceAll("@", `@${BREAK}`)
    .replaceAll(/:(?=\S)/g, `:${BREAK}`)
    .replaceAll(/www(?=\.)/gi, `$&${BREAK}`)
    .replaceAll(/[a-z]-(?=\d)/gi, `$&${BREAK}`)
    .replaceAll(/(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/gi, (sha) => sha.replaceAll(/.{6}(?=.)/g, `$&${BREAK}`));
}

/**
 * A code span, in which GitHub makes nothing of anything. In a table's cell a pipe would end the cell even there, and
 * Markdown readers disagree on a pipe after a backslash: a text with a pipe is HTML there.
 */
export function formatCode(text: string, place: "text" | "cell" = "text"): string {
  const shown = escapePlain(text) || "(empty)";
  if (place === "cell" && shown.includes("|")) return `<code>${escapeMarkdown(shown)}</code>`;
  const longest = [...shown.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const fence = "`".repeat(longest + 1);
  // Of a span that begins and ends with a space, Markdown takes one off each end.
  const padded = /^[ `]|[ `]$/.test(shown) && /[^ ]/.test(shown) ? ` ${shown} ` : shown;
  return `${fence}${padded}${fence}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For HTML's text and attributes in quotes. A page may be printed into a log, so that no runner obeys it either. */
export function escapeHtml(text: string): string {
  return escapePlain(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** The destination of a Markdown link; `#` for what is no web address. What is percent-encoded already stays so. */
export function escapeHref(url: string): string {
  if (!/^https?:\/\//i.test(url)) return "#";
  return redactKeys(url)
    .toWellFormed()
    .replaceAll(/[^\w\-.~:/?#&=%+,;@!$]/gu, (character) =>
      /[()*']/.test(character)
        ? `%${character.charCodeAt(0).toString(16).toUpperCase()}`
        : encodeURIComponent(character),
    )
    .replaceAll("&", "&amp;");
}

/** An address for a terminal's link; null for what is no address, could end the link, or has a key in it. */
export function formatAddress(url: string): string | null {
  return /^(?:https?|file):\/\/[!-~]*$/i.test(url) && redactKeys(url) === url ? url : null;
}

/** An address of a page, for a message; null for what is none, or has a key in it. */
export function formatWebAddress(url: string): string | null {
  return /^https?:/i.test(url) ? formatAddress(url) : null;
}

/**
 * Cuts a text in its middle to at most `most` characters: of a path the end tells more than the middle. A key is taken
 * out first, since half a key would not be recognised as one.
 */
export function clipText(text: string, most: number): string {
  const redacted = redactKeys(text);
  if (redacted.length <= most) return redacted;
  // A character is one unit of UTF-16 or two: only the ends of a long text are taken apart.
  if (redacted.length <= 2 * most && [...redacted].length <= most) return redacted;
  const head = Math.floor((most - 1) / 3);
  const tail = most - 1 - head;
  const [start, end] = [redacted.slice(0, 2 * head), redacted.slice(-2 * tail)];
  return [...[...start].slice(0, head), "…", ...[...end].slice(-tail)].join("");
}
