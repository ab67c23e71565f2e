import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/domain/change.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import type { Impact } from "../../../src/domain/impact.ts";
import type { KeyRecord } from "../../../src/domain/inventory.ts";
import { listSteps } from "../../../src/report/advice/advice.ts";
import { formatPlain } from "../../../src/report/line.ts";
import { describeUse } from "../../../src/report/wording/use.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { finding as anyFinding, anyReport, RUNS } from "../arbitrary.ts";
import { dead, finding, removed, revoked, unknown } from "../stories.ts";

const text = createFakeKey("project", "a");
const steps = (one: Finding, change: Change["kind"] = "range") =>
  listSteps(one, change).map((step) => formatPlain(step));
const at = (path: string) => ({ sightings: [sighting({ path })] });
const left = (because: Extract<Finding["outcome"], { kind: "left" }>["because"]) => ({
  outcome: { kind: "left" as const, because },
});

const impact: Impact = {
  since: new Date("2026-11-20T10:00:00Z"),
  asOf: new Date("2026-11-20T11:30:00Z"),
  requests: 1200,
  inputTokens: null,
  outputTokens: null,
  models: null,
  cost: null,
  changes: [],
  createdBy: null,
  untold: [],
};

const failed = (because: "not-permitted" | "network") => finding({ outcome: { kind: "failed", because } });

describe("the first step", () => {
  test("for a key of ours that works is to revoke it, by id, at its place in the dashboard", () => {
    expect(steps(finding())[0]).toBe(
      "Revoke it now: Ada or a project owner can delete key_1 at platform.openai.com, project Web, API keys, or let on-leak: revoke do it.",
    );
  });

  test.each([
    [{ owner: { kind: "service-account", id: "u", name: "ci-bot" } }, "a project owner can delete key_1"],
    [{ owner: { kind: "user", id: "user-1", name: null } }, "a project owner can delete key_1"],
    [{ owner: null }, "delete key_1"],
  ] as const)("names who can do it: %o", (of, words) => {
    const [first] = steps(finding({ identity: { kind: "ours", chance: 0, record: recordOf(text, of) } }));
    expect(first).toContain(`Revoke it now: ${words} at platform.openai.com`);
  });

  test("does not promise that revoke would do what it would not", () => {
    const unproven = [
      finding({ confidence: "likely" }),
      finding({ validity: unknown }),
      finding({ validity: { kind: "active", because: "listed" } }),
      finding({ sightings: [sighting({ preexisting: true })] }),
    ];
    for (const one of unproven) expect(steps(one)[0]).toMatch(/^Revoke it now: .+ delete key_1 at .+, API keys\.$/);
  });

  test("for an admin key is said loudest, and is for an organisation owner", () => {
    const record = recordOf(text, { home: { kind: "organization", id: null, name: null } });
    const [first, second] = steps(finding({ family: "admin", identity: { kind: "ours", chance: 0, record } }));
    expect(first).toMatch(/^This is an admin key: whoever has it manages the whole organisation\. Revoke it now/);
    expect(first).toMatch(/an organisation owner can delete key_1 at platform\.openai\.com, Admin keys/);
    expect(second).toMatch(/^Look for keys, members and projects .+ they outlive this key\.$/);
  });

  test.each([
    ["protected", /put another key in its place first; then Ada or a project owner can delete key_1/],
    ["too-many", /or raise max-contained/],
    ["unnamed", /See whether it is key_1/],
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
    expect(first).toMatch(/^Ask Ada, who added it, whose key it is, and tell the owner/);
    expect(rest.join(" ")).not.toMatch(/create a new key|delete/i);
    const nobodys = finding({
      identity: { kind: "foreign" },
      validity: unknown,
      sightings: [sighting({ author: " " })],
    });
    expect(steps(nobodys)[0]).toMatch(/^Ask whoever added it whose key it is/);
  });

  test("for an unchecked key is to give an admin key or to check by hand", () => {
    const identity = { kind: "unchecked", because: "no-admin-key" } as const;
    expect(steps(finding({ identity, validity: unknown, ...left("unchecked") }))[0]).toBe(
      "Whoever made it should delete it at platform.openai.com, API keys. With openai-admin-key this tool finds out whose it is.",
    );
  });

  test("for a key that only sleeps is to delete it all the same", () => {
    const [first] = steps(finding({ validity: { kind: "inactive", because: "project-dormant" } }));
    expect(first).toMatch(/may work again one day; to end that, Ada or a project owner can delete key_1/);
  });

  test("for several that fit is to find out which", () => {
    const candidates = ["key_1", "key_2"].map((id) => recordOf(text, { id }));
    expect(steps(finding({ identity: { kind: "ambiguous", candidates } }))[0]).toMatch(
      /which stood here.+key_1, key_2\./,
    );
  });
});

