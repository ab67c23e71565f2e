import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/domain/decision.ts";
import type { EarlierAct } from "../../../src/domain/earlier-act.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import type { UnfinishedContainment } from "../../../src/domain/journal.ts";
import type { Contained, Outcome } from "../../../src/domain/outcome.ts";
import { type Report, restrictReport } from "../../../src/domain/report.ts";
import { listSteps } from "../../../src/report/advice/advice.ts";
import { formatPlain } from "../../../src/report/line.ts";
import { rankFindings } from "../../../src/report/severity.ts";
import { createFakeKey } from "../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../support/facts.ts";
import { renderAnnotations, renderComment, renderSummary, renderText, renderTitle } from "../render.ts";
import { contained, context, finding, plainLook, report, revoked } from "../stories.ts";

const lastUsedAt = new Date("2026-11-20T09:58:00Z");
const endsAt = new Date("2026-11-20T11:03:00Z");
const record = recordOf(createFakeKey("project", "a"), {
  lastUsedAt,
  owner: { kind: "service-account", id: "user-1", name: "ci-bot" },
});
const identity = { kind: "ours", record, chance: 0 } as const;
const DECIDED: Record<Contained["by"], Decision> = {
  quarantine: { kind: "quarantine", record },
  expire: { kind: "expire", record, grace: 3600 },
  revoke: { kind: "revoke", record },
};
const after = (outcome: Contained, decision = DECIDED[outcome.by]) => finding({ identity, outcome, decision });
const ending = (outcome: Outcome, differing: Partial<Finding> = {}) => finding({ identity, outcome, ...differing });
const steps = (one: Finding) => listSteps(one, "range").map((step) => formatPlain(step));
const quarantined = after(contained({ by: "quarantine", scopesBefore: ["api.model.request", "api.files.read"] }));
const expiring = after(contained({ by: "expire", endsAt }));
const killed = revoked({ identity, decision: DECIDED.revoke });
const begun: UnfinishedContainment = { fingerprint: "0123456789abcdef", id: "key_5", act: "revoke", at: lastUsedAt };

/** Everything a person may read of a report, in the order in which they meet it. */
const everywhere = (one: Report): Record<string, string> => ({
  comment: renderComment(one, context),
  summary: renderSummary(one, context),
  terminal: renderText(one, { ...plainLook, width: 10_000 }),
  annotations: renderAnnotations(one)
    .map(({ title, message }) => `${title}\n${message}`)
    .join("\n"),
});

