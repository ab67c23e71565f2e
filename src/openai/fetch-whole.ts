/** Longer answers than this are none: the largest page of a hundred records has some fifty thousand bytes. */
const LONGEST_ANSWER = 2 ** 24;

/** Statuses whose answers have no body. */
const BODILESS = [101, 204, 205, 304];

/**
 * A `fetch` that answers when the whole body has come. The SDK's clock stops at the headers (7.55.0): so it runs until the
 * end, and a server that goes silent in the middle is one that did not answer.
 *
 * @throws RangeError where the answer is longer than any answer is.
 */
export async function fetchWhole(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  const { status, statusText, headers, body } = response;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > LONGEST_ANSWER) throw new RangeError("the answer is too long");
    chunks.push(chunk);
  }
  return new Response(BODILESS.includes(status) ? null : Buffer.concat(chunks), { status, statusText, headers });
}
