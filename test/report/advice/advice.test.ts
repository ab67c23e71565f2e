import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/domain/change.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import type { Impact } from "../../../src/domain/impact.ts";
import type { KeyRecord } from "../../../src/domain/inventory.ts";
import { BARE_CONTEXT } from "../../../src/report/context.ts";
import { formatPlain, type Line } from "../../../src/report/line.ts";
import { describeKey } from "../../../src/report/view/key.ts";
import { describeUse } from "../../../src/report/wording/key/use.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { finding as anyFinding, anyReport, RUNS } from "../arbitrary.ts";
import { dead, finding, removed, revoked, unknown } from "../stories.ts";

const text = createFakeKey("project", "a");
const range: Change = { kind: "range", base: null, head: "a".repeat(40) };

/** What to do about a key, the first step first. */
function listSteps(one: Finding, change: Change = range): readonly Line[] {
  const { alert, steps: next } = describeKey(one, change, "acme-inc", { ...BARE_CONTEXT, medium: "workflow" });
  return alert?.isStep ? [alert.alone, ...next] : next;
}

const steps = (one: Finding, change: Change = range) => listSteps(one, change).map((step) => formatPlain(step));
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
  buckets: null,
};

const failed = (because: "not-permitted" | "network") => finding({ outcome: { kind: "failed", because } });

describe("the first step", () => {
  test("for a key of ours that works is to revoke it, by name, at its place in the dashboard", () => {
    expect(steps(finding())[0]).toBe(
      `Revoke it now. Delete ci (${finding().mask}) under API keys (platform.openai.com/api-keys) of project Web. Removing the line is not enough: anyone who fetched this branch has the key.`,
    );
  });

  test("is the same where the reader may not know its name", () => {
    const record = recordOf(text, { name: null, owner: null, home: { kind: "project", id: null, name: null } });
    const [first] = steps(finding({ mask: "sk-proj-…", identity: { kind: "ours", chance: 0, record } }));
    expect(first).toMatch(
      /^Revoke it now\. Delete key_1 \(sk-proj-…\) under API keys \(platform\.openai\.com\/api-keys\)\./,
    );
  });

  test("for an admin key says what it can do", () => {
    const record = recordOf(text, { home: { kind: "organization", id: null, name: null } });
    const [first, second] = steps(finding({ family: "admin", identity: { kind: "ours", chance: 0, record } }));
    expect(first).toMatch(
      /^Revoke it now\. Whoever has it can manage the whole organisation\. Delete ci .+ under Admin keys/,
    );
    expect(second).toMatch(/^If it is still needed, create another with fewer permissions and an expiry/);
  });

  test.each([
    [
      "protected",
      /It is on the protect list, so this run did not touch it\. Replace it where it runs first\. Delete ci/,
    ],
    ["too-many", /This run changed no key, because it would have been more than max-contained allows/],
    ["unmatched-entry", /an entry of protect or approved matches nothing\. Correct the entry/],
    ["unnamed", /This run did nothing: OpenAI accepted it without saying for whom\./],
    ["preexisting", /contain-preexisting: true contains it/],
  ] as const)("for a key that was left as %s says why", (because, words) => {
    expect(steps(finding(left(because)))[0]).toMatch(words);
  });

  test("after a dry run says what would happen without it", () => {
    expect(steps(finding({ outcome: { kind: "rehearsed", because: "would-revoke" } }))[0]).toMatch(
      /^Revoke it now\. This was a dry run\. Without dry-run, it would be revoked\./,
    );
  });

  test("for a key that is somebody else's is to ask, and revokes nothing of ours, whatever is set", () => {
    for (const outcome of [left("report-only"), left("someone-else")]) {
      const [first, second] = steps(finding({ ...outcome, possession: "someone-else" }));
      expect(first).toBe(
        "Ask Ada whose key this is. It looks like your key ci, but works for somebody else, so only its owner can revoke it. It works.",
      );
      expect(second).toMatch(/^If it is a personal key, Ada deletes it/);
    }
  });

  test("after a failure is to do it by hand, and says why", () => {
    expect(steps(failed("not-permitted"))[0]).toMatch(
      /^Revoke it now\. This run tried to contain it and failed: the Admin API key may not change keys\. Delete ci/,
    );
    expect(steps(failed("network"))[0]).toMatch(/failed: OpenAI could not be reached\./);
  });

  test("for a stranger's key is to ask, never to revoke", () => {
    const stranger = {
      identity: { kind: "foreign" },
      validity: unknown,
      possession: "not-tried",
      ...left("not-ours"),
    } as const;
    const [first, ...rest] = steps(finding(stranger));
    expect(first).toBe(
      "Ask Ada whose key this is. No key of acme-inc matches it, so only its owner can revoke it, and it was not tried.",
    );
    expect(rest.join(" ")).not.toMatch(/create a new key|revoke/i);
    const nobodys = finding({ ...stranger, sightings: [sighting({ author: " " })] });
    expect(steps(nobodys)[0]).toMatch(/^Ask whoever added it whose key this is/);
  });

  test("for an unchecked key is to revoke it, whoever created it", () => {
    const identity = { kind: "unchecked", because: "no-admin-key" } as const;
    expect(steps(finding({ identity, validity: unknown, possession: "not-tried", ...left("unchecked") }))[0]).toMatch(
      /^Revoke it now\. Whoever created this key \(sk-proj-….{4}\) deletes it under API keys/,
    );
  });

  test("for a key that only sleeps says that it may wake up", () => {
    const one = finding({ validity: { kind: "inactive", because: "project-dormant" } });
    const { alert } = describeKey(one, range, null, BARE_CONTEXT);
    expect(formatPlain(alert?.alone ?? [])).toMatch(
      /It may work again one day\. To prevent that, delete it under API keys/,
    );
  });

  test("for several that match is to find out which", () => {
    const candidates = ["key_1", "key_2"].map((id) => recordOf(text, { id, name: null }));
    const one = finding({ identity: { kind: "ambiguous", candidates }, validity: unknown, possession: "not-tried" });
    expect(steps(one)[0]).toMatch(/^Find out which of your keys this is\. It matches more than one: key_1, key_2\./);
  });

  test("for a key that waits is to replace it, then to approve it or delete it", () => {
    const record = recordOf(text, { lastUsedAt: new Date("2026-11-20T09:58:00Z") });
    const waiting = { identity: { kind: "ours", chance: 0, record }, ...left("awaiting-approval") } as const;
    const { fingerprint } = finding();
    const tell = (medium: "workflow" | "terminal") =>
      formatPlain(
        describeKey(finding(waiting), range, null, { ...BARE_CONTEXT, medium, now: new Date("2026-11-20T10:03:00Z") })
          .alert?.alone ?? [],
      );
    expect(tell("workflow")).toContain(
      `Revoke it once it is replaced. It was used 5 minutes ago, so this run left it to you. Replace it where it runs. Then approve fingerprint ${fingerprint}, or delete it`,
    );
    expect(tell("terminal")).toContain(`Then run this again with --approved ${fingerprint}, or delete it`);
  });
});