describe("whoever looks for the reason at night", () => {
  test("reads in the comment which key was revoked, by which run, on whose word, and what breaks by it", () => {
    expect(renderComment(report([killed]), context)).toContain(
      "#### Done\n\n- `key_1` was revoked by [this run](https://github.com/acme/web/actions/runs/1) on 2026-11-20 10:03 UTC, as `on-leak: revoke` asks. Whatever uses it gets a 401 from now on: service account `ci-bot`, project `Web`, last used on 2026-11-20 09:58 UTC.",
    );
  });

  test("reads what breaks everywhere", () => {
    for (const [place, text] of Object.entries(everywhere(report([killed])))) {
      expect(text.replaceAll("`", ""), place).toContain(
        "Whatever uses it gets a 401 from now on: service account ci-bot",
      );
    }
  });

  test("learns no name where strangers read along", () => {
    for (const text of Object.values(everywhere(restrictReport(report([killed, quarantined]), "minimal")))) {
      expect(text).not.toMatch(/ci-bot|Web`|"Web"|project Web|09:58|api\.model\.request/);
    }
    expect(renderComment(restrictReport(report([killed]), "minimal"), context)).toContain(
      "as `on-leak: revoke` asks. Whatever uses it gets a 401 from now on.",
    );
  });

  test("is told when OpenAI did not delete the key that was to be revoked", () => {
    const fallback = after(contained({ by: "expire", endsAt, stopped: true }), DECIDED.revoke);
    const text = renderComment(report([{ ...fallback, validity: { kind: "inactive", because: "expired" } }]), context);
    expect(text).toMatch(
      /`key_1` was set to expire at .+ by .+: OpenAI did not delete it when `on-leak: revoke` asked/,
    );
    expect(text).toContain("| expired, and refused when tried again |");
    expect(text).toContain("Whatever uses it gets a 401 from now on");
    const running = after(contained({ by: "expire", endsAt }), DECIDED.revoke);
    expect(steps(running)[0]).toMatch(/^OpenAI did not delete it, so it was set to expire\. It works for anyone until/);
  });

  test("finds no such section where nothing was done", () => {
    expect(renderComment(report([finding()]), context)).not.toContain("#### Done");
  });
});

describe("a key that an earlier run contained", () => {
  const earlier = {
    kind: "quarantine",
    recordId: "key_1",
    at: new Date("2026-11-19T08:00:00Z"),
    by: { kind: "user", id: null, name: "octocat" },
    endsAt: null,
    scopesBefore: ["api.model.request"],
    knownFrom: "audit-file",
    standing: "confirmed",
  } as const satisfies EarlierAct;
  const known = (differing: Partial<EarlierAct> = {}, more: Partial<Finding> = {}) =>
    finding({ identity, possession: "proven-before", ...more, earlier: { ...earlier, ...differing } });

  test("is told everywhere as that, with who and when", () => {
    for (const outcome of [
      { kind: "left", because: "report-only" },
      { kind: "left", because: "awaiting-approval" },
      { kind: "failed", because: "network" },
      contained({ by: "quarantine", at: earlier.at }),
    ] as const satisfies readonly Outcome[]) {
      const one = report([known({}, { outcome })]);
      expect(renderTitle(one)).toBe("1 OpenAI key is exposed, but quarantined");
      for (const [place, text] of Object.entries(everywhere(one))) {
        expect(text.replaceAll("`", ""), place).toContain(
          "key_1 was quarantined on 2026-11-19 08:00 UTC by an earlier run of octocat, as the audit file has it.",
        );
        expect(text, place).not.toContain("by this run");
      }
      expect(renderText(one, { ...plainLook, width: 10_000 })).toContain(
        "quarantined, by an earlier run on 2026-11-19 08:00 UTC",
      );
    }
  });

  test("is told by the Admin API key where OpenAI's log has it, and by nobody where strangers read along", () => {
    const one = report([known({ knownFrom: "audit-log", by: { kind: "key", id: "key_9", name: "guard" } })]);
    expect(renderText(one, { ...plainLook, width: 10_000 })).toContain(
      "key_1 was quarantined on 2026-11-19 08:00 UTC by the Admin API key guard (key_9), as OpenAI's audit log has it.",
    );
    const text = renderText(restrictReport(one, "minimal"), { ...plainLook, width: 10_000 });
    expect(text).toContain("key_1 was quarantined on 2026-11-19 08:00 UTC by the Admin API key key_9, as");
    expect(text).not.toMatch(/guard/);
  });

  test("has the steps that are left, and no more than is known", () => {
    const left = { outcome: { kind: "left", because: "report-only" } } as const;
    expect(steps(known({}, left))).toEqual(
      steps(quarantined).map((step) => step.replace("api.model.request, api.files.read", "api.model.request")),
    );
    expect(steps(known({ standing: "plausible" }, left))[0]).toContain("OpenAI's audit log did not tell whether");
    expect(steps(known({ standing: "pending" }, left))[0]).toContain("it may still work in full");
    const waiting = { outcome: { kind: "left", because: "awaiting-approval" } } as const;
    expect(steps(known({}, waiting))[0]).toContain("Then run this again with approved");
  });

  test("that was revoked is told as dead since then", () => {
    const gone = known(
      { kind: "revoke" },
      {
        identity: { kind: "unchecked", because: "contained-before" },
        validity: { kind: "inactive", because: "refused" },
        outcome: { kind: "left", because: "already-inactive" },
      },
    );
    expect(everywhere(report([gone]))["terminal"]).toMatch(
      /key_1 was revoked on 2026-11-19 08:00 UTC by an earlier run of octocat.*Whatever uses it gets a 401\./s,
    );
  });
});

describe("a quarantined key", () => {
  test("is still called exposed, and comes after those that nothing was done about", () => {
    expect(renderTitle(report([quarantined]))).toBe("1 OpenAI key is exposed, but quarantined");
    const other = finding({ seed: "b" });
    expect(renderTitle(report([quarantined, other]))).toBe("1 OpenAI key is exposed; 1 is exposed, but quarantined");
    expect(rankFindings([quarantined, other])[0]).toBe(other);
    const unseen = after(contained({ by: "quarantine", verified: false }));
    expect(renderTitle(report([unseen]))).toBe("1 OpenAI key is exposed, but quarantined, not yet confirmed");
  });

  test("is said to do what it still does, for how long, and how to take it back", () => {
    expect(steps(quarantined).slice(0, 2)).toEqual([
      "Put another key in its place; then a project owner can delete key_1 at platform.openai.com, project Web, API keys. Until then all it can do is read the names of models; OpenAI takes up to 15 minutes to enforce that everywhere.",
      "If something of yours needs it back at once, give key_1 back its permissions (api.model.request, api.files.read) at platform.openai.com, project Web, API keys; the leaked key then works in full again.",
    ]);
    for (const scopesBefore of [null, []]) {
      expect(steps(after(contained({ by: "quarantine", scopesBefore })))[1]).toContain(
        "give key_1 back its permissions (OpenAI's audit log has them) at",
      );
    }
  });

  test("that was not seen refused is not called harmless", () => {
    const [first] = steps(after(contained({ by: "quarantine", verified: false })));
    expect(first).toMatch(/not yet seen refused, so it may still work in full: run this again in 15 minutes\.$/);
    expect(first).not.toMatch(/all it can do/);
  });
});

