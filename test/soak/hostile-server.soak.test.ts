import { afterAll, beforeAll, describe, test } from "vitest";
import { expectGap, FAULTS, type PullStage, REQUESTS, stagePull } from "../sources/fetched/faults.ts";

let on: PullStage;

beforeAll(async () => {
  on = await stagePull();
});

afterAll(async () => await on[Symbol.asyncDispose]());

describe.each(FAULTS)("nothing is taken for clean where the server answers with %s", (_, fault) => {
  test.each(Array.from({ length: REQUESTS }, (_, good) => good))("after %i good answers", async (good) => {
    await expectGap(on, fault, good);
  });
});
