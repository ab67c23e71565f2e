import { PassThrough, Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteReader } from "../../src/git/objects/byte-reader.ts";
import { readMessage } from "../../src/git/objects/commit-object.ts";
import { pipeTo, splitTokens } from "../../src/git/process-streams.ts";
import { parseCommitMetadata } from "../../src/sources/locate/commit-metadata.ts";
import { bytesOf } from "../sources/needles.ts";

const chunks = fc.array(
  fc
    .string({ unit: fc.constantFrom("a", "\n", "\0", "é"), minLength: 1, maxLength: 6 })
    .map((text) => Buffer.from(text)),
  { maxLength: 12 },
);

async function* streamed(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}

describe("however a stream is cut into chunks", () => {
  test("a message is what follows the first blank line, and no chunk of it is empty", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const [, ...rest] = Buffer.concat(parts).toString().split("\n\n");
        const found: Uint8Array[] = [];
        for await (const part of readMessage(streamed(parts))) found.push(part);
        expect(Buffer.concat(found).toString()).toBe(rest.join("\n\n"));
        expect(found.every(({ length }) => length > 0)).toBe(true);
      }),
    );
  });

  test("tokens are what stands before each NUL", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, async (parts) => {
        const tokens: string[] = [];
        for await (const token of splitTokens(streamed(parts))) tokens.push(token);
        expect(tokens).toEqual(Buffer.concat(parts).toString().split("\0").slice(0, -1));
      }),
    );
  });

  test("a line, a number of bytes and the rest are read as they stand", async () => {
    await fc.assert(
      fc.asyncProperty(chunks, fc.nat({ max: 10 }), async (parts, size) => {
        const whole = Buffer.concat([Buffer.from("line\n"), ...parts]);
        const reader = new ByteReader(streamed([Buffer.from("li"), Buffer.from("ne\n"), ...parts]));
        expect(await reader.readLine()).toBe("line");
        const exact = await reader.readExactly(size);
        expect(exact).toEqual(whole.length - 5 >= size ? whole.subarray(5, 5 + size) : null);
        if (exact === null) return;
        const rest: Buffer[] = [];
        for (let part = await reader.readSome(3); part.length > 0; part = await reader.readSome(3)) rest.push(part);
        expect(Buffer.concat(rest)).toEqual(whole.subarray(5 + size));
        expect(await reader.readLine()).toBeNull();
      }),
    );
  });
});

describe("a process that reads slowly", () => {
  test("is not fed faster than it reads", async () => {
    let pulled = 0;
    async function* endless() {
      for (;;) {
        pulled += 1;
        yield Buffer.alloc(1000);
      }
    }
    const input = new PassThrough({ highWaterMark: 5000 });
    const feeding = pipeTo(endless(), input);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pulled).toBeLessThan(20);
    input.destroy();
    await feeding;
  });

  test("gets all of it, and then its end", async () => {
    const parts: Buffer[] = [];
    const input = new Writable({
      highWaterMark: 1,
      write(chunk: Buffer, _encoding, done) {
        parts.push(chunk);
        setTimeout(done, 1);
      },
    });
    const ended = new Promise((resolve) => input.on("finish", resolve));
    const all = Array.from({ length: 20 }, (_, n) => Buffer.from(`${n},`));
    await pipeTo(streamed(all), input);
    await ended;
    expect(await bytesOf(parts)).toEqual(Buffer.concat(all));
  });
});

describe("the making of a commit", () => {
  test("is the author's name and the committer's time", () => {
    const made = parseCommitMetadata(
      commit("author Ada Lovelace <a@x> 1 +0000", "committer Grace <g@x> 1700000000 +0230"),
    );
    expect(made).toEqual({ author: "Ada Lovelace", at: new Date(1_700_000_000_000) });
  });

  test.each([
    [["author  <> 1 +0000", "committer <> x +0000"]],
    [[]],
    [["author", "committer Grace <g@x> 99999999999999999999 +0000"]],
    [["encoding nonsense", "author <a> 1 +0000"]],
  ])("is unknown where the headers do not say: %j", (headers) => {
    expect(parseCommitMetadata(commit(...headers))).toEqual({ author: null, at: null });
  });
});

function commit(...headers: string[]): Buffer {
  return Buffer.from(["tree 1", ...headers, "", "author Eve <e> 5 +0000"].join("\n"));
}
