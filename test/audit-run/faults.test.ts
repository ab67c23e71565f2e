import { describe, expect, test } from "vitest";
import type { Fault } from "../../src/sandbox/faults.ts";
import { effort } from "../support/effort.ts";
import { auditedOrganization, fixOf } from "./audited-organization.ts";

const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ["a reset", "reset"],
  ["a page of HTML", "html"],
  ["broken JSON", "truncated"],
  ["500", { status: 500, body: { error: { message: "failed" } } }],
  ["a refusal", { status: 403, body: { error: { message: "No.", type: "x", code: null, param: null } } }],
  ["a success that says nothing", { status: 200, body: {} }],
  ["404", { status: 404, body: { error: { message: "No such thing.", type: "x", code: null, param: null } } }],
];

/** How many requests an audit takes that revokes one key. */
async function countRequests(fix: string): Promise<number> {
  await using at = await auditedOrganization();
  await at.audit({ fix });
  return at.openai.requests.length;
}

describe.each(["unused=revoke", "unused=expire:30d"])("with --fix %s", (fix) => {
  test.each(FAULTS)("whatever request ends in %s, once or for ever, no more is said than is true", async (_, fault) => {
    const count = await countRequests(fix);
    expect(count).toBeGreaterThan(5);
    const step = effort(4, 1);
    for (let first = 0; first < count; first += step) {
      for (const isForEver of [false, true]) {
        await using at = await auditedOrganization();
        let asked = -1;
        at.openai.fault(() => {
          asked += 1;
          return asked === first || (isForEver && asked > first) ? fault : null;
        });
        const report = await at.audit({ fix });
        const outcome = fixOf(report, "unused", at.unused)?.outcome ?? null;
        const isDone = at.unused.deletedAt !== null || at.unused.expiresAt !== null;
        const context = `request ${first}${isForEver ? " and all later ones" : ""}: ${JSON.stringify(outcome)}`;
        if (outcome?.kind === "contained" && outcome.verified) expect(isDone, context).toBe(true);
        if (outcome?.kind === "already-gone") expect(isDone, context).toBe(true);
        if (outcome === null || outcome.kind === "left") expect(isDone, context).toBe(false);
        // An audit that did not hear everything, or did not do what it was asked for, ends well in no case.
        const isWell = report.conclusion !== "incomplete" && !report.fails;
        if (isWell) expect(isDone, context).toBe(true);
        expect(at.used.deletedAt ?? at.used.expiresAt ?? at.admin.deletedAt, context).toBe(null);
        if (outcome?.kind === "contained") expect(outcome.stopped, context).toBe(false);
      }
    }
  });
});
