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
      "a part of it is compressed with a method that is not supported",
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

/** Where the file of this name is listed. */
const listedAt = (bytes: Buffer, name: string) => bytes.lastIndexOf(Buffer.from(name)) - 46;

/** The zip without the line of its list that says this name. */
function hide(bytes: Buffer, name: string): Buffer {
  const at = listedAt(bytes, name);
  const rest = Buffer.from(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 46 + name.length)]));
  const end = rest.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  for (const place of [8, 10]) rest.writeUInt16LE(rest.readUInt16LE(end + place) - 1, end + place);
  rest.writeUInt32LE(rest.readUInt32LE(end + 12) - 46 - name.length, end + 12);
  return rest;
}

/** The zip with other bytes at a place of the line of its list that says this name. */
function lie(bytes: Buffer, name: string, at: number, put: readonly number[]): Buffer {
  const changed = Buffer.from(bytes);
  changed.set(put, listedAt(bytes, name) + at);
  return changed;
}

const three: readonly ZipFile[] = [
  { name: "one", content: "first ".repeat(50) },
  { name: "two", content: "hidden ".repeat(50) },
  { name: "six", content: "third ".repeat(50), method: "store" },
];
const texts = three.map(({ content }) => content);

describe("a file in a zip is read that its list hides:", () => {
  const whole = zip(three);
  const followed = three.map((file) => ({ ...file, flags: 0x808 }));
  test.each([
    ["the first", hide(whole, "one")],
    ["one in the middle", hide(whole, "two")],
    ["a stored one at the end", hide(whole, "six")],
    ["all", ["one", "two", "six"].reduce(hide, whole)],
    ["one whose size follows it", hide(zip(followed), "two")],
    ["a stored one whose size follows it", hide(zip(followed), "six")],
    ["one that is said to be empty, as a folder is", lie(whole, "two", 16, [0, 0, 0, 0, 0, 0, 0, 0])],
    ["one that is said to be smaller", lie(whole, "two", 20, [9, 0, 0, 0])],
    ["a stored one that is said to be smaller", lie(whole, "six", 20, [9, 0, 0, 0])],
    ["one that is said to be stored", lie(whole, "two", 10, [0, 0])],
    ["a stored one that is said to be packed", lie(whole, "six", 10, [8, 0])],
    ["one that is said to be packed otherwise", lie(whole, "two", 10, [12, 0])],
    ["one that is said to be locked", lie(whole, "two", 8, [1, 8])],
    ["one that is said to stand elsewhere", lie(whole, "two", 42, [3, 0, 0, 0])],
  ])("%s", async (_, bytes) => {
    const { members } = await openAll(bytes, { as: "zip" });
    for (const text of texts) expect(textsOf(members)).toContain(text);
  });

  test.each([
    ["without its end", whole.subarray(0, whole.lastIndexOf(Buffer.from("PK\x05\x06", "latin1")))],
    ["without its list", whole.subarray(0, whole.indexOf(Buffer.from("PK\x01\x02", "latin1")))],
    ["cut in its list", whole.subarray(0, -90)],
  ])("%s, which is told", async (_, bytes) => {
    const { members, unread } = await openAll(bytes);
    expect(textsOf(members)).toEqual(texts);
    expect(unread).toEqual(["its list of files is damaged or cut short"]);
  });

  test("in another zip behind it, or before it", async () => {
    const [one, other] = [zip(three.slice(0, 1)), zip(three.slice(1))];
    expect(textsOf((await openAll(Buffer.concat([one, other]))).members)).toEqual(texts);
  });
});

test("a file in a zip is read once where its list says the truth", async () => {
  for (const flags of [0x800, 0x808]) {
    const inner = zip(three.map((file) => ({ ...file, flags })));
    const outer = zip([{ name: "inner.zip", content: inner, method: "store", flags }, ...three]);
    const { members, unread } = await openAll(outer);
    expect(members.map(({ name }) => name)).toEqual(["inner.zip", "one", "two", "six"]);
    expect(unread).toEqual([]);
  }
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
