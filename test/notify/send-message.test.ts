import { describe, expect, test } from "vitest";
import { PrivateText } from "../../src/domain/private-text.ts";
import { computeSignature, type Sending, sendMessage } from "../../src/notify/send-message.ts";
import { TestClock } from "../support/test-clock.ts";
import { startWebhook } from "../support/webhook.ts";

const body = '{"text":"é"}';

function sendTo(url: string, differing: Partial<Sending> & { secret?: string } = {}) {
  const clock = new TestClock();
  const { secret, ...rest } = differing;
  const message = { url: new PrivateText(url), body, secret: secret === undefined ? null : new PrivateText(secret) };
  const sending = { clock, userAgent: "openai-key-guard/0.1.0", resolve: async () => ["203.0.113.7"], ...rest };
  return { clock, result: sendMessage(message, sending) };
}

/** A fetch that fails so often, and counts. */
function failing(error: Error) {
  const calls: string[] = [];
  const send = async (url: unknown) => {
    calls.push(String(url));
    throw error;
  };
  return { calls, fetch: send as typeof fetch };
}

describe("a message", () => {
  test("arrives once, as JSON, with who sent it and a signature of the very bytes", async () => {
    await using hook = await startWebhook();
    expect(await sendTo(hook.url, { secret: "It's a secret" }).result).toBe(null);
    expect(hook.deliveries).toHaveLength(1);
    const [{ headers, body: received } = { headers: {}, body: "" }] = hook.deliveries;
    expect(received).toBe(body);
    expect(headers).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      "user-agent": "openai-key-guard/0.1.0",
      "x-hub-signature-256": computeSignature(new PrivateText("It's a secret"), received),
    });
  });

  test("is not signed where there is nothing to sign it with", async () => {
    await using hook = await startWebhook();
    await sendTo(hook.url).result;
    expect(hook.deliveries[0]?.headers["x-hub-signature-256"]).toBe(undefined);
  });

  test("is signed as GitHub's documentation signs its example", () => {
    expect(computeSignature(new PrivateText("It's a Secret to Everybody"), "Hello, World!")).toBe(
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    );
  });

  test("that is queued has arrived, as far as anybody can know", async () => {
    await using hook = await startWebhook({ status: 202 });
    expect(await sendTo(hook.url).result).toBe(null);
  });
});

