import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../src/domain/finding.ts";
import { advice } from "../../src/report/advice.ts";
import { inPlain } from "../../src/report/line.ts";
import { mintKey } from "../../src/sandbox/mint.ts";
import { recordOf, sighting } from "../support/facts.ts";
import { finding as anyFinding } from "./arbitrary.ts";
import { dead, finding, removed, revoked, unknown } from "./stories.ts";

const text = mintKey("project", "a");
const steps = (one: Finding) => advice(one).map((step) => inPlain(step));
const at = (path: string) => ({ sightings: [sighting({ path })] });
const left = (because: Extract<Finding["outcome"], { kind: "left" }>["because"]) => ({
  outcome: { kind: "left" as const, because },
});

const failed = (because: "not-permitted" | "network") => finding({ outcome: { kind: "failed", because } });

describe("the first step", () => {
  test("for a key of ours that works is to revoke it, by id, at its place in the dashboard", () => {
    expect(steps(finding())[0]).toBe(
      "Revoke it now: delete key_1 at platform.openai.com, project Web, API keys, or let on-leak: revoke do it.",
    );
  });

  test("does not promise that revoke would do what it would not", () => {
    const unproven = [
      finding({ confidence: "likely" }),
      finding({ validity: unknown }),
      finding({ validity: { kind: "active", because: "listed" } }),
      finding({ sightings: [sighting({ preexisting: true })] }),
    ];
    for (const one of unproven) expect(steps(one)[0]).toMatch(/^Revoke it now: delete key_1 at .+, API keys\.$/);
  });

  test("for an admin key is said loudest, and is for an organisation owner", () => {
    const record = recordOf(text, { home: { kind: "organization", id: null, name: null } });
    const [first, second] = steps(finding({ family: "admin", identity: { kind: "ours", chance: 0, record } }));
    expect(first).toMatch(/^This is an admin key: whoever has it manages the whole organisation\. Revoke it now/);
    expect(first).toMatch(/an organisation owner can delete key_1 at platform\.openai\.com, Admin keys/);
    expect(second).toMatch(/fewer permissions/);
  });

  test.each([
    ["protected", /put a new key in its place first; then delete key_1/],
    ["too-many", /or raise max-contained/],
    ["unnamed", /See whether it is key_1/],
    ["own-admin-key", /new admin key in openai-admin-key first/],
  ] as const)("for a key left alone as %s fits that", (because, words) => {
    expect(steps(finding(left(because)))[0]).toMatch(words);
  });

  test("for a key that is somebody else's, or a bad copy of ours, revokes nothing of ours, whatever is set", () => {
    for (const outcome of [left("report-only"), left("someone-else")]) {
      expect(steps(finding({ ...outcome, possession: "someone-else" }))[0]).toMatch(
        /It is not key_1, it only looks like/,
      );
    }
  });

  test("after a failure is to do it by hand, and says what was missing", () => {
    expect(steps(failed("not-permitted"))[0]).toMatch(
      /Revoke it now.+its Admin API key needs write access to API keys/,
    );
    expect(steps(failed("network"))[0]).toMatch(/Revoke it now.+or run this again\.$/);
  });

  test("for a stranger's key is to ask and to tell, never to revoke", () => {
    const [first, ...rest] = steps(finding({ identity: { kind: "foreign" }, validity: unknown, ...left("not-ours") }));
    expect(first).toMatch(/^Ask whoever added it whose key it is, and tell the owner/);
    expect(rest.join(" ")).not.toMatch(/Create a new key|delete/);
  });

  test("for an unchecked key is to give an admin key or to check by hand", () => {
    const identity = { kind: "unchecked", because: "no-admin-key" } as const;
    expect(steps(finding({ identity, validity: unknown, ...left("unchecked") }))[0]).toBe(
      "Whoever made it should delete it at platform.openai.com, API keys. With openai-admin-key this tool finds out whose it is.",
    );
  });

  test("for a key that only sleeps is to delete it all the same", () => {
    const [first] = steps(finding({ validity: { kind: "inactive", because: "project-dormant" } }));
    expect(first).toMatch(/may work again one day; to end that, delete key_1/);
  });

  test("for several that fit is to find out which", () => {
    const candidates = ["key_1", "key_2"].map((id) => recordOf(text, { id }));
    expect(steps(finding({ identity: { kind: "ambiguous", candidates } }))[0]).toMatch(
      /which stood here.+key_1, key_2\./,
    );
  });
});

