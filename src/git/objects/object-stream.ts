import type { Writable } from "node:stream";
import { createGitError, type Git, type GitExit } from "../git.ts";
import { writeChunk } from "../process-streams.ts";
import { parseCatFile } from "./cat-file-protocol.ts";

/** What came of reading one object. */
export type ObjectResult =
  /** Its content, to be read before the next result is asked for; what is left unread is skipped. */
  | { kind: "object"; oid: string; type: string; chunks: AsyncIterable<Buffer> | readonly Buffer[] }
  /** It is not in the repository. */
  | { kind: "missing"; oid: string }
  /** It is damaged. `isPartial`: the beginning of its content was handed out already, as an object. */
  | { kind: "unreadable"; oid: string; isPartial: boolean };

/** Object names, in batches: the steps in which they become known. */
type NameBatches = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

/** After this many crashes in a row without a single object it is not the objects that are broken. */
const MAX_CRASHES = 1000;

/** Without it git holds blobs of up to 512 MB in memory: larger ones than this it streams. */
const LOW_MEMORY = ["-c", "core.bigFileThreshold=8m"];

/**
 * Reads objects in the order of their names. Names go out and contents come in at the same time, no faster than they are
 * read. A damaged object ends `git cat-file`: it is reported, and another process goes on with the next one.
 */
export async function* readObjects(git: Git, names: NameBatches): AsyncGenerator<ObjectResult> {
  for await (const batch of readInBatches(git, names)) yield* batch;
}

/** Reads objects; small ones come together, as many as have arrived. Waiting for each would take longer than reading it. */
export async function* readInBatches(git: Git, names: NameBatches): AsyncGenerator<readonly ObjectResult[]> {
  const requests = new RequestQueue(names);
  for (let crashes = 0; ; ) {
    const { exit, isDone, hasProgress, isCut } = yield* readUntilExit(git, requests);
    if (isDone) return;
    crashes = hasProgress ? 1 : crashes + 1;
    if (exit.spawnError || crashes > MAX_CRASHES) throw createGitError(exit, "read objects");
    const damaged = requests.takeFirst();
    if (damaged !== null) yield [{ kind: "unreadable", oid: damaged, isPartial: isCut }];
  }
}

/** How one process ended. `isDone`: every object was answered for. `isCut`: it ended inside an object that was handed out. */
type ProcessResult = { exit: GitExit; isDone: boolean; hasProgress: boolean; isCut: boolean };

async function* readUntilExit(
  git: Git,
  requests: RequestQueue,
): AsyncGenerator<readonly ObjectResult[], ProcessResult> {
  const cat = git.start([...LOW_MEMORY, "cat-file", "--batch", "--buffer"]);
  const sending = requests.sendTo(cat.input);
  sending.catch(() => {}); // Awaited below; it may fail while objects are still being read.
  const missing: string[] = [];
  let hasProgress = false;
  let isCut = false;
  try {
    for await (const { entries, finish } of parseCatFile(cat.output)) {
      hasProgress = true;
      const objects = entries.filter((entry) => entry.kind === "object");
      if (objects.length < entries.length)
        for (const { kind, oid } of entries) if (kind === "missing") missing.push(oid);
      if (!finish) requests.settle(entries.length);
      if (objects.length > 0) yield objects;
      isCut = finish !== null && !(await finish());
      if (isCut) break;
      if (finish) requests.settle(1);
    }
  } finally {
    cat.stop();
  }
  const areAllSent = await sending;
  const exit = await cat.exited;
  if (missing.length > 0) yield missing.map((oid) => explainMissing(oid, exit.stderr));
  return { exit, isDone: areAllSent && requests.isEmpty, hasProgress, isCut };
}

/** Git says "missing" of a damaged loose object too, and tells the difference on stderr. */
function explainMissing(oid: string, stderr: string): ObjectResult {
  const isDamaged = stderr.includes(oid) || stderr.includes(`${oid.slice(0, 2)}/${oid.slice(2)}`);
  return isDamaged ? { kind: "unreadable", oid, isPartial: false } : { kind: "missing", oid };
}

/** Names to be read, in order. Those that were sent and not answered are sent again, to the next process. */
class RequestQueue {
  readonly #source: AsyncIterator<readonly string[]> | Iterator<readonly string[]>;
  #sent: string[] = [];
  /** How many of `#sent` were answered. */
  #settled = 0;

  constructor(names: NameBatches) {
    this.#source = Symbol.asyncIterator in names ? names[Symbol.asyncIterator]() : names[Symbol.iterator]();
  }

  /** Whether everything that was sent is answered. */
  get isEmpty(): boolean {
    return this.#sent.length === this.#settled;
  }

  /** Sends what is unanswered and then all others. False when the process ended before all were sent. */
  async sendTo(input: Writable): Promise<boolean> {
    try {
      let names: readonly string[] = this.#dropSettled();
      for (;;) {
        if (names.length > 0 && !(await writeChunk(input, `${names.join("\n")}\n`))) return false;
        const { done, value } = await this.#source.next();
        if (done) return true;
        names = value;
        for (const name of names) this.#sent.push(name);
      }
    } finally {
      input.end();
    }
  }

  settle(count: number): void {
    this.#settled += count;
    // In large steps: taking the first of a long list away moves all others.
    if (this.#settled > 4096 && this.#sent.length - this.#settled < this.#settled) this.#dropSettled();
  }

  /** The object at which the process ended; null where all were answered. */
  takeFirst(): string | null {
    const first = this.#sent[this.#settled] ?? null;
    if (first !== null) this.settle(1);
    return first;
  }

  #dropSettled(): readonly string[] {
    this.#sent = this.#sent.slice(this.#settled);
    this.#settled = 0;
    return this.#sent;
  }
}
