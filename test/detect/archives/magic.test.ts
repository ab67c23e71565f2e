import { gzipSync, zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { identifyArchive, MAGIC_LENGTH } from "../../../src/detect/archives/open-archive.ts";
import { zip } from "../../support/zip.ts";
import { pdfPage, tarHeader } from "./pack.ts";

const files = [{ name: "a.txt", content: "hello" }];
const hex = (digits: string) => Buffer.concat([Buffer.from(digits, "hex"), Buffer.alloc(600)]);

describe("an archive is identified by its first bytes:", () => {
  test.each([
    ["gzip", gzipSync("hello")],
    ["zip", zip(files)],
    ["zip", zip([{ name: "a", content: "stored", method: "store", flags: 8 }])],
    ["zip", zip(files, { prefix: "#!/usr/bin/env python3\n" })],
    ["zip", Buffer.concat([Buffer.from("PK00"), zip(files)])],
    ["pdf", pdfPage("")],
    ["pdf", Buffer.from("\ufeff%PDF-2.0\n")],
    ["tar", tarHeader({ name: "a" })],
    ["tar", tarHeader({ magic: "ustar  \0" })],
    ["tar", tarHeader({ magic: "" })],
    ["zstd", zstdCompressSync("hello")],
    ["bzip2", hex("425a6839314159265359")],
    ["bzip2", hex("425a6831177245385090")],
    ["xz", hex("fd377a585a000004")],
    ["7-Zip", hex("377abcaf271c0004")],
    ["RAR", hex("526172211a0700cf")],
    ["RAR", hex("526172211a070100")],
  ])("a %s", (kind, bytes) => {
    expect(identifyArchive(bytes.subarray(0, MAGIC_LENGTH))).toBe(kind);
    expect(identifyArchive(bytes)).toBe(kind);
  });
});

describe("nothing else is taken for an archive:", () => {
  test.each([
    ["nothing", ""],
    ["a text that speaks of one", "PK is how a zip begins, and %PDF-1.7 how a PDF does\n".repeat(20)],
    ["a text that begins as one", "%PDF is short for\n".repeat(40)],
    ["a text that begins as another", "BZh9 is not enough\n".repeat(40)],
    ["a script", "#!/bin/sh\nexit 0\n".repeat(40)],
    ["zeros", "\0".repeat(1024)],
    ["a column of numbers", "0000644 ".repeat(80)],
    ["a zip without files", zip([])],
  ])("%s", (_, bytes) => {
    expect(identifyArchive(Buffer.from(bytes))).toBeNull();
  });

  test("a table of signatures, in which another follows that of 7-Zip", () => {
    expect(identifyArchive(hex("377abcaf271c06526172211a07"))).not.toBe("7-Zip");
  });

  test("any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 200, maxLength: 900 }), (text) => {
        expect(identifyArchive(Buffer.from(text).subarray(0, MAGIC_LENGTH))).toBeNull();
      }),
      { numRuns: 300 },
    );
  });

  test("a tar header of which one byte is wrong", () => {
    fc.assert(
      fc.property(fc.nat(499), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const header = tarHeader({ name: "src/index.ts", size: 1234 });
        header[at] = ((header[at] ?? 0) + by) % 256;
        // A blank before a number, or a zero behind it, changes the sum and nothing else; the sum is then wrong.
        expect(identifyArchive(header) === "tar").toBe(at >= 148 && at < 156 && sumIs(header));
      }),
      { numRuns: 500 },
    );
  });
});

/** Whether the field of the checksum still says the same number, though written otherwise. */
function sumIs(header: Buffer): boolean {
  const field = header.toString("latin1", 148, 156);
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return /^[ \0]*[0-7]+[ \0]*$/.test(field) && Number.parseInt(field.replaceAll(/[ \0]/g, ""), 8) === sum;
}
