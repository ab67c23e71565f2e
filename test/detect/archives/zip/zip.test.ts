import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { type ZipFile, zip } from "../../../support/zip.ts";
import { openAll } from "../open-all.ts";

const two: readonly ZipFile[] = [
  { name: "a.txt", content: "first" },
  { name: "b.txt", content: "second ".repeat(20_000) },
];
const textsOf = (members: readonly { text: string }[]) => members.map(({ text }) => text);
const all = two.map(({ content }) => content);

describe("a zip is opened", () => {
  test.each([
    ["behind the line that makes it a program", zip(two, { prefix: "#!/usr/bin/env python3\n" })],
    ["with a comment", zip(two, { comment: "PK is how it begins" })],
    ["with bytes behind its end", Buffer.concat([zip(two), Buffer.alloc(70_000, "x")])],
    ["whose sizes follow the files", zip(two.map((file) => ({ ...file, flags: 8 })))],
    ["whose sizes are in the fields of zip64", zip(two.map((file) => ({ ...file, zip64: true })))],
    ["that says other unpacked sizes", zip(two.map((file) => ({ ...file, lie: { unpacked: 1 } })))],
    ["that says larger packed sizes", zip(two.map((file) => ({ ...file, lie: { size: 1 << 29 } })))],
  ])("%s", async (_, bytes) => {
    const { members, unread } = await openAll(bytes, { size: 4000 });
    expect(textsOf(members)).toEqual(all);
    expect(unread).toEqual([]);
  });

  test("in the order of its bytes, whatever the order of its directory", async () => {
    const plain = zip(two.map((file) => ({ ...file, name: "n" })));
    const list = plain.indexOf(Buffer.from("PK\x01\x02", "latin1"));
    const length = 46 + 1;
    const turned = Buffer.concat([
      plain.subarray(0, list),
      plain.subarray(list + length, list + 2 * length),
      plain.subarray(list, list + length),
      plain.subarray(list + 2 * length),
    ]);
    expect(textsOf((await openAll(turned)).members)).toEqual(all);
  });

  test.each([
    ["../../etc/passwd", "../../etc/passwd"],
    ["/etc/passwd", "/etc/passwd"],
    ["C:\\x", "C:/x"],
    [Buffer.from([0x81]), "ü"],
    ["é".repeat(600), `${"é".repeat(300)}…`],
  ])("with the name %s, which is never a path on this machine", async (name, shown) => {
    const { members } = await openAll(zip([{ name, content: "a", flags: typeof name === "string" ? 0x800 : 0 }]));
    expect(members).toEqual([{ name: shown, text: "a" }]);
  });
});

describe("what cannot be read of a zip is reported, and the rest is read:", () => {
  const last = { name: "z", content: "last" };
  test.each<[string, readonly ZipFile[], string]>([
    [
      "a locked file",
      [{ name: "x", content: "x", flags: 1, lie: { checksum: 9 } }, last],
      "a part of it is locked with a password",
    ],
    [
      "a file packed otherwise",
      [{ name: "x", content: "x", method: 12 }, last],
      "a part of it is packed in a way that cannot be unpacked here",
    ],
    [
      "a wrong checksum",
      [{ name: "x", content: "last", lie: { checksum: 1 } }],
      "a part of it is damaged or cut short",
    ],
    [
      "a place where no file is",
      [{ name: "x", content: "x", lie: { at: 7 } }, last],
      "a part of it is damaged or cut short",
    ],
    [
      "a place far away",
      [last, { name: "x", content: "x", lie: { at: 1 << 30 } }],
      "a part of it is damaged or cut short",
    ],
  ])("%s", async (_, files, why) => {
    const { members, unread } = await openAll(zip(files));
    expect(textsOf(members)).toContain("last");
    expect(unread).toEqual([why]);
  });

  test("a directory that counts too few files", async () => {
    const { members, unread } = await openAll(zip(two, { count: 1 }));
    expect(textsOf(members)).toEqual(all);
    expect(unread).toEqual(["its list of files is damaged or cut short"]);
  });

  test.each([
    ["says too many", zip(two, { count: 9 })],
    ["breaks off", zip(two).subarray(0, -30)],
  ])("a directory that %s", async (_, bytes) => {
    expect((await openAll(bytes)).unread).toEqual(["its list of files is damaged or cut short"]);
  });

  test("damage in the middle of a file: what stands before it is read", async () => {
    const noise = Array.from({ length: 60_000 }, (_, at) => (at * 7919 * at) % 9973).join(" ");
    const bytes = zip([{ name: "x", content: noise }, last]);
    bytes.fill(0xff, 80_000, 80_050);
    const { members, unread } = await openAll(bytes);
    expect(members[0]?.text.length).toBeGreaterThan(50_000);
    expect(noise.startsWith(members[0]?.text.slice(0, 50_000) ?? "?")).toBe(true);
    expect(members[1]).toEqual({ name: "z", text: "last" });
    expect(unread).toEqual(["a part of it is damaged or cut short"]);
  });
});

const hasZip = (() => {
  try {
    return execFileSync("zip", ["-v"]).length > 0;
  } catch {
    return false;
  }
})();

describe.runIf(hasZip)("what the zip program packs", () => {
  test.each([
    ["packed", ["-9"], "hello "],
    ["stored", ["-0"], "hello "],
    ["as a stream", ["-fd"], "hello "],
    ["locked", ["-P", "secret"], null],
    ["by bzip2", ["-Z", "bzip2"], null],
  ])("is read: %s", async (_, options, text) => {
    const folder = mkdtempSync(path.join(tmpdir(), "zip-"));
    try {
      writeFileSync(path.join(folder, "a.txt"), "hello ".repeat(200));
      execFileSync("zip", ["-q", ...options, "a.zip", "a.txt"], { cwd: folder });
      const { members, unread } = await openAll(readFileSync(path.join(folder, "a.zip")));
      expect(members).toEqual(text ? [{ name: "a.txt", text: text.repeat(200) }] : []);
      expect(unread).toHaveLength(text ? 0 : 1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
