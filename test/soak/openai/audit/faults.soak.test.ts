import { describe, expect, test } from "vitest";
import { CALLS, collectWith, expectAlone, listFaults, tell } from "../../../openai/audit/faulty-audits.ts";
import { endless } from "../../../openai/faulty-runs.ts";

describe.each(CALLS)("whatever OpenAI answers when asked for %s, that source alone is untold", (_, source, isIt) => {
  test.each(
    listFaults(source).filter(([, fault]) => source !== "audit-log" || fault !== endless),
  )("%s", async (name, fault) => {
    const facts = await collectWith((asked) => (isIt(asked) ? fault : null));
    expectAlone(name, source, facts, ["no-answer", "unreadable", "not-permitted"]);
  });
});

test("an audit log without end is read to a hundred pages, and tells what they have", async () => {
  const facts = await collectWith(({ path }) => (path.endsWith("/audit_logs") ? endless : null));
  expect(tell(facts)["audit-log"]).toEqual([new Map()]);
});
