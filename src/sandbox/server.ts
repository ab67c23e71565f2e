import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { computeFingerprint } from "../domain/secret.ts";
import { type Answer, send } from "./answer.ts";
import { type Fault, sendFault } from "./faults.ts";

/** A request as a handler sees it. */
export type Request = {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  /** The text of the body; JSON is for the handler to parse. */
  body: string;
};

/** A request as it is recorded for assertions: without its headers, which hold keys. */
export type RecordedRequest = {
  method: string;
  path: string;
  /** The query string with its `?`; empty when there was none. */
  query: string;
  /** The fingerprint of the key or token it was sent with; null without one. */
  keyFingerprint: string | null;
};

/** Decides which requests fail, and how. */
export type FaultRule = (request: RecordedRequest) => Fault | null | undefined;

/** The longest body that is read, in bytes: a SARIF file of the largest size in base64 is a little smaller. */
const LONGEST_BODY = 2 ** 24;

/** A server on loopback. */
export type Server = {
  /** `http://127.0.0.1:…`, without a slash at the end. */
  origin: string;
  /** Answers a request, also one that came by no connection. Resolves when nothing more will be sent. */
  listener: (incoming: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** All requests so far, in order. */
  requests: readonly RecordedRequest[];
  /** Replaces the rule by which requests fail; null removes it. */
  fault(rule: FaultRule | null): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Answers a request to the API. */
export type Handler = (request: Request) => Answer | Promise<Answer>;

/** Answers a request before its body is read, as git needs it; false when the request is not for it. */
export type RawHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Listens on a free port of 127.0.0.1. Requests that `raw` does not answer go to `handle`. */
export async function listen(handle: Handler, raw: RawHandler = async () => false): Promise<Server> {
  const requests: RecordedRequest[] = [];
  let faultRule: FaultRule | null = null;
  const answer: Server["listener"] = async (incoming, response) => {
    const url = new URL(`http://sandbox${incoming.url ?? "/"}`);
    const keyFingerprint = computeKeyFingerprint(incoming.headers.authorization);
    const request = { method: incoming.method ?? "GET", path: url.pathname, query: url.search, keyFingerprint };
    requests.push(request);
    await answerRequest({ incoming, response, url, fault: faultRule?.(request) ?? null }, handle, raw);
  };
  const listener: Server["listener"] = (incoming, response) =>
    answer(incoming, response).catch((error: unknown) => sendFailure(response, error));
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
      faultRule = rule;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A request that has come in, and the fault that its answer is to have. */
type Exchange = { incoming: IncomingMessage; response: ServerResponse; url: URL; fault: Fault | null };

/** Faults of requests that are carried out all the same. */
const AFTER_ANSWER: readonly unknown[] = ["repeat-cursor", "lost-cursor", "lost-answer"] satisfies Fault[];

async function answerRequest(exchange: Exchange, handle: Handler, raw: RawHandler): Promise<void> {
  const { incoming, response, url, fault } = exchange;
  const isAnswered = typeof fault === "function" || AFTER_ANSWER.includes(fault);
  if (fault !== null && !isAnswered) return sendFault(response, fault);
  if (await raw(incoming, response)) return;
  const query = new URLSearchParams(url.searchParams);
  if (fault === "repeat-cursor") query.delete("after");
  const { method = "GET", headers } = incoming;
  const answer = await handle({ method, path: url.pathname, query, headers, body: await readBody(incoming) });
  return fault === null ? send(response, answer) : sendFault(response, fault, answer);
}

/** Answers 500 in a form that the clients of both services can read. */
function sendFailure(response: ServerResponse, error: unknown): void {
  if (response.headersSent) return void response.destroy();
  const message = error instanceof Error ? `the sandbox failed: ${error.message}` : "the sandbox failed";
  send(response, { status: 500, body: { message, error: { message, type: "server_error", param: null, code: null } } });
}

/** Parses the key or token out of `Bearer …`, `token …`, or (from git) the password of `basic …`. */
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
