import { brotliCompressSync, constants } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isBrotliText } from "../../../../src/detect/archives/compressed/brotli-start.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { effort } from "../../../support/effort.ts";
import { foundAnywhere } from "../../found.ts";

const key = createFakeKey("project", "brotli");
const page = `const key = "${key}";\n${Array.from({ length: 300 }, (_, at) => `function f${at}() { return ${(at * at) % 977}; }`).join("\n")}`;

test.each([1, 5, 11])("a key in a page that is packed by brotli, quality %i, is found", async (quality) => {
  for (const window of [10, 16, 22, 24]) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: window };
    const bytes = brotliCompressSync(page, { params });
    expect(await foundAnywhere(bytes, [300])).toMatchObject([{ text: key, member: "(brotli)" }]);
  }
});

test("hardly any other bytes are taken for brotli: the format has no magic", () => {
  const numRuns = effort(300, 4000);
  const samples = fc.sample(fc.uint8Array({ minLength: 48, maxLength: 512 }), { numRuns });
  const taken = samples.filter((bytes) => isBrotliText(Buffer.from(bytes)));
  expect(taken.length).toBeLessThanOrEqual(numRuns / 1000 + 1);
});
