import type { IncomingMessage, ServerResponse } from "node:http";
import type { Host } from "../../src/openai/client.ts";
import type { OpenAISandbox } from "../../src/sandbox/openai/openai-sandbox.ts";
import type { Server } from "../../src/sandbox/server.ts";

/**
 * The sandbox as a host that is asked in this process, without a connection. An answer takes no turn of the event loop,
 * so that with a test clock the same steps take the same time in every run; and a request that is never answered has
 * timed out as soon as that is certain. test/openai/client.test.ts holds this to what a connection does.
 */
export function hostOf(openai: OpenAISandbox): Host {
  return { baseURL: openai.baseURL, fetch: async (...request) => await fetchInProcess(openai, ...request) };
}

/** A fetch that hands its request to the sandbox. */
export async function fetchInProcess(
  { listener }: Server,
  address: Parameters<typeof fetch>[0],
  { method = "GET", headers, body }: RequestInit = {},
): Promise<Response> {
  const url = new URL(String(address));
  const incoming = {
    method,
    url: url.pathname + url.search,
    headers: Object.fromEntries(new Headers(headers)),
    async *[Symbol.asyncIterator]() {
      if (typeof body === "string") yield Buffer.from(body);
    },
  };
  const sent = new SentResponse();
  await listener(incoming as unknown as IncomingMessage, sent as unknown as ServerResponse);
  return sent.received();
}

/** What the sandbox sends: those of a `ServerResponse`'s methods that it uses. */
class SentResponse {
  headersSent = false;
  readonly socket = { resetAndDestroy: () => this.destroy() };
  #status = 0;
  #headers: Record<string, string> = {};
  #text = "";
  #end: "none" | "whole" | "broken" = "none";

  writeHead(status: number, headers: Record<string, string>): void {
    this.headersSent = true;
    this.#status = status;
    this.#headers = headers;
  }

  write(text: string, then = () => {}): void {
    this.#text += text;
    then();
  }

  end(text: string): void {
    this.#text += text;
    this.#end = "whole";
  }

  destroy(): void {
    this.#end = "broken";
  }

  /**
   * What `fetch` makes of it.
   *
   * @throws as `fetch` does when a connection breaks, and as the SDK's timeout does when no more will come. A 407 is no
   * answer to `fetch`.
   */
  received(): Response {
    if (this.#end === "none") throw new DOMException("The request timed out.", "AbortError");
    if (this.#end === "broken" || this.#status === 407) {
      throw new TypeError("fetch failed", { cause: new Error("the connection was reset") });
    }
    const hasBody = this.#status !== 204 && this.#status !== 304;
    return new Response(hasBody ? this.#text : null, { status: this.#status, headers: this.#headers });
  }
}