describe("a key that is set to expire", () => {
  test("says until when it works for anyone, and what happens then", () => {
    expect(renderTitle(report([expiring]))).toBe("1 OpenAI key is exposed, but set to expire");
    expect(steps(expiring)[0]).toBe(
      "It works for anyone until 2026-11-20 11:03 UTC: put another key in its place before then. If somebody else uses it, a project owner can delete key_1 at platform.openai.com, project Web, API keys at once.",
    );
    expect(renderComment(report([expiring]), context)).toContain(
      "Whatever still uses it after 2026-11-20 11:03 UTC gets a 401: service account",
    );
  });

  test("that ends by itself is not to be set later", () => {
    const one = ending({ kind: "left", because: "expires-sooner" });
    const soon = { ...one, identity: { ...identity, record: { ...record, expiresAt: endsAt } } };
    expect(steps(soon)[0]).toMatch(/^It ends by itself at 2026-11-20 11:03 UTC: put another key in its place before/);
    expect(steps(one)[0]).toMatch(/^It ends by itself: put another/);
  });
});

test.each([
  [
    { kind: "left", because: "awaiting-approval" },
    /^Find out what uses it \(last on 2026-11-20 09:58 UTC\) and give that another key\. Then run this again with approved: [0-9a-f]{16}, or /,
  ],
  [{ kind: "left", because: "not-approved" }, /^Revoke it now: .+, or run this again with approved: [0-9a-f]{16}\.$/],
  [{ kind: "left", because: "preexisting" }, /, or let contain-preexisting do it\.$/],
  [{ kind: "left", because: "only-revocable" }, /, or let on-leak: revoke do it: nothing less can be done/],
  [{ kind: "refused", because: "read-only-admin-key" }, /its Admin API key needs write access to API keys\.$/],
  [{ kind: "refused", because: "not-recorded" }, /, or see that audit-file can be written, and run this again\.$/],
  [{ kind: "refused", because: "cancelled" }, /^Revoke it now.+, or run this again\.$/],
  [{ kind: "failed", because: "changed" }, /^Somebody changed key_1 while this ran: see what it may do now; then /],
  [{ kind: "failed", because: "unexpected" }, /^See whether key_1 is still there; if it is, a project owner can/],
  [{ kind: "failed", because: "not-taken" }, /^Revoke it now.+, or run this again\.$/],
] as const)("after %j the first step fits that", (outcome, words) => {
  expect(steps(ending(outcome))[0]).toMatch(words);
});

test("contain-preexisting is not promised for a key that was not proven", () => {
  const outcome = { kind: "left", because: "preexisting" } as const;
  expect(steps(ending(outcome, { possession: "not-tried" }))[0]).not.toContain("contain-preexisting");
});

describe("a key in the ignore file", () => {
  const entry = { reason: "key of the demo", until: new Date("2027-01-31") };
  const ignored = finding({ identity: { kind: "foreign" }, ignored: { kind: "ignored", ...entry } });

  test("has its reason and its last day told, and nothing to do", () => {
    expect(steps(ignored)).toEqual([]);
    for (const [place, text] of Object.entries(everywhere(report([ignored])))) {
      expect(text, place).toMatch(/he ignore file excuses it until 2027-01-31: .?key of the demo/);
      expect(text, place).not.toMatch(/Next|next|Ask Ada/);
    }
    expect(renderTitle(report([ignored]))).toBe("1 OpenAI key is excused by the ignore file");
  });

  test.each([
    [
      "expired",
      /excused it until 2027-01-31, which is over: /,
      /over: give it a new until on the base branch, or delete/,
    ],
    ["overruled", /does not count, since this is a working key of yours: /, /^Delete its entry in the ignore file/],
  ] as const)("whose entry is %s is told so, and what to do about the entry comes last", (kind, words, step) => {
    const one = finding({ ignored: { kind, ...entry } });
    expect(steps(one)[0]).toMatch(/^Revoke it now/);
    expect(steps(one).at(-1)).toMatch(step);
    for (const [place, text] of Object.entries(everywhere(report([one])))) expect(text, place).toMatch(words);
  });
});

describe("what an earlier run began and nobody knows the end of", () => {
  test("is told everywhere, with what to look at, also where there is nothing else to tell", () => {
    for (const findings of [[], [finding()]]) {
      for (const [place, text] of Object.entries(everywhere(report(findings, { unfinished: [begun] })))) {
        expect(text.replaceAll("`", ""), place).toContain(
          "On 2026-11-20 09:58 UTC an earlier run began revoking key_5, and nobody wrote down how that ended: see at OpenAI whether it is still listed, and delete it if it is. Fingerprint 0123456789abcdef.",
        );
      }
    }
  });

  test.each(["quarantine", "expire", "revoke"] as const)("is checked by what a %s leaves behind", (act) => {
    const [one] = renderAnnotations(report([], { unfinished: [{ ...begun, act }] }));
    expect(one).toMatchObject({ level: "warning", title: "Begun earlier, end unknown" });
    expect(one?.message).toMatch({ quarantine: /permissions/, expire: /expiry/, revoke: /listed/ }[act]);
  });
});

test("a comment says which job it is of, since each job keeps its own", () => {
  const text = renderComment(report([finding({ sightings: [sighting()] })]), { ...context, job: "Keys / `guard`" });
  expect(text).toContain("openai-key-guard 0.1.0 · job `` Keys / `guard` `` ·");
});
