import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Git } from "../../../src/git/git.ts";
import { ObjectReader } from "../../../src/git/objects/object-reader.ts";
import { type GitRepo, gitRepo } from "../../support/git-repo.ts";

const LARGE = "0123456789abcdef".repeat(320 * 1024);

describe("one object after the other", () => {
  let repo: GitRepo;
  let reader: ObjectReader;
  beforeAll(async () => {
    repo = await gitRepo({ small: "content", empty: "", large: LARGE, lost: "lost" });
    reader = new ObjectReader(new Git(`${repo.dir}/.git`, { PATH: process.env["PATH"] }));
    await repo.lose(await repo.oid("HEAD:lost"));
  });
  afterAll(async () => {
    await reader.close();
    await repo[Symbol.asyncDispose]();
  });

  const streamed = async (name: string) => {
    const parts: Buffer[] = [];
    for await (const chunk of reader.stream(await repo.oid(name))) parts.push(chunk);
    return Buffer.concat(parts).toString();
  };

  test("is read by its name or by a revision, at once and all at the same time", async () => {
    const names = ["HEAD:small", await repo.oid("HEAD:small"), "HEAD:empty"];
    const contents = await Promise.all(names.map((name) => reader.read(name)));
    expect(contents.map(String)).toEqual(["content", "content", ""]);
  });

  test("is missing, or too large, and the next one is read all the same", async () => {
    expect(await reader.read("HEAD:none")).toBe("missing");
    expect(await reader.read(await repo.oid("HEAD:lost"))).toBe("missing");
    expect(await reader.read("HEAD:large", 1000)).toBe("too-large");
    expect(await reader.read("HEAD:small", 3)).toBe("too-large");
    expect(String(await reader.read("HEAD:small", 7))).toBe("content");
  });

  test("is streamed whole, whatever its size, and not at all where it is missing", async () => {
    expect(await streamed("HEAD:small")).toBe("content");
    expect((await streamed("HEAD:large")) === LARGE).toBe(true);
    expect(await streamed("HEAD:empty")).toBe("");
    for await (const _ of reader.stream("0".repeat(40))) expect.unreachable();
  });

  test("is read by another process after the reader was closed", async () => {
    await reader.close();
    expect(String(await reader.read("HEAD:small"))).toBe("content");
  });
});
