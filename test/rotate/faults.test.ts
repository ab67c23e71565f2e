import { describe, test } from "vitest";
import { expectSafe, listFaults } from "./faulty.ts";

const faults = await listFaults();

/** A sample, of what creates every third: test/soak has all of them. */
const sample = faults.filter(([, { request }], index) => index % (request.startsWith("POST") ? 3 : 17) === 0);

describe.concurrent("a rotation of which a request goes wrong breaks nothing and loses no key", () => {
  test.for(sample)("%s", async ([, fault]) => {
    await expectSafe(fault);
  });
});
