import { test } from "vitest";
import { expectChunks, expectManyObjects } from "./memory.ts";

test("memory does not grow with the size of a blob", async () => await expectChunks(64, 48));

test("memory grows by little with the number of objects", async () => await expectManyObjects(20_000, 60));
