/**
 * Elements that end a paragraph or cell, by their names without a prefix: those of WordprocessingML, SpreadsheetML,
 * DrawingML, OpenDocument and XHTML. All others stand within a text: a program may split one word into several of them,
 * where spelling was checked or the cursor was.
 */
const ENDING = new Set(
  [
    "p br cr tab tc tr c v f is si row", // Office
    "h line-break s table-cell table-row list-item", // OpenDocument
    "div li ul ol td th dt dd pre h1 h2 h3 h4 h5 h6 title section table hr blockquote body", // XHTML
  ].flatMap((names) => names.split(" ")),
);

const [OPEN, CLOSE] = [0x3c, 0x3e];
const BREAK: Buffer = Buffer.from("\n");
const HYPHEN: Buffer = Buffer.from("-");

/** Word's hyphen that does not break. */
const HYPHEN_TAG = /^(?:[\w.-]+:)?noBreakHyphen\b/;

/** A tag's name is within this many bytes. */
const LONGEST_TAG = 64;

/** The text of markup, as it comes: without its tags, and with a newline where a paragraph or a cell ends. */
export async function* extractMarkupText(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  /** The beginning of the tag that has begun; null outside of tags. */
  let tag: string | null = null;
  for await (const chunk of chunks) {
    const texts: Buffer[] = [];
    for (let at = 0; at < chunk.length; ) {
      const stop = chunk.indexOf(tag === null ? OPEN : CLOSE, at);
      const end = stop < 0 ? chunk.length : stop;
      if (tag === null) {
        if (end > at) texts.push(chunk.subarray(at, end));
        if (stop >= 0) tag = "";
      } else {
        tag += chunk.toString("latin1", at, Math.min(end, at + LONGEST_TAG - tag.length));
        if (stop >= 0) {
          if (HYPHEN_TAG.test(tag)) texts.push(HYPHEN);
          else if (endsParagraph(tag)) texts.push(BREAK);
          tag = null;
        }
      }
      at = end + 1;
    }
    const text = Buffer.concat(texts);
    if (text.length > 0) yield text;
  }
}

function endsParagraph(tag: string): boolean {
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1];
  return name !== undefined && ENDING.has(name.toLowerCase());
}
