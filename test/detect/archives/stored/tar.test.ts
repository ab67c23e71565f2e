import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { openAll } from "../open-all.ts";
import { padded, tarHeader, tarOf } from "../pack.ts";

const END = Buffer.alloc(1024);
const file = (name: string, content: string, more: Parameters<typeof tarHeader>[0] = {}) =>
  Buffer.concat([tarHeader({ name, size: content.length, ...more }), padded(content)]);

describe("a tar archive is read", () => {
  test.each([
    [
      "with GNU's long names",
      Buffer.concat([file("././@LongLink", "long/".repeat(50) + "\0", { type: "L" }), file("long/", "a")]),
      "long/".repeat(50),
    ],
    [
      "with names in records",
      Buffer.concat([file("x", "19 path=from/pax é\n".replace("19", "20"), { type: "x" }), file("a", "a")]),
      "from/pax Ã",
    ],
    ["of the oldest kind", file("a", "a", { magic: "", type: "\0" }), "a"],
    ["whose end is missing", file("a", "a"), "a"],
  ])("%s", async (_, bytes, name) => {
    const { members, unread } = await openAll(Buffer.concat([bytes, END]));
    expect(members.map(({ text }) => text)).toEqual(["a"]);
    expect(members[0]?.name.slice(0, 9)).toBe(name.slice(0, 9));
    expect(unread).toEqual([]);
  });

  test("with a size in records, which replaces the header's", async () => {
    const bytes = Buffer.concat([
      file("x", "9 size=5\n", { type: "x" }),
      tarHeader({ size: 0 }),
      padded("hello"),
      file("b", "b"),
    ]);
    expect((await openAll(bytes)).members.map(({ text }) => text)).toEqual(["hello", "b"]);
  });

  test("after another one, and before bytes that are no tar", async () => {
    const [one, other] = [await tarOf([{ name: "a", content: "a" }]), await tarOf([{ name: "b", content: "b" }])];
    const { members, unread } = await openAll(Buffer.concat([one, other, Buffer.from("and so on".repeat(100))]));
    expect(members.map(({ text }) => text)).toEqual(["a", "b", "and so on".repeat(100)]);
    expect(unread).toEqual([]);
  });

  test("past folders, links and devices, which have no bytes whatever they claim", async () => {
    const odd = ["1", "2", "3", "5", "6"].map((type) => tarHeader({ name: type, type, size: 7000 }));
    expect((await openAll(Buffer.concat([...odd, file("a", "a"), END]))).members).toEqual([{ name: "a", text: "a" }]);
  });
});

describe("a damaged tar archive is reported, and read up to the damage:", () => {
  test.each([
    ["cut in a file", Buffer.concat([file("a", "a"), tarHeader({ size: 5000 }), padded("b")])],
    ["a header that is none", Buffer.concat([file("a", "a"), Buffer.alloc(512, "x"), END])],
    ["a header that is cut", Buffer.concat([file("a", "a"), tarHeader().subarray(0, 300)])],
    [
      "a size beyond all bounds",
      Buffer.concat([file("a", "a"), file("x", "24 size=999999999999999\n", { type: "x" }), file("b", "b")]),
    ],
  ])("%s", async (_, bytes) => {
    const { members, unread } = await openAll(bytes);
    expect(members[0]).toEqual({ name: "a", text: "a" });
    expect(unread).toEqual(["a part of it is damaged or cut short"]);
  });

  test("records without end", async () => {
    const records = "30 comment=all work and no pl\n".repeat(9000);
    const { members } = await openAll(Buffer.concat([file("x", records, { type: "x" }), file("a", "a")]));
    expect(members).toEqual([{ name: "a", text: "a" }]);
  });
});

const isGnu = (() => {
  try {
    return execFileSync("tar", ["--version"], { encoding: "utf8" }).includes("GNU tar");
  } catch {
    return false;
  }
})();

