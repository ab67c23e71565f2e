import { describe, expect, test } from "vitest";
import type { Decision } from "../../../../src/domain/decision.ts";
import type { EarlierAct } from "../../../../src/domain/earlier-act.ts";
import type { Finding } from "../../../../src/domain/finding.ts";
import type { UnfinishedContainment } from "../../../../src/domain/journal.ts";
import type { Contained, Outcome } from "../../../../src/domain/outcome.ts";
import { type Report, restrictReport } from "../../../../src/domain/report.ts";
import { BARE_CONTEXT } from "../../../../src/report/context.ts";
import { formatPlain } from "../../../../src/report/line.ts";
import { rankFindings } from "../../../../src/report/ranking.ts";
import { describeKey } from "../../../../src/report/view/key.ts";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { recordOf, sighting } from "../../../support/facts.ts";
import { renderAnnotations, renderComment, renderSummary, renderText, renderTitle } from "../../render.ts";
import { contained, context, finding, NOW, plainLook, removed, report, revoked } from "../../stories.ts";

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
/** What to do about a key, or what was done, the first first. */
function steps(one: Finding): readonly string[] {
  const change = { kind: "range", base: null, head: "a".repeat(40) } as const;
  const { alert, steps: next } = describeKey(one, change, null, { ...BARE_CONTEXT, medium: "workflow", now: NOW });
  return [...(alert ? [alert.alone] : []), ...next].map((step) => formatPlain(step));
}
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

const still = { sightings: [sighting()] };

