import { getCount, getObject, getText } from "../payload.ts";
import { parseBody, type StoredComment, trimBody } from "./comment-state.ts";

/** A comment as GitHub shows it. `author` is a login in lower case; accounts that were deleted have none. */
export type CommentRecord = { id: number; url: string; author: string; body: string };

/** A comment of this tool on GitHub. */
export type ListedComment = StoredComment & Pick<CommentRecord, "id" | "url" | "body">;

/** Parses a comment of GitHub's API; null where it has no id. */
export function parseRecord(data: unknown): CommentRecord | null {
  const { id, html_url: url, body, user } = getObject({ data }, "data");
  const count = getCount(id);
  if (count === null) return null;
  const author = getText(getObject({ user }, "user")["login"])?.toLowerCase() ?? "";
  return { id: count, url: getText(url) ?? "", author, body: trimBody(getText(body) ?? "") };
}

/** What is known of one comment: its last body, those it had before, and whether this run wrote it. */
type Entry = { record: CommentRecord; past: Set<string>; isOwn: boolean };

/**
 * What is known of this tool's comments. GitHub's lists lag behind what was written: a comment that was once shown or
 * confirmed exists until GitHub says that it is gone, and a body that was replaced does not come back.
 */
export class CommentLedger {
  readonly #entries = new Map<number, Entry>();
  readonly #gone = new Set<number>();
  #hasCaughtUp = true;

  /** Whether the last list showed all that this run wrote. What others wrote before it is shown then, too. */
  get hasCaughtUp(): boolean {
    return this.#hasCaughtUp;
  }

  /** This tool's comments, oldest first. */
  list(): readonly ListedComment[] {
    return [...this.#entries.values()]
      .flatMap(({ record: { id, url, body } }) => {
        const stored = parseBody(body);
        return stored ? [{ id, url, body, ...stored }] : [];
      })
      .toSorted((left, right) => left.id - right.id);
  }

  /** Takes in a list of all comments of our account. */
  observeList(records: readonly CommentRecord[]): void {
    const bodies = new Map(records.map(({ id, body }) => [id, body]));
    this.#hasCaughtUp = [...this.#entries].every(([id, { isOwn, past }]) => {
      const body = bodies.get(id);
      return !isOwn || (body !== undefined && !past.has(body));
    });
    for (const record of records) this.observe(record);
  }

  /** Takes in one comment, as a list or a request for it showed it. */
  observe(record: CommentRecord): void {
    const known = this.#entries.get(record.id);
    if (known?.past.has(record.body) || this.#gone.has(record.id)) return;
    if (known) this.#replace(known, record);
    else this.#entries.set(record.id, { record, past: new Set(), isOwn: false });
  }

  /** Takes in what this run wrote, as GitHub confirmed it. */
  observeWrite(record: CommentRecord): void {
    const known = this.#entries.get(record.id) ?? { record, past: new Set(), isOwn: true };
    known.isOwn = true;
    this.#entries.set(record.id, known);
    this.#replace(known, record);
  }

  /** Takes in that a comment is gone. */
  forget(id: number): void {
    this.#gone.add(id);
    this.#entries.delete(id);
  }

  #replace(entry: Entry, record: CommentRecord): void {
    if (entry.record.body !== record.body) entry.past.add(entry.record.body);
    entry.past.delete(record.body);
    entry.record = record;
  }
}
