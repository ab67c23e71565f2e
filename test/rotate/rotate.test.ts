import { describe, expect, test } from "vitest";
import { parseSuccession } from "../../src/domain/rotation-plan.ts";
import { DAY, rotatedOrganization } from "./rotated-organization.ts";

describe.concurrent("a rotation", () => {
  test("puts a new key in the place of the old one, sees it used, and lets the old one end", async () => {
    await using at = await rotatedOrganization();
    const result = await at.rotateOne();
    expect(result.state).toEqual({ kind: "rotated" });
    const fresh = at.living.at(-1);
    expect(parseSuccession(fresh?.name ?? null)?.replaces).toBe(at.old.id);
    expect(at.places.held.get("file:/run/key")).toBe(fresh?.text);
    expect(result).toMatchObject({
      old: { id: at.old.id },
      newKey: { id: fresh?.id, name: fresh?.name },
      places: [{ holds: "new", result: { kind: "stored" } }],
      use: { kind: "seen" },
      retired: {
        decision: { kind: "expire", grace: DAY },
        outcome: { kind: "contained", by: "expire", verified: true },
      },
      superseded: [],
      isResumed: false,
    });
    expect(at.old.expiresAt).toBe(at.now + DAY);
    expect(fresh?.expiresAt).toBe((fresh?.createdAt ?? 0) + 90 * DAY);
    expect(at.refused).toEqual([]);
    expect(at.masked).toEqual([fresh?.text]);
    expect(at.said).toEqual([
      "mint",
      "done mint",
      "try",
      "done try",
      "store file:/run/key",
      "done store file:/run/key",
      "watch",
      "done watch",
      "retire",
      "done retire",
    ]);
  });
});
