import { test } from "vitest";
import { expectSameOfAnyHistory } from "./any-history.ts";

test("of any history the same is read as where all of it is at hand", async () => await expectSameOfAnyHistory(1));
