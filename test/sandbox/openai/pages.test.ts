import { expect, test } from "vitest";
import { buildPage } from "../../../src/sandbox/openai/pages.ts";

test("A listing of any size builds each record once, over all its pages", () => {
  const items = Array.from({ length: 1050 }, (_, index) => ({ id: `key_${index}` }));
  const built: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 11; page += 1) {
    const query = new URLSearchParams({ limit: "100", ...(after && { after }) });
    const answer = buildPage(items, query, (item) => {
      built.push(item.id);
      return item;
    });
    after = (answer.body as { last_id: string }).last_id;
  }
  expect(built).toEqual(items.map(({ id }) => id));
});
