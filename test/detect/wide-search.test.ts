import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { foundAnywhere } from "./found.ts";

const key = createFakeKey("project", "wide");
const base64 = Buffer.from(key).toString("base64");
const packed = gzipSync(`OPENAI_API_KEY=${key}\n`).toString("base64");

const points = (text: string) =>
  Buffer.from(Uint32Array.from(text, (character) => character.codePointAt(0) ?? 0).buffer);
const WAYS = [
  ["UTF-16, as PowerShell writes it", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"), 2],
  ["UTF-16, big-endian", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(), 2],
  ["UTF-16 without a mark", (text: string) => Buffer.from(text, "utf16le"), 2],
  ["UTF-32", (text: string) => points(`\ufeff${text}`), 4],
  ["UTF-32, big-endian, without a mark", (text: string) => points(text).swap32(), 4],
] as const;

describe.each(WAYS)("in %s a key is found", (_, write, width) => {
  test.each([
    ["in base64", `data:\n  é: ${base64}\r\n`, base64, "base64"],
    ["in pieces", `KEY = "${key.slice(0, 60)}" +\r\n  "${key.slice(60)}"\r\n`, key.slice(0, 60), "split"],
    ["packed", `data:\r\n  release: ${packed}\r\n`, packed.slice(0, 20), "base64"],
  ])("%s", async (_, text, start, encoding) => {
    const bytes = write(text);
    for (const sizes of [[], [701]]) {
      const hits = await foundAnywhere(bytes, sizes);
      expect(hits).toMatchObject([
        { text: key, encoding, offset: bytes.indexOf(write(start).subarray(write("").length)) },
      ]);
      expect((hits[0]?.length ?? 1) % width).toBe(0);
    }
  });

  test("once where it is written plainly", async () => {
    expect(await foundAnywhere(write(`KEY=${key}\r\n`))).toHaveLength(1);
  });
});

test("a key in UTF-32 is found once, behind a text in UTF-16 and wherever it begins", async () => {
  for (const written of [points(key), points(key).swap32()]) {
    for (const between of ["", "\n", "\n\n", "\n\n\n"]) {
      const bytes = Buffer.concat([
        Buffer.from("ab", "utf16le"),
        Buffer.from(between),
        written,
        Buffer.from("\xe9\xe9"),
      ]);
      expect(await foundAnywhere(bytes)).toMatchObject([{ text: key, encoding: "utf-32" }]);
    }
  }
});

test("a key in the other byte order is found once, and not with what stands behind it", async () => {
  const written = Buffer.from(key, "utf16le").swap16();
  for (const between of ["", "\n"]) {
    const bytes = Buffer.concat([Buffer.from("ab", "utf16le"), Buffer.from(`\n${between}`), written]);
    const text = Buffer.concat([bytes, Buffer.from("\n\nconst a = 1;\nT\0e\0x\0t\0\n")]);
    expect(await foundAnywhere(text)).toMatchObject([{ text: key, encoding: "utf-16" }]);
  }
});

test("a key in base64 of UTF-16, as PowerShell takes commands, is found in a text of UTF-16", async () => {
  const command = Buffer.from(`$env:KEY='${key}'`, "utf16le").toString("base64");
  const bytes = Buffer.from(`\ufeffpowershell -enc ${command}\r\n`, "utf16le");
  expect(await foundAnywhere(bytes)).toMatchObject([{ text: key, encoding: "base64" }]);
});

test("a text in UTF-16 whose mark is followed by a zero is not one in UTF-32", async () => {
  const bytes = Buffer.from(`\ufeff\0\u0001\u0002data: ${base64}\n`, "utf16le");
  expect(await foundAnywhere(bytes)).toMatchObject([{ text: key, encoding: "base64" }]);
});
