import fc from "fast-check";
import { expect, test } from "vitest";
import { readMessage } from "../../../src/git/objects/commit-object.ts";
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
