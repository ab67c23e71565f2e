import type { ServerResponse } from "node:http";

/** An answer: a status, headers, and a body that is sent as JSON unless it is a string. */
export type Answer = { status: number; headers?: Record<string, string>; body?: unknown };

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers = {}, body }: Answer): void {
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(text);
}