describe("the admin key that the run itself works with", () => {
  const record = recordOf(text, { id: "key_9", home: { kind: "organization", id: null, name: null } });
  const own = (differing: Partial<Finding> = {}) =>
    finding({ family: "admin", identity: { kind: "ours", chance: 0, record }, ...left("own-admin-key"), ...differing });

  test("gets a first step of its own, whatever the list of keys says of it", () => {
    const first =
      "Replace it now. Whoever has it can manage the whole organisation. This tool does not delete the key that it works with. An organisation owner creates another under Admin keys (platform.openai.com/settings/organization/admin-keys), with an expiry, puts it into openai-admin-key, then deletes this one.";
    expect(steps(own())).toEqual([
      first,
      "Look for keys, members and projects that none of you created: they outlive this key.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten once the key is revoked.",
    ]);
    for (const identity of [{ kind: "foreign" }, { kind: "unchecked", because: "inventory-incomplete" }] as const) {
      expect(steps(own({ identity, possession: "not-tried", validity: unknown }))[0]).toBe(first);
    }
    const untried = own({ possession: "not-tried", validity: { kind: "active", because: "listed" }, impact });
    expect(formatPlain(describeUse(untried, null) ?? [])).toMatch(/1,200 requests/);
  });
});

describe("a text that only resembles a key of ours", () => {
  const decoy = finding({ possession: "not-accepted", validity: { kind: "inactive", because: "refused" } });

  test("is taken out, and ours is not revoked for it", () => {
    expect(steps(decoy)).toEqual([
      "Remove it from the code. It copies the ends of your key ci, but OpenAI refuses it. Do not revoke ci for this.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten.",
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
    expect(steps(staged, { kind: "staged" })).toEqual([
      "Take it out now. This commit has leaked nothing, so the key need not be revoked for it.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead.",
    ]);
  });

  test("nor has what is not pushed yet", () => {
    expect(steps(finding(), { ...range, unpushed: true })).toEqual([
      "Take it out now. This push has leaked nothing yet, so the key need not be revoked for it.",
      "In src/app.ts, read process.env.OPENAI_API_KEY instead.",
    ]);
  });

  test("but what was in the last commit before is to be revoked as any", () => {
    const older = finding({ sightings: [sighting({ preexisting: true })] });
    expect(steps(older, { kind: "staged" })[0]).toMatch(/^Revoke it now/);
  });
});

describe("what was done with a key", () => {
  test("is to be looked at once it is contained: use that may not be yours", () => {
    expect(steps(revoked({ impact }))[1]).toBe(
      "Check the bill: 1,200 requests between the leak and the revocation (3 minutes). Are they yours? (platform.openai.com/usage)",
    );
    expect(steps(finding({ impact })).join(" ")).not.toMatch(/bill/);
  });

  test("is no step where there was none, or nobody told", () => {
    for (const requests of [0, null]) {
      expect(steps(revoked({ impact: { ...impact, requests } })).join(" ")).not.toMatch(/bill/);
    }
  });

  test("is to be undone: what was changed in the organisation", () => {
    const changes = [{ what: "api_key.created", at: new Date(), id: "key_5", name: "x" }];
    expect(steps(finding({ impact: { ...impact, changes } })).join(" ")).toMatch(
      /Look at what was changed with it since, and undo what was not you: api_key\.created key_5 \(x\)\./,
    );
  });

  test("by an admin key without an audit log is to be looked for", () => {
    const admin = (changes: Impact["changes"]) =>
      steps(finding({ family: "admin", impact: { ...impact, changes } })).join(" ");
    expect(admin(null)).toMatch(/Look for keys, members and projects/);
    expect(admin([])).not.toMatch(/Look/);
  });
});

describe("the steps after that", () => {
  const replacement = (of: Partial<KeyRecord>, path = "src/app.ts") => {
    const record = recordOf(text, of);
    return steps(finding({ identity: { kind: "ours", chance: 0, record }, sightings: [sighting({ path })] }))[1];
  };
  const bot = { owner: { kind: "service-account", id: "u", name: "ci-bot" } } as const;
  const fresh = { home: { kind: "project", id: "proj_d", name: "Default project" } } as const;

  test.each([
    [bot, "Create a new key under ci-bot,"],
    [{ owner: { ...bot.owner, name: null } }, "Create a new key under the same service account,"],
    [{ owner: null }, "Create a new key,"],
    [{}, "Create a new key under a service account (only Ada can create a personal one),"],
    [
      { owner: { kind: "user", id: "u", name: null } },
      "Create a new key under a service account (only its owner can create a personal one),",
    ],
    [
      { ...bot, ...fresh },
      'Create a service account in a project of its own instead of "Default project", and a new key under it,',
    ],
    [{ owner: null, ...fresh }, 'Create a new key in a project of its own instead of "Default project",'],
  ] as const)("say who makes the new key, and where: %o", (of, words) => {
    expect(replacement(of)).toBe(
      `${words} with an expiry and only the permissions it needs. Keep it in an environment variable such as OPENAI_API_KEY.`,
    );
  });

  test("offer workflows of GitHub to do without a key, and nobody else", () => {
    expect(replacement(bot, ".github/workflows/ci.yml")).toMatch(
      /Keep it in a secret of the repository\. Better without any key: .+workload identity federation.+\(issuer https:\/\/token\.actions\.githubusercontent\.com, permission id-token: write\)\. How to set it up \(github\.com\/\S+\/docs\/ci-keys\.md\)\.$/,
    );
    expect(replacement(bot, ".gitlab-ci.yml")).not.toContain("federation");
  });

  test("history need not be rewritten once the key is revoked", () => {
    expect(steps(revoked({ sightings: [sighting()] })).at(-1)).toMatch(/History need not be rewritten\.$/);
    expect(steps(finding({ sightings: [removed()] })).at(-1)).toMatch(/once the key is revoked/);
    const dormant = { kind: "inactive", because: "project-dormant" } as const;
    expect(steps(finding({ validity: dormant, sightings: [removed()] })).at(-1)).toMatch(/once the key is revoked/);
  });

  test("rewriting history is worth something only where nobody of yours can revoke, and nobody has fetched", () => {
    const one = finding({ identity: { kind: "foreign" }, validity: unknown, sightings: [removed()] });
    expect(steps(one).at(-1)).toBe("Only history has it. Rewriting that helps only if nobody has fetched it yet.");
  });

  test("history is no matter where no commits were looked at", () => {
    const changes: readonly Change[] = [
      { kind: "files", globs: [] },
      { kind: "stdin", name: "x" },
      { kind: "staged" },
      { kind: "texts", of: "a comment" },
    ];
    for (const change of changes) {
      expect(steps(revoked({ sightings: [sighting()] }), change).join(" ")).not.toMatch(/istory/);
    }
  });

  test("a key that is dead already gets no replacement, only the way out of the code", () => {
    expect(steps(finding({ validity: { kind: "inactive", because: "expired" } }))).toEqual([
      "In src/app.ts, read process.env.OPENAI_API_KEY instead. History need not be rewritten.",
    ]);
    expect(steps(finding({ validity: dead })).join(" ")).toMatch(/create a new key/i);
  });

  test("say what each is for once the key is contained", () => {
    const one = revoked({ impact, sightings: [sighting()], blocks: true });
    expect(steps(one).map((step) => step.split(":")[0])).toEqual([
      "Restore service",
      "Check the bill",
      "Make this check green",
    ]);
    expect(steps({ ...one, blocks: false }).at(-1)).toMatch(/^Clean up the code: in src\/app\.ts/);
  });

  test("other files with the same key are counted, each once", () => {
    const sightings = ["a.py", "b.py", "b.py", "c.py"].map((path) => sighting({ path }));
    expect(steps(finding({ sightings })).at(-1)).toMatch(
      /In a\.py, .+ Do the same in 2 more files\. History need not be rewritten once the key is revoked\.$/,
    );
  });

  test("a key in an archive is taken out of the file in it", () => {
    const member = sighting({ path: "backup.zip", member: "etc/.env", line: null, column: null });
    const [, replace, last] = steps(finding({ sightings: [member] }));
    expect(replace).toMatch(/Keep it in a secret store, or in a \.env that git does not track\.$/);
    expect(last).toBe(
      "Take the key out of etc/.env in backup.zip, or backup.zip out of git. History need not be rewritten once the key is revoked.",
    );
    const twice = [member, { ...member, member: "etc/other" }];
    expect(steps(finding({ sightings: twice })).at(-1)).toBe(last);
  });

  test.each([
    [sighting({ where: "path", path: "keys/a.txt" }), /^Rename keys\/a\.txt: its name contains the key\./],
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
      /^In src\/app\.ts, .+ Delete the branch b .+ Take the key out of the text on GitHub/,
    );
  });
});

test("a very long path is cut in sentences, and keeps its end", () => {
  const last = steps(finding(at(`src/${"folder/".repeat(100)}app.ts`))).at(-1) ?? "";
  expect(last).toMatch(/^In src\/.+….+\/app\.ts, read process/);
  expect(last.length).toBeLessThan(230);
});

test("no finding gets more than seven steps, a blaming word or a shout", () => {
  fc.assert(
    fc.property(anyFinding, anyReport, (one, { change }) => {
      const all = listSteps(one, change);
      expect(all.length).toBeLessThanOrEqual(7);
      for (const step of all) {
        const words = spellWords(step);
        expect(words).not.toMatch(/!|undefined|null|NaN|mistake|should have|careless|[`*_|<>[\]]/);
        expect(words).toMatch(/^[A-Z].*[.?]$/);
        expect(words).not.toMatch(/ {2}|\.\.| [.,;]/);
      }
    }),
    { numRuns: RUNS * 5 },
  );
});

/** Our own words of a line; what others chose is an X. */
function spellWords(one: Line): string {
  return one
    .map((piece) => {
      if ("words" in piece) return piece.words;
      if ("stress" in piece) return spellWords(piece.stress);
      return "link" in piece ? piece.link : "X";
    })
    .join("");
}
