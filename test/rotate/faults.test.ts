import { describe, test } from "vitest";
import { expectSafe, listFaults } from "./faulty.ts";

const faults = await listFaults();

/** What creates, and a sample of the rest: test/soak has all of them. */
const sample = faults.filter(([, { request }], index) => request.startsWith("POST") || index % 9 === 0);

describe.concurrent("a rotation of which a request goes wrong breaks nothing and loses no key", () => {
  test.for(sample)("%s", async ([, fault]) => {
    await expectSafe(fault);
  });
});
