import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { computeFingerprint } from "../domain/secret.ts";
import { type Answer, send } from "./answer.ts";
import { type Fault, injectFault } from "./faults.ts";

/** A request as a handler sees it. */
export type Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  /** The text of the body; JSON is for the handler to parse. */
  body: string;
};

/** What was asked, for assertions: never with the headers, which hold keys. */
export type RecordedRequest = {
  method: string;
  path: string;
  /** As it came, with its `?`; empty when there was none. */
  query: string;
  /** The fingerprint of the key or token it came with; null without one. */
  keyFingerprint: string | null;
};

/** May turn a request into a failure, for tests of what happens then. */
export type FaultRule = (asked: RecordedRequest) => Fault | null | undefined;

/** Bodies longer than this are not JSON that anybody means. */
const LONGEST_BODY = 2 ** 20;

/** A server on loopback. */
export type Server = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  origin: string;
  /** Answers a request, also one that came by no connection. Resolves when nothing more will be sent. */
  listener: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Everything that was asked so far, in order. */
  requests: readonly RecordedRequest[];
  /** Replaces the rule by which requests fail; null takes it away. */
  fault(rule: FaultRule | null): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Takes a request over before its body is read, as git needs it; false when the request is not for it. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Listens on a free port of 127.0.0.1 and answers by `handle`, but for what `raw` takes over. */
export async function listen(
  handle: (request: Request) => Answer | Promise<Answer>,
  raw: RawHandler = async () => false,
): Promise<Server> {
  const requests: RecordedRequest[] = [];
  let faults: FaultRule | null = null;

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(`http://sandbox${incoming.url ?? "/"}`);
    const keyFingerprint = computeKeyFingerprint(incoming.headers.authorization);
    const asked = { method: incoming.method ?? "GET", path: url.pathname, query: url.search, keyFingerprint };
    requests.push(asked);
    const fault = faults?.(asked) ?? null;
    const changesAnswer = typeof fault === "function" || fault === "repeat-cursor" || fault === "lost-cursor";
    if (fault !== null && !changesAnswer) return injectFault(response, fault);
    if (await raw(incoming, response)) return;
    if (fault === "repeat-cursor") url.searchParams.delete("after");
    const body = await readBody(incoming);
    const { method, path } = asked;
    const given = await handle({ method, path, query: url.searchParams, headers: incoming.headers, body });
    return changesAnswer ? injectFault(response, fault, given) : send(response, given);
  }

  const listener = async (incoming: IncomingMessage, response: ServerResponse) =>
    await answer(incoming, response).catch((error: unknown) => {
      if (response.headersSent) return void response.destroy();
      const message = error instanceof Error ? `the sandbox failed: ${error.message}` : "the sandbox failed";
      send(response, {
        status: 500,
        body: { message, error: { message, type: "server_error", param: null, code: null } },
      });
    });
  const server = createServer((incoming, response) => void listener(incoming, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  };
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    listener,
    requests,
    fault: (rule) => {
      faults = rule;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** The key or token of a request: of `Bearer …`, `token …`, or the password of `basic …`, as git sends it. */
export function parseAuthorization(authorization: string | undefined): string | null {
  const [, scheme = "", text = ""] = /^(\w+) +(\S+)$/.exec(authorization ?? "") ?? [];
  switch (scheme.toLowerCase()) {
    case "bearer":
    case "token":
      return text;
    case "basic":
      return Buffer.from(text, "base64")
        .toString("utf8")
        .replace(/^[^:]*:/, "");
    default:
      return null;
  }
}

function computeKeyFingerprint(authorization: string | undefined): string | null {
  const key = parseAuthorization(authorization);
  return key === null ? null : computeFingerprint(key);
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new RangeError("the body is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