describe("the admin key that the run itself works with", () => {
  const record = recordOf(text, { id: "key_9", home: { kind: "organization", id: null, name: null } });
  const own = (differing: Partial<Finding> = {}) =>
    finding({ family: "admin", identity: { kind: "ours", chance: 0, record }, ...left("own-admin-key"), ...differing });

  test("gets steps of its own: another in its place, then its end, then what was made with it", () => {
    expect(steps(own())).toEqual([
      "This is the admin key this run works with: whoever has it manages the whole organisation.",
      "As an organisation owner, create another at platform.openai.com, Admin keys, with an expiry, and put it in openai-admin-key.",
      "Delete key_9 there as soon as the new one is in its place.",
      "Look for keys, members and projects that nobody of yours made: they outlive this key.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead.",
    ]);
  });

  test("gets them whatever the list of keys says of it", () => {
    for (const identity of [{ kind: "foreign" }, { kind: "unchecked", because: "inventory-incomplete" }] as const) {
      expect(steps(own({ identity, possession: "not-tried", validity: unknown })).slice(0, 3)).toEqual([
        expect.stringContaining("this run works with"),
        expect.stringContaining("openai-admin-key"),
        expect.stringMatching(/^Delete it there/),
      ]);
    }
    const untried = own({ possession: "not-tried", validity: { kind: "active", because: "listed" }, impact });
    expect(formatPlain(describeUse(untried) ?? [])).toMatch(/^Since/);
  });
});

describe("a text that only resembles a key of ours", () => {
  const decoy = finding({ possession: "not-accepted", validity: { kind: "inactive", because: "refused" } });

  test("leaves ours alone, and is taken out", () => {
    expect(steps(decoy)).toEqual([
      "key_1 is another key, which need not be revoked for this.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten: OpenAI refuses it.",
    ]);
  });

  test("is not held against the use of ours", () => {
    expect(steps({ ...decoy, impact }).join(" ")).not.toMatch(/used|changed/);
    expect(steps(finding({ possession: "someone-else", impact })).join(" ")).not.toMatch(/used|changed/);
  });
});

describe("what is staged", () => {
  const staged = finding({ sightings: [sighting({ commit: null, author: null, at: null })] });

  test("has not left the machine: nobody is told to revoke it", () => {
    expect(steps(staged, "staged")).toEqual([
      "It is not committed yet: take it out now, and it need not be revoked for this.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead.",
    ]);
  });

  test("but was in the last commit before, is to be revoked as any", () => {
    const older = finding({ sightings: [sighting({ preexisting: true })] });
    expect(steps(older, "staged")[0]).toMatch(/^Revoke it now/);
  });
});

describe("what was done with a key", () => {
  test("is to be looked at: use that may not be yours", () => {
    expect(steps(finding({ impact }))[1]).toBe(
      "It was used 1,200 times since this was exposed: see whether all of that was yours.",
    );
    expect(steps(revoked({ impact: { ...impact, requests: 1 } }))[0]).toMatch(/^It was used once since/);
  });

  test("is told of the record where it is not proven that the key is its", () => {
    const one = finding({ impact, possession: "not-tried", validity: { kind: "active", because: "listed" } });
    expect(steps(one)[1]).toMatch(/^key_1 was used 1,200 times/);
  });

  test("is no step where there was none, or nobody told", () => {
    for (const requests of [0, null]) {
      expect(steps(finding({ impact: { ...impact, requests } })).join(" ")).not.toMatch(/used|Look/);
    }
  });

  test("by an admin key without an audit log is to be looked for", () => {
    const admin = (changes: Impact["changes"]) => steps(finding({ family: "admin", impact: { ...impact, changes } }));
    expect(admin(null)[1]).toMatch(/^Look for keys, members and projects/);
    expect(admin([]).join(" ")).not.toMatch(/Look/);
  });
});

