import { ByteReader } from "./byte-reader.ts";
import { written } from "./feed.ts";
import { failureOf, type Git, type Running } from "./git.ts";

/** What git told of an object it was asked for. */
export type Answer =
  /** Its content, to be read before the next answer is asked for; what is left unread is skipped. */
  | { kind: "object"; oid: string; type: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] }
  | { kind: "missing"; oid: string }
  /** It is there, and git cannot read it. `begun` is true when its content was handed out in part. */
  | { kind: "unreadable"; oid: string; begun: boolean };

/** Objects up to this many bytes come as one chunk. */
const SMALL = 256 * 1024;

/** So often in a row git may end without a single answer: then it is not the objects that are broken. */
const DEATHS = 1000;

/**
 * Reads objects, in the order of their names. Names go out and contents come in at the same time, no faster than they
 * are taken. A damaged object ends `git cat-file`: the object is named, and another process goes on with the next.
 */
export async function* readObjects(git: Git, names: AsyncIterable<readonly string[]>): AsyncGenerator<Answer> {
  const left = names[Symbol.asyncIterator]();
  /** Asked for and not answered. */
  const waiting: string[] = [];
  for (let deaths = 0; ; ) {
    const cat = git.start(["cat-file", "--batch", "--buffer"]);
    const asking = ask(cat, waiting, left);
    asking.catch(() => {}); // Awaited below; it may fail while the answers are still being read.
    const missing: string[] = [];
    let begun = false;
    try {
      for await (const { finish, ...answer } of answers(cat)) {
        if (answer.kind === "missing") missing.push(answer.oid);
        else yield answer;
        begun = !(await finish());
        if (begun) break;
        waiting.shift();
        deaths = 0;
      }
    } finally {
      cat.stop();
    }
    const allAsked = await asking;
    const ending = await cat.ended;
    for (const oid of missing) {
      yield isDamaged(oid, ending.stderr) ? { kind: "unreadable", oid, begun: false } : { kind: "missing", oid };
    }
    if (allAsked && waiting.length === 0) return;
    deaths += 1;
    if (ending.failed || deaths > DEATHS) throw failureOf(ending, "read objects");
    const victim = waiting.shift();
    if (victim !== undefined) yield { kind: "unreadable", oid: victim, begun };
  }
}

/** Asks for what waits and then for what is left. False when git ended before all was asked for. */
async function ask({ input }: Running, waiting: string[], left: AsyncIterator<readonly string[]>): Promise<boolean> {
  try {
    let names: readonly string[] = waiting;
    for (;;) {
      if (names.length > 0 && !(await written(input, `${names.join("\n")}\n`))) return false;
      const { done, value } = await left.next();
      if (done) return true;
      names = value;
      for (const name of names) waiting.push(name);
    }
  } finally {
    input.end();
  }
}

/** `finish` skips what is left of an answer; false when the output ended inside it. */
type Unfinished = Exclude<Answer, { kind: "unreadable" }> & { finish: () => Promise<boolean> };

/** The protocol of git-cat-file(1), "BATCH OUTPUT". Ends where the output does. */
async function* answers({ output }: Running): AsyncGenerator<Unfinished> {
  const reader = new ByteReader(output);
  for (let line = await reader.line(); line !== null; line = await reader.line()) {
    const [oid = "", type = "", length = ""] = line.split(" ");
    if (type === "missing") {
      yield { kind: "missing", oid, finish: async () => true };
      continue;
    }
    const size = Number.parseInt(length, 10);
    if (Number.isNaN(size)) throw new Error("git cat-file gave an answer that is not in its manual");
    const content = new Content(reader, size);
    const chunks = size <= SMALL ? await content.atOnce() : content.chunks();
    yield { kind: "object", oid, type, chunks, finish: () => content.finish() };
  }
}

/** The content of one object, as it arrives, and the line feed after it. */
class Content {
  readonly #reader: ByteReader;
  #left: number;

  constructor(reader: ByteReader, size: number) {
    this.#reader = reader;
    this.#left = size;
  }

  async atOnce(): Promise<readonly Buffer[]> {
    const whole = await this.#reader.exactly(this.#left);
    if (whole === null) return [];
    this.#left = 0;
    return whole.length > 0 ? [whole] : [];
  }

  async *chunks(): AsyncGenerator<Buffer> {
    while (this.#left > 0) {
      const part = await this.#reader.some(this.#left);
      if (part.length === 0) return;
      this.#left -= part.length;
      yield part;
    }
  }

  /** Skips the rest. Nothing can be read afterwards. */
  async finish(): Promise<boolean> {
    for await (const _ of this.chunks());
    const whole = this.#left === 0 && (await this.#reader.exactly(1)) !== null;
    this.#left = 0;
    return whole;
  }
}

/** Git says "missing" also of an object whose file is there and damaged, and tells the difference on stderr. */
function isDamaged(oid: string, stderr: string): boolean {
  return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
}
