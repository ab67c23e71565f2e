import { describe, expect, test } from "vitest";
import type { RecordedRotation } from "../../../src/domain/rotation-record.ts";
import { findBatch, findFitting } from "../../../src/rotate/planning/resume.ts";
import { order } from "../../report/rotation/rotation-stories.ts";

const recorded = (id: string, project: string, differing: Partial<RecordedRotation> = {}): RecordedRotation => ({
  id,
  attempt: "0a1b2c3d",
  batch: id,
  at: new Date("2026-11-28T11:03:00Z"),
  by: null,
  asked: "checkout-bot",
  old: {
    id: `key_${id}`,
    name: "checkout",
    home: { kind: "project", id: `proj_${project}`, name: project },
    owner: { kind: "service-account", id: "user-bot", name: "checkout-bot" },
  },
  targets: ["file:/run/key"],
  keys: [],
  isMintOpen: false,
  scopes: null,
  expiresIn: null,
  isOver: false,
  isRotated: false,
  ...differing,
});

describe("the rotations that an order goes on with", () => {
  const all = [recorded("1", "Web shop"), recorded("2", "Data")];
  const find = (project: string | null, asked = "checkout-bot") =>
    findFitting(order({ asked, project }), all).map(({ id }) => id);

  test("are those of its project alone, by its name in any case or its id, where it names one", () => {
    expect(find(null)).toEqual(["1", "2"]);
    expect(find("web shop")).toEqual(["1"]);
    expect(find("proj_Data")).toEqual(["2"]);
    expect(find("Elsewhere")).toEqual([]);
  });

  test("are never of another project, also where the key is named by its id", () => {
    expect(find("Data", "key_1")).toEqual([]);
    expect(find("Web shop", "key_1")).toEqual(["1"]);
    const inWeb = order({ asked: "checkout-bot", project: "Web shop" });
    expect(findBatch([inWeb], all)).toBe("1");
    expect(findBatch([{ ...inWeb, project: "Elsewhere" }], all)).toBe(null);
  });
});
