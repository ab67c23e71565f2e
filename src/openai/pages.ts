import { describePageFault, type PageFault } from "../messages/gaps/openai.ts";

/** An answer that is not the page it should be. */
export class MalformedPage extends Error {
  override readonly name = "MalformedPage";

  constructor(fault: PageFault) {
    super(describePageFault(fault));
  }
}

/** One request for a page after a cursor, answered by the raw response. */
export type AskPage = (after: string | undefined) => Promise<Response>;

/** More pages than this are not a sensible answer: at a hundred records each, no project has that many keys. */
const MOST_PAGES = 1000;

/**
 * Reads a listing page by page. The SDK's own paging is not used: it takes a page of HTML or `{}` for an empty list,
 * ends silently when a cursor is missing, and follows a repeated cursor for ever (measured with 7.55.0). Both of the
 * Admin API's forms continue after the last item's id; `last_id`, where it is sent, is that id.
 *
 * @throws MalformedPage after yielding what could be read.
 */
export async function* readPages<Item extends { id: string }>(ask: AskPage): AsyncGenerator<readonly Item[]> {
  const seen = new Set<string>();
  let after: string | undefined;
  do {
    const { data, more, lastId } = parsePage<Item>(await readJson(await ask(after)));
    yield data;
    after = more ? (lastId ?? data.at(-1)?.id) : undefined;
    if (more && after === undefined) throw new MalformedPage("no-cursor");
    if (after !== undefined && seen.has(after)) throw new MalformedPage("cursor-repeats");
    if (seen.size >= MOST_PAGES) throw new MalformedPage("endless");
    if (after !== undefined) seen.add(after);
  } while (after !== undefined);
}

/** Reads the body of a page.
 *
 * @throws MalformedPage where it is not JSON.
 */
export async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    throw new MalformedPage("not-json");
  }
}

function parsePage<Item extends { id: string }>(body: unknown) {
  const { data, has_more, last_id } = (typeof body === "object" && body !== null ? body : {}) as Record<
    string,
    unknown
  >;
  if (!Array.isArray(data) || !data.every(hasId)) throw new MalformedPage("no-records");
  if (typeof has_more !== "boolean") throw new MalformedPage("no-end-mark");
  return { data: data as Item[], more: has_more, lastId: typeof last_id === "string" ? last_id : null };
}

function hasId(item: unknown): boolean {
  return typeof item === "object" && item !== null && typeof (item as { id?: unknown }).id === "string";
}
