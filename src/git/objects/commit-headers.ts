import { splitCommitStream } from "./commit-object.ts";

/** Headers that no one writes by hand: names of objects, and signatures over the rest (gitformat-signature(5)). */
const MECHANICAL = /^(?:tree|parent|object|type|gpgsig|gpgsig-sha256) /;

/** Headers that say who and when. */
const PERSON = /^(?:author|committer|tagger) (.*?)(?: -?\d+ [+-]\d+)?$/s;

/**
 * The people of a commit, a line each: `name <address>`; and what else its headers hold that someone wrote, such as the
 * message of a tag that was merged. Times are left out, so that the same people give the same text.
 */
export function extractPeople(headers: Buffer): Buffer {
  const lines: string[] = [];
  let skipping = false;
  for (const line of headers.toString("latin1").split("\n")) {
    if (!line.startsWith(" ")) skipping = MECHANICAL.test(line);
    if (skipping) continue;
    const text = PERSON.exec(line)?.[1] ?? line;
    if (text !== "" && text !== lines.at(-1)) lines.push(text);
  }
  return Buffer.from(lines.join("\n"), "latin1");
}

/** What is read of an annotated tag: on one line its name and its tagger, and then its message. */
export async function* extractTagText(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const { headers, message } = await splitCommitStream(chunks);
  yield Buffer.from(`${extractPeople(headers).toString("latin1").replaceAll("\n", ", ")}\n`, "latin1");
  yield* message;
}
