import { describe, test } from "vitest";
import { expectSafe, listFaults } from "../../rotate/faulty.ts";

const faults = await listFaults();

describe.concurrent("a rotation of which a request goes wrong breaks nothing and loses no key", () => {
  test.for(faults)("%s", async ([, fault]) => {
    await expectSafe(fault);
  });
});
