import { PassThrough, Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pipeTo, splitLines, splitTokens } from "../../src/git/process-streams.ts";
import { chunks, stream } from "./chunks.ts";

describe("however a stream is cut into chunks", () => {
  test("tokens are what stands before each NUL", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const tokens: string[] = [];
        for await (const token of splitTokens(stream(parts))) tokens.push(token);
        expect(tokens).toEqual(Buffer.concat(parts).toString().split("\0").slice(0, -1));
      }),
    );
  });

  test("lines are what stands before each line feed", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const lines: string[] = [];
        for await (const batch of splitLines(stream(parts))) lines.push(...batch);
        expect(lines).toEqual(Buffer.concat(parts).toString("latin1").split("\n").slice(0, -1));
      }),
    );
  });
});

describe("a process that reads slowly", () => {
  test("gets no more than it has room for", async () => {
    let pulled = 0;
    async function* endless() {
      for (;;) {
        pulled += 1;
        yield Buffer.alloc(1000);
      }
    }
    const input = new PassThrough({ highWaterMark: 5000 });
    const piping = pipeTo(endless(), input);
    for (let turn = 0; turn < 100; turn += 1) await setImmediate();
    expect(pulled).toBeLessThan(20);
    input.destroy();
    await piping;
  });

  test("gets all of it, and then its end", async () => {
    const parts: Buffer[] = [];
    const input = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        parts.push(chunk);
        process.nextTick(done);
      },
    });
    const finished = new Promise((resolve) => input.on("finish", resolve));
    const all = Array.from({ length: 20 }, (_, n) => Buffer.from(`${n},`));
    await pipeTo(stream(all), input);
    await finished;
    expect(Buffer.concat(parts)).toEqual(Buffer.concat(all));
  });
});