describe("whoever looks for the reason at night", () => {
  test("reads first which key was revoked, by which run, when, and what breaks by it", () => {
    const mask = killed.mask;
    expect(renderComment(report([{ ...killed, ...still }]), context)).toContain(
      `> **ci** (\`${mask}\`) no longer works: [this run](https://github.com/acme/web/actions/runs/1) revoked it at 10:03 UTC, 3 minutes after it leaked, and OpenAI refuses it. **Whatever used it now gets a 401:** service account **ci-bot**, project **Web**, last used 09:58 UTC.`,
    );
  });

  test("reads what breaks everywhere", () => {
    for (const [place, text] of Object.entries(everywhere(report([{ ...killed, ...still }])))) {
      expect(text.replaceAll(/[*`]/g, ""), place).toContain("Whatever used it now gets a 401: service account ci-bot");
    }
  });

  test("learns no name where strangers read along", () => {
    const one = restrictReport(report([{ ...killed, ...still }, quarantined]), "minimal");
    for (const text of Object.values(everywhere(one))) {
      expect(text).not.toMatch(/ci-bot|Web`|"Web"|project Web|09:58|api\.model\.request/);
    }
    expect(renderComment(one, context)).toContain("**Whatever used it now gets a 401.**");
  });

  test("is told when OpenAI did not delete the key that was to be revoked", () => {
    const running = after(contained({ by: "expire", endsAt }), DECIDED.revoke);
    expect(steps(running)[0]).toMatch(
      /^Replace it before 11:03 UTC\. ci was set to expire at 11:03 UTC by this run at 10:03 UTC\. OpenAI did not delete it when on-leak: revoke asked for that\./,
    );
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
      expect(renderTitle(one)).toBe("A leaked OpenAI key was quarantined; it is still in the code");
      for (const [place, text] of Object.entries(everywhere(one))) {
        expect(text.replaceAll(/[*`]/g, ""), place).toContain(
          "ci was quarantined on 19 Nov 2026, 08:00 UTC by an earlier run of octocat. Source: the audit file.",
        );
        expect(text, place).not.toContain("by this run");
      }
    }
  });

  test("is told by the Admin API key where OpenAI's log has it, and by nobody where strangers read along", () => {
    const one = report([known({ knownFrom: "audit-log", by: { kind: "key", id: "key_9", name: "guard" } })]);
    expect(renderText(one, { ...plainLook, width: 10_000 })).toContain(
      "ci was quarantined on 19 Nov 2026, 08:00 UTC by the Admin API key guard (key_9). Source: OpenAI's audit log.",
    );
    const text = renderText(restrictReport(one, "minimal"), { ...plainLook, width: 10_000 });
    expect(text).toContain("key_1 was quarantined on 19 Nov 2026, 08:00 UTC by the Admin API key key_9. Source");
    expect(text).not.toMatch(/guard/);
  });

  test("has the steps that are left, and no more than is known", () => {
    const left = { outcome: { kind: "left", because: "report-only" } } as const;
    expect(steps(known({ standing: "plausible" }, left))[0]).toContain("OpenAI's audit log does not say whether");
    expect(steps(known({ standing: "pending" }, left))[0]).toContain("OpenAI was not seen to enforce that yet");
    expect(steps(known({}, left))[0]).toContain("It can only read the names of models.");
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
    expect(everywhere(report([gone]))["comment"]).toContain(
      "`key_1` was revoked on 19 Nov 2026, 08:00 UTC by an earlier run of **octocat**. Source: the audit file. **Whatever used it now gets a 401.**",
    );
    expect(everywhere(report([gone]))["terminal"]).toContain("revoked by an earlier run on 19 Nov 2026, 08:00 UTC");
  });
});

describe("a quarantined key", () => {
  test("comes after those that nothing was done about", () => {
    const other = finding({ seed: "b" });
    expect(renderTitle(report([quarantined, other]))).toBe("1 of 2 leaked OpenAI keys still works");
    expect(rankFindings([quarantined, other])[0]).toBe(other);
  });

  test("is said to do what it still does, and how to take it back", () => {
    expect(steps(quarantined)[0]).toBe(
      "Replace it and then revoke it. ci was quarantined by this run at 10:03 UTC (on-leak: quarantine). It can only read the names of models. Whatever uses it is refused within 15 minutes: service account ci-bot, project Web, last used 09:58 UTC.",
    );
    expect(steps(quarantined).join(" ")).toContain(
      "If something of yours needs it back at once, give ci its permissions back (api.model.request, api.files.read) under API keys (platform.openai.com/api-keys) of project Web. The leaked key then works in full again.",
    );
    for (const scopesBefore of [null, []]) {
      expect(steps(after(contained({ by: "quarantine", scopesBefore }))).join(" ")).toContain(
        "give ci its permissions back (OpenAI's audit log has them) under",
      );
    }
  });

  test("that was not seen refused is not called harmless", () => {
    const [first] = steps(after(contained({ by: "quarantine", verified: false })));
    expect(first).toContain("OpenAI was not seen to enforce that yet: run this again in 15 minutes.");
    expect(first).not.toMatch(/can only read/);
  });
});

describe("a key that is set to expire", () => {
  test("says until when it works for anyone, and what happens then", () => {
    expect(renderTitle(report([expiring]))).toBe("A leaked OpenAI key expires on 20 Nov 2026, 11:03 UTC");
    expect(steps(expiring)[0]).toBe(
      "Replace it before 11:03 UTC. ci was set to expire at 11:03 UTC by this run at 10:03 UTC (on-leak: expire). Whatever still uses it after 11:03 UTC gets a 401: service account ci-bot, project Web, last used 09:58 UTC. Until then it works for anyone. If somebody else uses it, delete it at once under API keys (platform.openai.com/api-keys) of project Web.",
    );
  });

  test("that ends by itself is not to be set later", () => {
    const one = ending({ kind: "left", because: "expires-sooner" });
    const soon = { ...one, identity: { ...identity, record: { ...record, expiresAt: endsAt } } };
    expect(steps(soon)[0]).toMatch(/^Revoke it now\. It expires by itself at 11:03 UTC\./);
    expect(steps(one)[0]).toMatch(/^Revoke it now\. It expires by itself\./);
  });
});

test.each([
  [{ kind: "left", because: "only-revocable" }, /Only on-leak: revoke can contain an admin key\./],
  [{ kind: "refused", because: "read-only-admin-key" }, /could not contain it: the Admin API key may only read\./],
  [{ kind: "refused", because: "not-recorded" }, /could not contain it: the audit file could not be written\./],
  [{ kind: "refused", because: "cancelled" }, /could not contain it: the run was cancelled before its turn\./],
  [{ kind: "failed", because: "changed" }, /failed: somebody changed the key at the same time\./],
  [{ kind: "failed", because: "unexpected" }, /failed: this tool broke off, and it is not known how far it got\./],
  [{ kind: "failed", because: "not-taken" }, /failed: OpenAI accepted the change, but did not apply it\./],
] as const)("after %j the first step says why the key still works", (outcome, words) => {
  expect(steps(ending(outcome))[0]).toMatch(words);
});

describe("a key in the ignore file", () => {
  const entry = { reason: "key of the demo", until: new Date("2027-01-31") };
  const ignored = finding({ identity: { kind: "foreign" }, ignored: { kind: "ignored", ...entry } });

  test("has its reason and its last day told, and nothing to do", () => {
    expect(steps(ignored)).toEqual([]);
    const { terminal, ...others } = everywhere(report([ignored]));
    for (const [place, text] of Object.entries(others)) {
      expect(text, place).toMatch(/he ignore file lists it until 31 Jan 2027: .?key of the demo/);
      expect(text, place).not.toMatch(/Ask Ada/);
    }
    expect(terminal).toContain("1 key is ignored, as the ignore file says");
    expect(renderTitle(report([ignored]))).toBe("No OpenAI keys found; 1 is ignored");
  });

  test.each([
    [
      "expired",
      /applied until 31 Jan 2027, which is over: /,
      /has ended\. Give it a new until on the base branch, or delete/,
    ],
    ["overruled", /does not count, because this is a working key of yours: /, /^Delete its entry in the ignore file\./],
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
          "An earlier run began revoking key_5 on 20 Nov 2026, 09:58 UTC and did not record how that ended. Look at OpenAI whether it is still listed, and delete it if it is. Fingerprint: 0123456789abcdef.",
        );
      }
    }
  });

  test.each(["quarantine", "expire", "revoke"] as const)("is checked by what a %s leaves behind", (act) => {
    const [one] = renderAnnotations(report([], { unfinished: [{ ...begun, act }] }));
    expect(one).toMatchObject({ level: "warning", title: "Begun by an earlier run, end unknown" });
    expect(one?.message).toMatch({ quarantine: /permissions/, expire: /expiry/, revoke: /listed/ }[act]);
  });
});

test("a comment says which job it is of, since each job keeps its own", () => {
  const text = renderComment(report([finding({ sightings: [removed()] })]), { ...context, job: "Keys / `guard`" });
  expect(text).toContain("· Keys / \\`guard\\` at `1a2b3c4`</sub>");
});
