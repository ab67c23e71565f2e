/** What separates the headers of a commit or a tag from its message. */
const BLANK_LINE = Buffer.from("\n\n");

/** Longer headers are cut here, and the rest is taken for the message: it is searched all the same. */
const MAX_HEADER_BYTES = 1024 * 1024;

/** Headers that nobody writes by hand. One with anything else than an object name or a type is none of git's own. */
const GENERATED_HEADER = /^(?:(?:tree|parent|object) (?:[0-9a-f]{40}|[0-9a-f]{64})|type (?:commit|tree|blob|tag))$/;

/** Headers that hold a signature (gitformat-signature(5)): each commit has another one. */
const SIGNATURE = /^gpgsig(?:-sha256)? /;

/** Headers that say who and when. */
const PERSON = /^(?:author|committer|tagger) (.*?)(?: -?\d+ [+-]\d+)?$/s;

type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A commit or a tag object: its headers without the blank line, and its message, which can be read once. */
export type CommitParts = { headers: Buffer; message: Chunks };

/** Splits a commit or a tag at its first blank line. Only the part of the message that came with the headers is held. */
export async function splitCommitStream(chunks: Chunks): Promise<CommitParts> {
  if (Symbol.iterator in chunks) return splitCommit(joinChunks([...chunks]));
  const iterator = chunks[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => iterator };
  let read: Buffer = Buffer.alloc(0);
  while (read.length < MAX_HEADER_BYTES) {
    const { done, value } = await iterator.next();
    if (done) return { headers: read, message: [] };
    const searched = Math.max(0, read.length - 1);
    read = joinChunks(read.length > 0 ? [read, value] : [value]);
    if (read.indexOf(BLANK_LINE, searched) !== -1) break;
  }
  const { headers, message } = splitCommit(read);
  return { headers, message: concatChunks(message, rest) };
}

/** Splits a commit or a tag that is held whole. */
export function splitCommit(bytes: Buffer): { headers: Buffer; message: readonly Buffer[] } {
  // At the same byte however the object comes in, since hits in it are located by a second reading.
  const start = bytes.subarray(0, MAX_HEADER_BYTES);
  const end = start.indexOf(BLANK_LINE);
  if (end === -1 && start.length === bytes.length) return { headers: bytes, message: [] };
  const message = end === -1 ? bytes.subarray(start.length) : bytes.subarray(end + BLANK_LINE.length);
  return { headers: end === -1 ? start : bytes.subarray(0, end), message: message.length > 0 ? [message] : [] };
}

/** The message of a commit: what follows the first blank line. */
export async function* readMessage(chunks: Chunks): AsyncGenerator<Uint8Array> {
  yield* (await splitCommitStream(chunks)).message;
}

/** What of the headers of a commit or a tag is searched. */
export type HeaderTexts = {
  /**
   * The people, a line each: `name <address>`; and any other header that a person wrote, such as the message of a merged
   * tag. Times are left out, so that the same people give the same text.
   */
  people: Buffer;
  /** The signatures. Nobody checks what else stands in one. Empty where there is none. */
  signatures: Buffer;
};

/** Extracts the texts of headers. Lines that continue a header lose the blank that says so. */
export function extractHeaderTexts(headers: Buffer): HeaderTexts {
  const people: string[] = [];
  const signatures: string[] = [];
  let isSignature = false;
  for (const line of headers.toString("latin1").split("\n")) {
    const isContinued = line.startsWith(" ");
    if (!isContinued && GENERATED_HEADER.test(line)) continue;
    if (!isContinued) isSignature = SIGNATURE.test(line);
    const text = isContinued ? line.slice(1) : (PERSON.exec(line)?.[1] ?? line);
    if (isSignature) signatures.push(text);
    else if (text !== "" && text !== people.at(-1)) people.push(text);
  }
  return { people: Buffer.from(people.join("\n"), "latin1"), signatures: Buffer.from(signatures.join("\n"), "latin1") };
}

/** The text of an annotated tag that is searched: its headers on the first line, and then its message. */
export async function* extractTagText(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { headers, message } = await splitCommitStream(chunks);
  const { people, signatures } = extractHeaderTexts(headers);
  const texts = [people, signatures].filter(({ length }) => length > 0);
  yield Buffer.from(`${texts.map((text) => text.toString("latin1").replaceAll("\n", ", ")).join(", ")}\n`, "latin1");
  yield* message;
}

async function* concatChunks(first: readonly Uint8Array[], rest: AsyncIterable<Uint8Array>) {
  yield* first;
  yield* rest;
}

function joinChunks(chunks: readonly Uint8Array[]): Buffer {
  const [only] = chunks;
  return chunks.length === 1 && only ? Buffer.from(only.buffer, only.byteOffset, only.length) : Buffer.concat(chunks);
}
