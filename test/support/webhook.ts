import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that a receiver of webhooks got. */
export type Delivery = { headers: IncomingHttpHeaders; body: string };

/** How a receiver answers; `silent` never does. */
export type WebhookAnswer = { status: number; headers?: Record<string, string>; body?: string } | "silent" | "reset";

/** A receiver of webhooks on this machine. `answers` are given one after the other, and the last one from then on. */
export class WebhookReceiver implements AsyncDisposable {
  readonly deliveries: Delivery[] = [];
  answers: WebhookAnswer[] = [{ status: 200, body: "ok" }];
  readonly #server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += String(chunk);
    this.deliveries.push({ headers: request.headers, body });
    const answer = (this.answers.length > 1 ? this.answers.shift() : this.answers[0]) ?? "silent";
    if (answer === "silent") return;
    if (answer === "reset") return void request.socket.destroy();
    response.writeHead(answer.status, answer.headers ?? {}).end(answer.body ?? "");
  });

  /** Its address: with a token in it, as real ones have. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hooks/T0SECRETTOKEN`;
  }

  /** The messages, parsed. */
  get messages(): readonly unknown[] {
    return this.deliveries.map(({ body }) => JSON.parse(body) as unknown);
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => void this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => void this.#server.close(resolve));
  }
}

/** Starts one. */
export async function startWebhook(...answers: WebhookAnswer[]): Promise<WebhookReceiver> {
  const receiver = await new WebhookReceiver().listen();
  if (answers.length > 0) receiver.answers = answers;
  return receiver;
}
