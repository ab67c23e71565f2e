import type { ServerResponse } from "node:http";
import { type Answer, send } from "./answer.ts";

/** How a request can go wrong. An `Answer` is sent in place of the real one; a function changes the real one. */
export type Fault =
  | Answer
  | ((real: Answer) => Answer)
  /** No answer, ever. */
  | "hang"
  /** The connection is reset before an answer. */
  | "reset"
  /** The request is carried out, and the connection is reset before the answer. */
  | "lost-answer"
  /** The answer breaks off within its body. */
  | "cut-off"
  /** The answer begins and does not go on: headers and a part of the body. */
  | "stall"
  /** 200, with JSON that is broken. */
  | "truncated"
  /** 200, with the page of a proxy that wants a login. */
  | "html"
  /** 200, with `{}`. */
  | "empty"
  /** 302 to an address of this server that no client should follow. */
  | "redirect"
  /** The first page for every cursor, always with `has_more`. */
  | "repeat-cursor"
  /** A page with `has_more` and without the cursor of the next one. */
  | "lost-cursor";

/** The path that "redirect" leads to: no request for it should be in `requests`. */
export const ELSEWHERE = "/elsewhere";

const BROKEN = '{"object": "list", "data": [{"id": "key_';

/** Sends an answer with this fault. `real` is the answer that paging faults and functions change. */
export function sendFault(response: ServerResponse, fault: Fault, real: Answer = { status: 200 }): void {
  if (typeof fault === "function") return send(response, fault(real));
  if (typeof fault === "object") return send(response, fault);
  switch (fault) {
    case "hang":
      return;
    case "reset":
    case "lost-answer":
      return void response.socket?.resetAndDestroy();
    case "cut-off":
      response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
      return void response.write(BROKEN, () => response.destroy());
    case "stall":
      response.writeHead(200, { "content-type": "application/json", "content-length": 1000 });
      return void response.write(BROKEN);
    case "truncated":
      return send(response, { status: 200, body: BROKEN });
    case "html":
      return send(response, { status: 200, headers: { "content-type": "text/html" }, body: "<html>Sign in</html>" });
    case "empty":
      return send(response, { status: 200, body: {} });
    case "redirect":
      return send(response, { status: 302, headers: { location: ELSEWHERE } });
    case "repeat-cursor":
      return send(response, { ...real, body: { ...(real.body as object), has_more: true } });
    case "lost-cursor":
      return send(response, { ...real, body: { ...(real.body as object), has_more: true, last_id: undefined } });
    default:
      return fault satisfies never;
  }
}