describe("the steps after that", () => {
  const replacement = (of: Partial<KeyRecord>, path = "src/app.ts") => {
    const record = recordOf(text, of);
    return steps(revoked({ identity: { kind: "ours", chance: 0, record }, sightings: [sighting({ path })] }))[0];
  };
  const bot = { owner: { kind: "service-account", id: "u", name: "ci-bot" } } as const;
  const fresh = { home: { kind: "project", id: "proj_d", name: "Default project" } } as const;

  test.each([
    [bot, "Create a new key under ci-bot;"],
    [{ owner: { ...bot.owner, name: null } }, "Create a new key under the same service account;"],
    [{ owner: null }, "Create a new key;"],
    [{}, "Have Ada create a new key, since nobody else can, or create one under a service account;"],
    [
      { owner: { kind: "user", id: "u", name: null } },
      "Have its owner create a new key, since nobody else can, or create one under a service account;",
    ],
    [
      { ...bot, ...fresh },
      'Create a service account in a project of its own instead of "Default project", and a new key under it;',
    ],
    [{ owner: null, ...fresh }, 'Create a new key in a project of its own instead of "Default project";'],
  ] as const)("say who makes the new key, and where: %o", (of, words) => {
    expect(replacement(of)).toBe(
      `${words} give it an expiry and only the permissions it needs. Keep it in an environment variable such as OPENAI_API_KEY.`,
    );
  });

  test("offer workflows of GitHub to do without a key, and nobody else", () => {
    expect(replacement(bot, ".github/workflows/ci.yml")).toMatch(
      /Keep it in a secret of the repository\. Better without any key: .+workload identity federation.+\(issuer https:\/\/token\.actions\.githubusercontent\.com, permission id-token: write\)\.$/,
    );
    expect(replacement(bot, ".gitlab-ci.yml")).not.toContain("federation");
  });

  test("history need not be rewritten once the key is dead; before that, nothing says so", () => {
    expect(steps(revoked()).at(-1)).toBe("History need not be rewritten: the key is dead.");
    expect(steps(revoked({ sightings: [sighting()] })).at(-1)).toMatch(/History need not be rewritten/);
    expect(steps(finding({ sightings: [removed()] })).at(-1)).toMatch(/once the key is dead/);
    expect(steps(finding()).join(" ")).not.toMatch(/istory/);
    const dormant = { kind: "inactive", because: "project-dormant" } as const;
    expect(steps(finding({ validity: dormant, sightings: [removed()] })).at(-1)).toMatch(/once the key is dead/);
  });

  test("rewriting history is worth something only where nobody of yours can revoke, and nobody has fetched", () => {
    const one = finding({ identity: { kind: "foreign" }, validity: unknown, sightings: [removed()] });
    expect(steps(one).at(-1)).toBe(
      "It stands in history alone: rewriting that helps only where nobody has fetched it yet.",
    );
  });

  test("history is no matter where no commits were looked at", () => {
    for (const change of ["files", "stdin", "staged", "texts"] as const) {
      expect(steps(revoked({ sightings: [sighting()] }), change).join(" ")).not.toMatch(/istory/);
    }
  });

  test("a key that is dead already gets no replacement, only the way out of the head", () => {
    expect(steps(finding({ validity: { kind: "inactive", because: "refused" } }))).toEqual([
      "In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten: the key is dead.",
    ]);
    expect(steps(finding({ validity: dead })).join(" ")).toMatch(/create a new key/);
  });

  test("other files with the same key are counted, each once", () => {
    const sightings = ["a.py", "b.py", "b.py", "c.py"].map((path) => sighting({ path }));
    expect(steps(finding({ sightings })).at(-1)).toMatch(/In a\.py, .+ The same goes for 2 more files\.$/);
  });

  test("a key in an archive is taken out of the file in it", () => {
    const member = sighting({ path: "backup.zip", member: "etc/.env", line: null, column: null });
    const [, replace, last] = steps(finding({ sightings: [member] }));
    expect(replace).toMatch(/Keep it in a secret store, or in a \.env that git does not track\.$/);
    expect(last).toBe("Take it out of etc/.env in backup.zip, or backup.zip out of git.");
    const twice = [member, { ...member, member: "etc/other" }];
    expect(steps(finding({ sightings: twice })).at(-1)).toBe(last);
  });

  test.each([
    [sighting({ where: "path", path: "keys/a.txt" }), /^Rename keys\/a\.txt: the key is a part of its name\.$/],
    [sighting({ where: "path", path: "refs/heads/a/b" }), /^Delete the branch a\/b on the server/],
    [sighting({ where: "path", path: "refs/tags/v1" }), /^Delete the tag v1 on the server/],
    [
      sighting({ where: "pull-request", path: null, inHead: false }),
      /text on GitHub.+older versions.+stay readable\.$/,
    ],
  ])("a key in a name or in a text has its own way out", (one, words) => {
    expect(steps(finding({ sightings: [one] })).at(-1)).toMatch(words);
  });

  test("every place that still has the key has its way out", () => {
    const text_ = sighting({ where: "pull-request", path: null });
    const branch = sighting({ where: "path", path: "refs/heads/b" });
    expect(steps(finding({ sightings: [text_, branch, sighting()] })).at(-1)).toMatch(
      /^In src\/app\.ts, .+ Delete the branch b .+ Take it out of the text on GitHub/,
    );
  });
});

test("a very long path is cut in sentences, and keeps its end", () => {
  const last = steps(finding(at(`src/${"folder/".repeat(100)}app.ts`))).at(-1) ?? "";
  expect(last).toMatch(/^In src\/.+….+\/app\.ts, read process/);
  expect(last.length).toBeLessThan(200);
});

test("no finding gets more than six steps, a blaming word or a shout", () => {
  fc.assert(
    fc.property(anyFinding, anyReport, (one, { change }) => {
      expect(listSteps(one, change.kind).length).toBeLessThanOrEqual(6);
      for (const step of listSteps(one, change.kind)) {
        const words = step.map((piece) => ("words" in piece ? piece.words : "X")).join("");
        expect(words).not.toMatch(/!|undefined|null|NaN|mistake|should have|careless|[`*_|<>[\]]/);
        expect(words).toMatch(/^[A-Z].*[.]$/);
        expect(words).not.toMatch(/ {2}|\.\.| [.,;]/);
      }
    }),
    { numRuns: RUNS * 5 },
  );
});
