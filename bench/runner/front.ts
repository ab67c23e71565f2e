import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
  request as sendRequest,
} from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What is answered in front of a server; null leaves it to the server. */
export type FrontAnswer = { status: number; body: object | Buffer } | null;

/** What a front does with a request: it answers, or hands its body on, perhaps changed. */
type FrontRules = {
  answer?: (method: string, url: string) => FrontAnswer;
  rewrite?: (url: string, body: Buffer) => Buffer;
  /** Changes what the server answers to it. */
  rewriteAnswer?: (url: string, body: Buffer) => Buffer;
};

/** A server on loopback that answers some requests itself and hands all others on to `origin`. */
export async function startFront(origin: string, rules: FrontRules): Promise<{ origin: string; close(): void }> {
  const server = createServer((incoming, response) => void handle(incoming, response, origin, rules));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}

async function handle(
  incoming: IncomingMessage,
  response: ServerResponse,
  origin: string,
  { answer = () => null, rewrite = keep, rewriteAnswer = keep }: FrontRules,
): Promise<void> {
  const { method = "GET", url = "/", headers } = incoming;
  const found = answer(method, url);
  const body = await buffer(incoming);
  if (found !== null) {
    const isFile = Buffer.isBuffer(found.body);
    response.writeHead(found.status, { "content-type": isFile ? "application/zip" : "application/json" });
    response.end(isFile ? found.body : JSON.stringify(found.body));
    return;
  }
  const sent = rewrite(url, body);
  const onward = sendRequest(`${origin}${url}`, { method, headers: withLength(headers, sent) });
  onward.on("error", () => response.destroy());
  onward.on("response", async (answered) => {
    const told = rewriteAnswer(url, await buffer(answered));
    response.writeHead(answered.statusCode ?? 502, withLength(answered.headers, told)).end(told);
  });
  onward.end(sent);
}

function keep(_: string, body: Buffer): Buffer {
  return body;
}

function withLength(headers: IncomingHttpHeaders, { length }: Buffer): OutgoingHttpHeaders {
  const { "transfer-encoding": _, ...kept } = headers;
  return { ...kept, "content-length": length };
}
