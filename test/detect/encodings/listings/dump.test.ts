import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { foundAnywhere } from "../../found.ts";

const hex = (byte: number) => byte.toString(16).padStart(2, "0");
const offset = (place: number, width: number, base = 16) => place.toString(base).padStart(width, "0");
const text = (row: Buffer) => row.toString("latin1").replaceAll(/[^ -~]/g, ".");
const pairs = (row: Buffer) => Array.from(row, (byte, index) => hex(byte) + (index % 2 === 1 ? " " : "")).join("");
const spaced = (row: Buffer) => Array.from(row, (byte, index) => hex(byte) + (index === 7 ? "  " : " ")).join("");
const words = (row: Buffer) =>
  (row.toString("hex").match(/..../g) ?? []).map((word) => word.slice(2) + word.slice(0, 2));
const letters = (row: Buffer) =>
  Array.from(row, (byte) => (byte === 10 ? "\\n" : String.fromCharCode(byte)).padStart(3)).join(" ");

const LAYOUTS: readonly (readonly [string, number, (row: Buffer, place: number) => string])[] = [
  ["curl --trace", 16, (row, at) => `${offset(at, 4)}: ${Array.from(row, hex).join(" ").padEnd(48)}${text(row)}`],
  ["curl --trace-ascii", 64, (row, at) => `${offset(at, 4)}: ${text(row)}`],
  ["xxd", 16, (row, at) => `${offset(at, 8)}: ${pairs(row).padEnd(40)} ${text(row)}`],
  ["xxd -c 7 -u", 7, (row, at) => `${offset(at, 8)}: ${pairs(row).toUpperCase().padEnd(18)} ${text(row)}`],
  ["hexdump -C", 16, (row, at) => `${offset(at, 8)}  ${spaced(row).padEnd(50)}|${text(row)}|`],
  ["hexdump", 16, (row, at) => `${offset(at, 7)} ${words(row).join(" ")}`],
  ["od -x", 16, (row, at) => `${offset(at, 7, 8)} ${words(row).join(" ")}`],
  ["od -t x1z", 16, (row, at) => `${offset(at, 6)} ${Array.from(row, hex).join(" ").padEnd(48)} >${text(row)}<`],
  ["od -c", 16, (row, at) => `${offset(at, 7, 8)} ${letters(row)}`],
  ["od -b", 16, (row, at) => `${offset(at, 7, 8)} ${Array.from(row, (b) => offset(b, 3, 8)).join(" ")}`],
  ["od -t u1", 16, (row, at) => `${offset(at, 7, 8)} ${Array.from(row, (b) => `${b}`.padStart(3)).join(" ")}`],
  ["od -An -t u1", 16, (row) => ` ${Array.from(row, (b) => `${b}`.padStart(3)).join(" ")}`],
  ["od -t d1", 16, (row, at) => `${offset(at, 7, 8)} ${Array.from(row, (b) => `${b}`.padStart(4)).join(" ")}`],
  ["xxd -b", 6, (row, at) => `${offset(at, 8)}: ${Array.from(row, (b) => offset(b, 8, 2)).join(" ")}  ${text(row)}`],
  ["tcpdump -X", 16, (row, at) => `\t0x${offset(at, 4)}:  ${pairs(row).padEnd(41)} ${text(row)}`],
  ["tcpdump -x", 16, (row, at) => `\t0x${offset(at, 4)}:  ${pairs(row).trimEnd()}`],
  [
    "a debugger",
    8,
    (row, at) => `0x7ffe${offset(at, 4)} <b+${at}>:\t${Array.from(row, (b) => `0x${hex(b)}`).join("\t")}`,
  ],
  ["a log", 16, (row, at) => `web | 10:00:00 ${offset(at, 8)}  ${spaced(row).padEnd(50)}|${text(row)}|`],
  ["an array", 8, (row) => `  ${Array.from(row, (byte) => `0x${hex(byte)}`).join(", ")}, // ${text(row)}`],
  ["a registry file", 25, (row) => `  ${Array.from(row, hex).join(",")},\\`],
];

describe("a key is found as certain in a dump, wherever its lines end:", () => {
  test.each(LAYOUTS)("%s", async (_, width, write) => {
    for (const key of [createFakeKey("project", "1"), createFakeKey("user", "2")]) {
      for (const lead of [0, 3, 9]) {
        const data = Buffer.from(`${"x".repeat(lead)}POST /\nAuthorization: Bearer ${key}\n\n`);
        const even = Buffer.concat([data, Buffer.alloc(data.length % 2, 10)]);
        let dump = "";
        for (let at = 0; at < even.length; at += width) dump += `${write(even.subarray(at, at + width), at)}\n`;
        expect(await foundAnywhere(`=> Send header\n${dump}== Info\n`)).toMatchObject([
          { text: key, confidence: "certain" },
        ]);
      }
    }
  });
});

test("both keys of a line are found, once each, though half a marker stands between them", async () => {
  const keys = ["a", "b"].map((seed) => createFakeKey("user", seed));
  const half = ["T3B", "T3"].join(" ");
  const data = Buffer.from(
    keys
      .map((key) => `${"y".repeat(40)} ${half} ${key} ${half} `)
      .join("")
      .repeat(2),
  );
  const rows = Array.from({ length: Math.ceil(data.length / 150) }, (_, row) =>
    data.subarray(150 * row).subarray(0, 150),
  );
  const dump = rows.map((row, at) => `${offset(150 * at, 8)}: ${Array.from(row, hex).join(" ")}\n`).join("");
  const hits = await foundAnywhere(dump);
  expect(hits.map((hit) => hit.text)).toEqual([...keys, ...keys]);
  expect(hits.map((hit) => hit.offset)).toEqual(hits.map((hit) => hit.offset).toSorted((a, b) => a - b));
});

test("a dump of the name of the marker is no key", async () => {
  const data = Buffer.from(`the name is ${["T3Blbk", "FJ"].join("")} and no more of it`);
  const rows = Array.from(
    { length: 3 },
    (_, row) => `${offset(16 * row, 8)}: ${pairs(data.subarray(16 * row, 16 * row + 16))}`,
  );
  expect(await foundAnywhere(`${rows.join("\n")}\n`)).toEqual([]);
});
