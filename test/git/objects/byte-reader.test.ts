import fc from "fast-check";
import { expect, test } from "vitest";
import { ByteReader } from "../../../src/git/objects/byte-reader.ts";
import { chunks, stream } from "../chunks.ts";

test("a line, a number of bytes and the rest are read as they stand, however the stream is cut", async () => {
  await fc.assert(
    fc.asyncProperty(chunks, fc.nat({ max: 10 }), async (parts, size) => {
      const whole = Buffer.concat([Buffer.from("line\n"), ...parts]);
      const reader = new ByteReader(stream([Buffer.from("li"), Buffer.from("ne\n"), ...parts]));
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
