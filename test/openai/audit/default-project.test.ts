import { describe, expect, test } from "vitest";
import type { AuditProject } from "../../../src/domain/audit-facts.ts";
import type { KeyRecord } from "../../../src/domain/inventory.ts";
import { markDefaultProject } from "../../../src/openai/audit/default-project.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";

const project = (id: string, name: string | null): Omit<AuditProject, "isDefault"> => ({
  id,
  name,
  isArchived: false,
  accounts: [],
  hasHardLimit: { kind: "untold", because: "not-asked" },
});

const mark = (
  projects: readonly ReturnType<typeof project>[],
  adminProject: string | null = null,
  keys: readonly KeyRecord[] = [],
) => markDefaultProject(projects, { adminProject, keys }).map(({ isDefault }) => isDefault);

/** A key in project `a`. */
const keyOf = (kind: "user" | "service-account") =>
  recordOf(createFakeKey("service-account", "default"), {
    owner: { kind, id: "user-1", name: null },
    home: { kind: "project", id: "a", name: null },
  });

describe("the default project is", () => {
  test.each([
    ["certain by its name and the log", [project("a", "default Project ")], "a", ["yes"]],
    ["probable by its name alone", [project("a", "Default project")], null, ["probably"]],
    ["probable by the log alone", [project("a", null)], "a", ["probably"]],
    ["none that has another name, and that the log does not know", [project("a", "Main")], "b", ["no"]],
    [
      "probable where two are as likely",
      [project("a", "Default project"), project("b", "Default project")],
      null,
      ["probably", "probably"],
    ],
    [
      "the one that the log knows, of two with the name",
      [project("a", "Default project"), project("b", "Default project")],
      "b",
      ["probably", "yes"],
    ],
  ] as const)("%s", (_, projects, adminProject, expected) => {
    expect(mark(projects, adminProject)).toEqual(expected);
  });

  test("not certain where a key in it belongs to a service account", () => {
    const projects = [project("a", "Default project"), project("b", "Main")];
    expect(mark(projects, "a", [keyOf("service-account")])).toEqual(["probably", "no"]);
    expect(mark(projects, "a", [keyOf("user")])).toEqual(["yes", "no"]);
  });
});
