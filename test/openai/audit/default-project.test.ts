import { describe, expect, test } from "vitest";
import type { AuditProject } from "../../../src/domain/audit-facts.ts";
import { markDefaultProject } from "../../../src/openai/audit/default-project.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf } from "../../support/facts.ts";

type Candidate = Omit<AuditProject, "isDefault">;

const account = { id: "svc_1", name: "bot", role: "member", createdAt: null } as const;
const none: Candidate["accounts"] = { kind: "told", value: [] };
const some: Candidate["accounts"] = { kind: "told", value: [account] };
const untold: Candidate["accounts"] = { kind: "untold", because: "not-asked" };

const project = (id: string, name: string | null, accounts: Candidate["accounts"]): Candidate => ({
  id,
  name,
  isArchived: false,
  accounts,
  hasHardLimit: { kind: "untold", because: "not-asked" },
});

const mark = (projects: readonly Candidate[], adminProject: string | null = null, keys = [] as never[]) =>
  markDefaultProject(projects, { adminProject, keys }).map(({ isDefault }) => isDefault);

describe("the default project is", () => {
  test.each([
    ["certain by its name and its lack of service accounts", [project("a", "Default project", none)], null, ["yes"]],
    ["certain by its name and the log", [project("a", "default Project ", some)], "a", ["yes"]],
    ["certain by the log and its lack of service accounts", [project("a", "Main", none)], "a", ["yes"]],
    ["probable by its name alone", [project("a", "Default project", untold)], null, ["probably"]],
    ["probable by the log alone", [project("a", null, some)], "a", ["probably"]],
    ["none that only has no service accounts", [project("a", "Main", none)], null, ["no"]],
    [
      "probable where two are as likely",
      [project("a", "Default project", none), project("b", "Default project", none)],
      null,
      ["probably", "probably"],
    ],
    [
      "the one that the log knows, of two with the name",
      [project("a", "Default project", none), project("b", "Default project", none)],
      "b",
      ["probably", "yes"],
    ],
  ] as const)("%s", (_, projects, adminProject, expected) => {
    expect(mark(projects, adminProject)).toEqual(expected);
  });

  test("not certain where a key belongs to a service account, though none is listed", () => {
    const owner = { kind: "service-account", id: "svc_1", name: null } as const;
    const key = recordOf(createFakeKey("service-account", "default"), {
      owner,
      home: { kind: "project", id: "a", name: null },
    });
    const [marked] = markDefaultProject([project("a", "Default project", none)], { adminProject: null, keys: [key] });
    expect(marked?.isDefault).toBe("probably");
  });
});
