import { describe, expect, test } from "vitest";
import {
  applyRule,
  applyToKey,
  createAccount,
  createFacts,
  createKey,
  createPersonsKey,
  createProject,
  DEFAULT,
  daysAgo,
  describeVerdict,
  PROJECT,
} from "../made-up-facts.ts";

const UNTOLD = { kind: "untold", because: "no-answer" } as const;

describe("default-project", () => {
  const home = { kind: "project", id: "proj_default", name: "Default project" } as const;

  test("finds keys in the default project, and says where that is only probable", () => {
    const keys = [createPersonsKey({ home })];
    expect(applyRule("default-project", createFacts({ keys }))).toEqual(["key_ada: lives in the default project"]);
    const projects = [{ ...DEFAULT, isDefault: "probably" } as const];
    expect(applyRule("default-project", createFacts({ keys, projects }))).toEqual([
      "key_ada: lives in what is probably the default project",
    ]);
  });

  test("passes keys of other projects where the default one is known", () => {
    expect(applyRule("default-project", createFacts({ keys: [createPersonsKey()] }))).toEqual([]);
  });

  test("judges no key that may be in it where no project can be recognized", () => {
    const lab = createProject({ id: "proj_lab", name: "Lab", accounts: [] });
    const inside = (id: string) => createPersonsKey({ id, home: { kind: "project", id: `proj_${id}`, name: id } });
    const facts = createFacts({
      projects: [createProject(), lab],
      keys: [createKey(), createPersonsKey(), inside("lab"), inside("unlisted")],
    });
    // A service account's key, and one beside service accounts, cannot be in it.
    expect(applyRule("default-project", facts)).toEqual([
      "lab unlisted? no project can be recognized as the default one",
    ]);
  });
});

describe("archived-project", () => {
  test.each([
    [true, "lives in an archived project"],
    [false, "passed"],
    [null, "? OpenAI did not say whether its project is archived"],
  ])("of a key in a project whose archiving is %s says %s", (isArchived, said) => {
    expect(applyToKey("archived-project", {}, { projects: [createProject({ isArchived })] })).toBe(said);
  });

  test("judges no key whose project is not listed", () => {
    expect(applyToKey("archived-project", {}, { projects: [] })).toContain("? OpenAI did not say");
  });
});

describe("owner-role", () => {
  const of = (project: object, more: object = {}) =>
    describeVerdict(applyRule("owner-role", createFacts({ projects: [createProject(project)], ...more })));

  test.each([
    ["owner", "has the role owner"],
    ["member", "passed"],
    ["none", "passed"],
    [null, "? OpenAI did not say which role it has"],
  ] as const)("of a service account with the role %s says %s", (role, said) => {
    expect(of({ accounts: [createAccount({ role: { kind: "told", value: role } })] })).toBe(said);
  });

  test("judges no service account whose role is not known, and looks at none in an archived project", () => {
    const accounts = [createAccount({ role: UNTOLD })];
    expect(of({ accounts })).toBe("? OpenAI did not answer when it was asked for the service accounts");
    expect(of({ accounts, isArchived: true })).toBe("passed");
  });

  test.each([
    ["no owner", null],
    ["a service account without an id", { kind: "service-account", id: null, name: "bot" } as const],
  ])("judges nobody whose key names %s", (_, owner) => {
    const keys = [createKey({ owner })];
    expect(of({ accounts: [] }, { keys })).toBe("? OpenAI did not say who owns it");
    expect(of({ accounts: [], isArchived: true }, { keys })).toBe("passed");
    expect(of({ accounts: [] }, { keys: [createKey({ owner, expiresAt: daysAgo(1) })] })).toBe("passed");
  });
});

describe("no-spend-limit", () => {
  const of = (project: object) =>
    describeVerdict(applyRule("no-spend-limit", createFacts({ projects: [createProject(project)] })));

  test("finds projects without a limit, judges none of which it is not known, and looks at none that is archived", () => {
    expect(of({ hasHardLimit: { kind: "told", value: false } })).toBe("has no spend limit that stops requests");
    expect(of({ hasHardLimit: { kind: "told", value: true } })).toBe("passed");
    expect(of({ hasHardLimit: UNTOLD })).toBe("? OpenAI did not answer when it was asked for spend limits");
    expect(of({ hasHardLimit: { kind: "told", value: false }, isArchived: true })).toBe("passed");
  });
});

describe("shared-key", () => {
  const named = (id: string, name: string | null) => createKey({ id, name });
  const account = `${createKey().owner?.id}`;

  test.each([
    [["checkout-prod", "checkout-staging"], `${account}: has keys for production and staging, by their names`],
    [["checkoutProd", "CHECKOUT_DEV"], `${account}: has keys for production and development, by their names`],
    [["checkout-prod", "checkout-prod-2"], null],
    [["product search", "development"], null],
    [["live", null], null],
    [["prod/test"], null],
  ])("of a service account with the keys %o says %s", (names, said) => {
    const keys = names.map((name, at) => named(`key_${at}`, name));
    expect(applyRule("shared-key", createFacts({ keys }))).toEqual(said === null ? [] : [said]);
  });

  test("does not mix the keys of two service accounts, nor of two projects", () => {
    const other = { kind: "service-account", id: "user-sa2", name: null } as const;
    const elsewhere = { ...PROJECT, id: "proj_2" };
    const keys = [
      named("key_1", "prod"),
      { ...named("key_2", "dev"), owner: other },
      { ...named("key_3", "test"), home: elsewhere },
    ];
    expect(applyRule("shared-key", createFacts({ keys }))).toEqual([]);
  });
});