describe.runIf(isGnu)("what GNU tar packs", () => {
  test.each(["v7", "ustar", "gnu", "oldgnu", "pax", "posix"])("is read: --format=%s", async (format) => {
    const folder = mkdtempSync(path.join(tmpdir(), "tar-"));
    try {
      const long = format === "v7" ? "folder" : "folder/".repeat(18).slice(0, 90);
      mkdirSync(path.join(folder, long), { recursive: true });
      writeFileSync(path.join(folder, long, "a.txt"), "hello ".repeat(200));
      symlinkSync("a.txt", path.join(folder, long, "link"));
      const args = ["-cz", `--format=${format}`, "-C", folder, "folder"];
      const bytes = execFileSync("tar", args, { maxBuffer: 1 << 24 });
      const outer = await openAll(bytes);
      const { members, unread } = await openAll(gunzipSync(bytes), { size: 1000 });
      expect(outer.members.map(({ name }) => name)).toEqual(["(gzip)"]);
      expect(members).toEqual([{ name: `${long}/a.txt`, text: "hello ".repeat(200) }]);
      expect(unread).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test.each(["gnu", "pax"])("is read past the holes of a sparse file: --format=%s", async (format) => {
    const folder = mkdtempSync(path.join(tmpdir(), "tar-"));
    try {
      const sparse = path.join(folder, "a");
      writeFileSync(sparse, "");
      for (let part = 1; part <= 40; part += 1) {
        truncateSync(sparse, part * 100_000);
        writeFileSync(sparse, `part ${part} `, { flag: "a" });
      }
      writeFileSync(path.join(folder, "b"), "behind");
      const bytes = execFileSync("tar", ["-cS", `--format=${format}`, "-C", folder, "a", "b"], { maxBuffer: 1 << 26 });
      const { members, unread } = await openAll(bytes);
      expect(members.at(-1)).toEqual({ name: "b", text: "behind" });
      expect(members[0]?.text).toContain("part 40 ");
      expect(unread).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("gzip", () => {
  const named = (flags: number, ...fields: readonly (string | Buffer)[]) => {
    const plain = gzipSync("hello");
    plain[3] = flags;
    return Buffer.concat([plain.subarray(0, 10), ...fields.map((field) => Buffer.from(field)), plain.subarray(10)]);
  };

  test.each([
    ["its own name", named(8, "notes.txt\0"), "notes.txt"],
    [
      "a name behind other fields",
      named(4 | 8 | 16, Buffer.from([3, 0]), "xyz", "notes.txt\0", "a comment\0"),
      "notes.txt",
    ],
    ["no name", named(16 | 2, "a comment\0", "cc"), "(gzip)"],
    ["an empty name", named(8, "\0"), "(gzip)"],
    ["a long extra field", named(4 | 8, Buffer.from([0xff, 0xff]), Buffer.alloc(0xffff), "notes.txt\0"), "notes.txt"],
  ])("has %s", async (_, bytes, name) => {
    for (const size of [1, 7, bytes.length]) {
      expect(await openAll(bytes, { size })).toEqual({ members: [{ name, text: "hello" }], unread: [], bytes: 5 });
    }
  });

  test("with other bytes after it is read, and then these", async () => {
    const { members, unread } = await openAll(Buffer.concat([gzipSync("hello"), Buffer.from("\0\0 and more")]));
    expect(members).toEqual([
      { name: "(gzip)", text: "hello" },
      { name: "(behind the archive)", text: "\0\0 and more" },
    ]);
    expect(unread).toEqual([]);
  });

  test.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, -12)],
    ["without its checksum", (bytes: Buffer) => bytes.subarray(0, -8)],
    ["with a wrong checksum", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -8), Buffer.alloc(8)])],
  ])("%s is reported, and read as far as possible", async (_, broken) => {
    const text = Array.from({ length: 5000 }, (_, at) => `line ${at * at}`).join("\n");
    const { members, unread } = await openAll(broken(gzipSync(text)));
    expect(text.startsWith(members[0]?.text ?? "?")).toBe(true);
    expect(members[0]?.text.length).toBeGreaterThan(text.length - 200);
    expect(unread).toEqual(["a part of it is damaged or cut short"]);
  });
});
