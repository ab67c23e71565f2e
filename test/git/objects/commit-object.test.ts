import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessage, splitCommit, splitCommitStream } from "../../../src/git/objects/commit-object.ts";
import { chunks, stream } from "../chunks.ts";

test("a message is what follows the first blank line, and no chunk of it is empty, however the commit is cut", async () => {
  await fc.assert(
    fc.asyncProperty(chunks, async (parts) => {
      const [, ...rest] = Buffer.concat(parts).toString().split("\n\n");
      const found: Uint8Array[] = [];
      for await (const part of readMessage(stream(parts))) found.push(part);
      expect(Buffer.concat(found).toString()).toBe(rest.join("\n\n"));
      expect(found.every(({ length }) => length > 0)).toBe(true);
    }),
  );
});

test("endless headers are cut at the same byte, however the commit is cut", async () => {
  const commit = Buffer.from(`x-note ${"text\n ".repeat(200_000)}\n\nmessage`);
  const { headers, message } = splitCommit(commit);
  expect(headers).toHaveLength(1024 * 1024);
  for (const size of [100_000, 1024 * 1024 - 1, 1024 * 1024, 2_000_000]) {
    const parts = Array.from({ length: Math.ceil(commit.length / size) }, (_, at) =>
      commit.subarray(at * size, (at + 1) * size),
    );
    const streamed = await splitCommitStream(stream(parts));
    const rest: Uint8Array[] = [];
    for await (const part of streamed.message) rest.push(part);
    expect(streamed.headers.equals(headers)).toBe(true);
    expect(Buffer.concat(rest).equals(Buffer.concat(message))).toBe(true);
  }
});
