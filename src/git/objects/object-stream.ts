import { createGitError, type Git, type GitProcess } from "../git.ts";
import { writeChunk } from "../process-streams.ts";
import { parseCatFile } from "./cat-file-protocol.ts";

/** What git told of an object it was asked for. */
export type ObjectAnswer =
  /** Its content, to be read before the next answer is asked for; what is left unread is skipped. */
  | { kind: "object"; oid: string; type: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] }
  | { kind: "missing"; oid: string }
  /** It is there, and git cannot read it. `begun` is true when its content was handed out in part. */
  | { kind: "unreadable"; oid: string; begun: boolean };

/** So often in a row git may end without a single answer: then it is not the objects that are broken. */
const DEATHS = 1000;

/**
 * Reads objects, in the order of their names. Names go out and contents come in at the same time, no faster than they
 * are taken. A damaged object ends `git cat-file`: the object is named, and another process goes on with the next.
 */
export async function* readObjects(git: Git, names: AsyncIterable<readonly string[]>): AsyncGenerator<ObjectAnswer> {
  for await (const batch of readInBatches(git, names)) yield* batch;
}

/** Small answers come together, as many as are at hand: waiting for each of them would take longer than reading it. */
export async function* readInBatches(
  git: Git,
  names: AsyncIterable<readonly string[]>,
): AsyncGenerator<readonly ObjectAnswer[]> {
  const left = names[Symbol.asyncIterator]();
  const waiting = new Waiting();
  for (let deaths = 0; ; ) {
    const cat = git.start([...SPARING, "cat-file", "--batch", "--buffer"]);
    const asking = ask(cat, waiting, left);
    asking.catch(() => {}); // Awaited below; it may fail while the answers are still being read.
    const missing: string[] = [];
    let begun = false;
    try {
      for await (const { answers, settled, finish } of parseCatFile(cat.output)) {
        const objects = answers.filter((answer) => answer.kind === "object");
        if (objects.length < answers.length)
          for (const { kind, oid } of answers) if (kind === "missing") missing.push(oid);
        waiting.settle(settled);
        if (objects.length > 0) yield objects;
        deaths = 0;
        begun = finish !== null && !(await finish());
        if (begun) break;
        if (finish) waiting.settle(1);
      }
    } finally {
      cat.stop();
    }
    const allAsked = await asking;
    const ending = await cat.ended;
    const unanswered: ObjectAnswer[] = missing.map((oid) => {
      return isDamaged(oid, ending.stderr) ? { kind: "unreadable", oid, begun: false } : { kind: "missing", oid };
    });
    if (unanswered.length > 0) yield unanswered;
    if (allAsked && waiting.count === 0) return;
    deaths += 1;
    if (ending.failed || deaths > DEATHS) throw createGitError(ending, "read objects");
    const victim = waiting.first();
    if (victim === null) continue;
    waiting.settle(1);
    yield [{ kind: "unreadable", oid: victim, begun }];
  }
}

/** Else git holds blobs of up to half a gigabyte in memory: larger ones than this it reads as it writes them. */
const SPARING = ["-c", "core.bigFileThreshold=8m"];

/** Asks for what waits and then for what is left. False when git ended before all was asked for. */
async function ask({ input }: GitProcess, waiting: Waiting, left: AsyncIterator<readonly string[]>): Promise<boolean> {
  try {
    let names: readonly string[] = waiting.all();
    for (;;) {
      if (names.length > 0 && !(await writeChunk(input, `${names.join("\n")}\n`))) return false;
      const { done, value } = await left.next();
      if (done) return true;
      names = value;
      waiting.add(names);
    }
  } finally {
    input.end();
  }
}

/** Names that were asked for and not answered, in order. */
class Waiting {
  #names: string[] = [];
  #answered = 0;

  get count(): number {
    return this.#names.length - this.#answered;
  }

  add(names: readonly string[]): void {
    for (const name of names) this.#names.push(name);
  }

  settle(count: number): void {
    this.#answered += count;
    // Forgets in large steps: taking the first of a long list away moves all others.
    if (this.#answered > 4096 && this.count < this.#answered) this.#names = this.all();
  }

  first(): string | null {
    return this.#names[this.#answered] ?? null;
  }

  all(): string[] {
    const names = this.#names.slice(this.#answered);
    this.#names = names;
    this.#answered = 0;
    return names;
  }
}

/** Git says "missing" also of an object whose file is there and damaged, and tells the difference on stderr. */
function isDamaged(oid: string, stderr: string): boolean {
  return stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
}
