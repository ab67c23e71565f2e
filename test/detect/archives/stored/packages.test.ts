import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { foundAnywhere } from "../../found.ts";
import { openAll } from "../open-all.ts";
import { arOf, cpioOf, rpmOf, tarOf } from "../pack.ts";

const key = createFakeKey("project", "package");
const env = `OPENAI_API_KEY=${key}\n`;

/** What is found in these bytes: where, and what could not be read. */
async function look(bytes: Buffer): Promise<{ members: readonly (string | null)[]; unread: number }> {
  let unread = 0;
  const hits = await foundAnywhere(bytes, [900], { note: () => (unread += 1) });
  expect(hits.every(({ text }) => text === key)).toBe(true);
  return { members: hits.map(({ member }) => member), unread };
}

describe("a key is found in a package:", () => {
  test("of Debian, which is an `ar` archive of packed tar archives", async () => {
    const data = gzipSync(await tarOf([{ name: "./etc/app.env", content: env }]));
    const control = gzipSync(await tarOf([{ name: "./control", content: "Package: app\n" }]));
    const bytes = arOf({ "debian-binary": "2.0\n", "control.tar.gz": control, "data.tar.gz": data });
    expect(await look(bytes)).toEqual({ members: ["data.tar.gz › (gzip) › ./etc/app.env"], unread: 0 });
  });

  test.each([
    "newc",
    "odc",
  ] as const)("in cpio's format %s, of several archives with zeros between them", async (format) => {
    const bytes = Buffer.concat([
      cpioOf({ "bin/x": "x" }, format),
      Buffer.alloc(400),
      cpioOf({ "etc/env": env }, format),
    ]);
    expect(await look(bytes)).toEqual({ members: ["etc/env"], unread: 0 });
  });

  test("an initial file system, packed behind one that is not", async () => {
    const bytes = Buffer.concat([
      cpioOf({ "ucode.bin": "x" }),
      Buffer.alloc(100),
      gzipSync(cpioOf({ "etc/env": env })),
    ]);
    expect(await look(bytes)).toEqual({ members: ["(behind the archive) › (gzip) › etc/env"], unread: 0 });
  });

  test("of Red Hat", async () => {
    expect(await look(rpmOf(gzipSync(cpioOf({ "./etc/app.env": env }))))).toEqual({
      members: ["(payload) › (gzip) › ./etc/app.env"],
      unread: 0,
    });
  });
});

describe("an `ar` archive is read", () => {
  test("with long names as GNU and as BSD write them, and without its tables of symbols", async () => {
    const names = "a-name-of-more-than-16-letters.o/\nsecond-long-name.o/\n";
    const bytes = arOf({
      "/": "symbols",
      "//": names,
      "/0": "first",
      "/34": "second",
      "#1/12": `in-front.o\0\0third`,
      "d.o/": "4",
    });
    const { members, unread } = await openAll(bytes, { size: 50 });
    expect(members).toEqual([
      { name: "a-name-of-more-than-16-letters.o", text: "first" },
      { name: "second-long-name.o", text: "second" },
      { name: "in-front.o", text: "third" },
      { name: "d.o", text: "4" },
    ]);
    expect(unread).toEqual([]);
  });

  test("up to where it is cut, which is told", async () => {
    const bytes = arOf({ "a.o/": "first", "b.o/": "second ".repeat(100) });
    expect((await openAll(bytes.subarray(0, -90))).unread).toEqual(["a part of it is damaged or cut short"]);
    expect((await openAll(bytes.subarray(0, 100))).unread).toEqual(["a part of it is damaged or cut short"]);
  });
});
