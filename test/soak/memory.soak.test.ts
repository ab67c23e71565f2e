import { test } from "vitest";
import { expectChunks, expectManyObjects } from "../sources/history/memory.ts";

test("memory does not grow with the size of a large blob", async () => await expectChunks(150, 60));

test("memory grows by little with a large number of objects", async () => await expectManyObjects(200_000, 200));