describe("a receiver that fails", () => {
  test.each([
    ["refuses the message", { status: 400, body: "invalid_payload" }, { kind: "refused", status: 400 }],
    ["does not know the address", { status: 404, body: "no_service" }, { kind: "unknown-address", status: 404 }],
    ["has closed the channel", { status: 410 }, { kind: "unknown-address", status: 410 }],
    [
      "answers with a redirect",
      { status: 302, headers: { location: "/elsewhere" } },
      { kind: "redirect", status: 302 },
    ],
  ] as const)("and %s is asked once", async (_, answer, failure) => {
    await using hook = await startWebhook(answer);
    expect(await sendTo(hook.url).result).toEqual(failure);
    expect(hook.deliveries).toHaveLength(1);
  });

  test("gets three tries, further apart each time", async () => {
    await using hook = await startWebhook({ status: 503 });
    const { clock, result } = sendTo(hook.url);
    expect(await result).toEqual({ kind: "outage", status: 503 });
    expect(hook.deliveries).toHaveLength(3);
    expect(clock.sleeps).toEqual([1000, 4000]);
  });

  test("and recovers has got the message", async () => {
    await using hook = await startWebhook("reset", { status: 500 }, { status: 200 });
    expect(await sendTo(hook.url).result).toBe(null);
    expect(hook.deliveries).toHaveLength(3);
  });

  test("is waited for as long as it asks, within reason", async () => {
    await using hook = await startWebhook({ status: 429, headers: { "retry-after": "7" } }, { status: 200 });
    const { clock, result } = sendTo(hook.url);
    expect(await result).toBe(null);
    expect(clock.sleeps).toEqual([7000]);
    hook.answers = [{ status: 429, headers: { "retry-after": "3600" } }];
    const late = sendTo(hook.url);
    expect(await late.result).toEqual({ kind: "limited", status: 429 });
    expect(late.clock.sleeps).toEqual([]);
  });

  test("and is not there, or never answers, costs three tries and no more", async () => {
    for (const error of [new TypeError("fetch failed"), new DOMException("timed out", "TimeoutError")]) {
      const { calls, fetch } = failing(error);
      expect(await sendTo("https://hooks.example/x", { fetch }).result).toEqual({ kind: "no-answer" });
      expect(calls).toHaveLength(3);
    }
  });

  test("and never answers is given up after ten seconds each time: its host may be as slow", async () => {
    const limits: number[] = [];
    const endAfter = (milliseconds: number) => {
      limits.push(milliseconds);
      return AbortSignal.abort(new DOMException("timed out", "TimeoutError"));
    };
    await using hook = await startWebhook("silent");
    const { clock, result } = sendTo(hook.url, { endAfter });
    expect(await result).toEqual({ kind: "no-answer" });
    expect({ limits, waits: clock.sleeps }).toEqual({ limits: [10_000, 10_000, 10_000], waits: [1000, 4000] });
    // Nobody says where the host is, and that hangs too.
    const ended = new AbortController();
    const ends = [ended.signal];
    const resolve = async () => {
      ended.abort();
      return await new Promise<never>(() => {});
    };
    const { calls, fetch } = failing(new TypeError("fetch failed"));
    const slow = sendTo("https://hooks.example/x", { resolve, fetch, endAfter: () => ends.pop() ?? endAfter(1) });
    expect(await slow.result).toEqual({ kind: "no-answer" });
    expect(calls).toHaveLength(3);
  });

  test("by pieces has its say: the rest of an answer is not waited for", async () => {
    let isCancelled = false;
    const drip = new ReadableStream({
      cancel: () => {
        isCancelled = true;
      },
    });
    const fetch = async () => new Response(drip, { status: 200 });
    expect(await sendTo("https://hooks.example/x", { fetch: fetch as typeof globalThis.fetch }).result).toBe(null);
    expect(isCancelled).toBe(true);
  });
});

describe("a private address", () => {
  test.each([
    "10.1.2.3",
    "192.168.0.9",
    "169.254.169.254",
    "127.0.0.1",
    "fd00::1",
    "fe80::1",
    "::ffff:10.0.0.1",
    "::1",
    "::7f00:1",
    "64:ff9b::7f00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "fec0::1",
  ])("that a host leads to is sent nothing: %s", async (address) => {
    const { calls, fetch } = failing(new Error("sent"));
    const resolve = async () => ["203.0.113.7", address];
    expect(await sendTo("https://hooks.example/x", { fetch, resolve }).result).toEqual({ kind: "private-address" });
    expect(calls).toEqual([]);
  });

  test.each([
    "203.0.113.7",
    "2606:4700::1111",
    "::ffff:203.0.113.7",
    "64:ff9b::203.0.113.7",
  ])("is not taken for one: %s", async (address) => {
    const { calls, fetch } = failing(new Error("sent"));
    await sendTo("https://hooks.example/x", { fetch, resolve: async () => [address] }).result;
    expect(calls).toHaveLength(3);
  });

  test("that stands in the address itself is sent nothing", async () => {
    const { calls, fetch } = failing(new Error("sent"));
    for (const url of ["https://10.0.0.1/x", "https://[fd00::1]/x", "https://0x7f.1/x", "https://127.1/x"]) {
      // Node resolves an address to itself.
      const resolve = async (host: string) => [host];
      const { result } = sendTo(url, { fetch, resolve });
      const isLoopback = new URL(url).hostname === "127.0.0.1";
      expect(await result, url).toEqual({ kind: isLoopback ? "no-answer" : "private-address" });
    }
    expect(calls).toHaveLength(6);
  });

  test("is not supposed of a host that only a proxy can resolve", async () => {
    const resolve = async () => {
      throw new Error("ENOTFOUND");
    };
    const { calls, fetch } = failing(new Error("sent"));
    expect(await sendTo("https://hooks.example/x", { fetch, resolve }).result).toEqual({ kind: "no-answer" });
    expect(calls).toHaveLength(3);
  });
});