describe("the steps after that", () => {
  test.each([
    [".env", /\.env that git does not track.+\.gitignore/s],
    ["web/.env.production", /\.gitignore/],
    ["web/.env.example", /Leave its value empty in web\/\.env\.example/],
    ["config/env.template", /Leave its value empty/],
    [".github/workflows/ci.yml", /secret of the repository.+\$\{\{ secrets\.OPENAI_API_KEY \}\}/s],
    ["src/app.ts", /read process\.env\.OPENAI_API_KEY instead/],
    ["src/app.py", /read os\.environ\["OPENAI_API_KEY"\] instead/],
    ["main.go", /os\.Getenv/],
    ["trial.ipynb", /the outputs too/],
    ["Dockerfile", /layers keep it/],
    ["infra/main.tf", /sensitive = true.+state file/s],
    ["notes.txt", /Take it out of notes\.txt\./],
  ])("for %s say where a key belongs, and how to take it out of there", (path, words) => {
    expect(steps(finding(at(path))).join("\n")).toMatch(words);
  });

  test("a new key is made under the same service account, with few permissions", () => {
    const record = recordOf(text, { owner: { kind: "service-account", id: "u", name: "ci-bot" } });
    expect(steps(revoked({ identity: { kind: "ours", chance: 0, record } }))[0]).toBe(
      "Create a new key under ci-bot with only the permissions it needs, and keep it in an environment variable such as OPENAI_API_KEY.",
    );
  });

  test("once the key is dead, history need not be rewritten; before that, nothing says so", () => {
    expect(steps(revoked()).at(-1)).toBe("History need not be rewritten: the key is dead.");
    expect(steps(finding({ sightings: [removed()] })).at(-1)).toMatch(/once the key is dead/);
  });

  test("a key that is dead already gets no replacement, only the way out of the head", () => {
    expect(steps(finding({ validity: { kind: "inactive", because: "refused" } }))).toEqual([
      "In src/app.ts, read process.env.OPENAI_API_KEY instead.",
    ]);
    expect(steps(finding({ validity: dead })).join(" ")).toMatch(/Create a new key/);
  });

  test("other files with the same key are counted, each once", () => {
    const sightings = ["a.py", "b.py", "b.py", "c.py"].map((path) => sighting({ path }));
    expect(steps(finding({ sightings })).at(-1)).toMatch(/In a\.py, .+ The same goes for 2 more files\.$/);
  });

  test("a key in a file's name, or in the pull request's text, has its own way out", () => {
    const named = sighting({ where: "path", path: "keys/a.txt", line: null, column: null });
    expect(steps(finding({ sightings: [named] })).at(-1)).toMatch(/^Rename keys\/a\.txt/);
    const written = sighting({ where: "pull-request", path: null, inHead: false });
    expect(steps(finding({ sightings: [written] })).at(-1)).toMatch(/older versions stay readable/);
  });
});

test("a very long path is cut in sentences, and keeps its end", () => {
  const last = steps(finding(at(`src/${"folder/".repeat(100)}app.ts`))).at(-1) ?? "";
  expect(last).toMatch(/^In src\/.+….+\/app\.ts, read process/);
  expect(last.length).toBeLessThan(200);
});

test("no finding gets more than four steps, a blaming word or a shout", () => {
  fc.assert(
    fc.property(anyFinding, (one) => {
      expect(advice(one).length).toBeLessThanOrEqual(4);
      for (const step of advice(one)) {
        const words = step.map((piece) => ("words" in piece ? piece.words : "")).join("");
        expect(words).not.toMatch(/!|undefined|null|mistake|should have|careless|[`*_|<>[\]]/);
        expect(words).toMatch(/[.]$/);
      }
    }),
    { numRuns: 2000 },
  );
});
