import { describe, expect, test } from "vitest";
import { readLargePage } from "../../../src/openai/audit/large-page.ts";
import { MalformedPage } from "../../../src/openai/pages.ts";

/** Reads a text that comes in pieces of so many bytes, and puts their ids in place of records. */
async function read(text: string, size = 7): Promise<{ seen: unknown[]; page: unknown }> {
  const seen: unknown[] = [];
  const bytes = Buffer.from(text);
  async function* body() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const page = await readLargePage(body(), (record) => {
    seen.push(record);
    return (record as { id?: unknown }).id ?? null;
  });
  const left = Buffer.from(page).toString();
  return { seen, page: left === "" ? "" : JSON.parse(left) };
}

describe("a page that is too large to be held", () => {
  const records = [
    { id: 1, text: 'br{ces ] and "quotes" \\' },
    { id: 2, deep: [{ data: [{}] }] },
    { id: 3, text: "ü😀" },
  ];
  const page = { object: "page", other: [{ id: 9 }], data: records, has_more: false, next_page: null };

  test.each([1, 2, 3, 7, 64, 10_000])("is read record by record, %i bytes at a time", async (size) => {
    const { seen, page: left } = await read(JSON.stringify(page, null, 1), size);
    expect(seen).toEqual(records);
    expect(left).toEqual({ ...page, data: [1, 2, 3] });
  });

  test("is left alone but for its records: numbers, lists and texts in their place stay", async () => {
    const { seen, page: left } = await read('{"data": [5, [{"id": 1}], "x", null], "has_more": false}');
    expect(seen).toEqual([]);
    expect(left).toEqual({ data: [5, [{ id: 1 }], "x", null], has_more: false });
  });

  test("holds one record at a time", async () => {
    const row = JSON.stringify({ id: 1, results: "x".repeat(100_000) });
    let held = 0;
    async function* body() {
      yield Buffer.from('{"data":[');
      for (let index = 0; index < 300; index += 1) yield Buffer.from((index > 0 ? "," : "") + row);
      yield Buffer.from('],"has_more":false}');
    }
    const left = await readLargePage(body(), () => {
      held += 1;
      return 0;
    });
    expect([held, left.length]).toEqual([300, '{"data":[],"has_more":false}'.length + 599]);
  });

  test.each([
    ["a record that is no JSON", '{"data": [{"id": }]}'],
    ["a rest without end", `{"data": [], "other": "${"x".repeat(2 ** 20)}"}`],
    ["a record without end", `{"data": [{"id": "${"x".repeat(2 ** 24)}`],
  ])("is empty where there is %s", async (_, text) => {
    expect((await read(text, 2 ** 16)).page).toBe("");
  });

  test("is empty where what it says is refused, and fails where its body does", async () => {
    async function* body() {
      yield Buffer.from('{"data": [{}');
      yield Buffer.from("]}");
    }
    const refuse = () => {
      throw new MalformedPage("no-records");
    };
    expect(await readLargePage(body(), refuse)).toHaveLength(0);
    async function* broken() {
      yield Buffer.from('{"data": [{');
      throw new TypeError("the connection was reset");
    }
    await expect(readLargePage(broken(), () => 0)).rejects.toThrow("reset");
  });
});
