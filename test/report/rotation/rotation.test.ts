import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { listStoredSecrets } from "../../../src/domain/kept-key.ts";
import { restrictRotationReport } from "../../../src/domain/restricted-rotation.ts";
import type { RotationReport, RotationResult } from "../../../src/domain/rotation.ts";
import { renderRotationJson } from "../../../src/report/rotation/json.ts";
import { renderRotationSummary } from "../../../src/report/rotation/markdown.ts";
import { renderRotationText } from "../../../src/report/rotation/text.ts";
import { describeRotation, type RotationContext } from "../../../src/report/rotation/view.ts";
import { describePlans } from "../../../src/report/wording/rotation/progress.ts";
import { closeSchema } from "../closed-schema.ts";
import { check } from "../github-markdown.ts";
import { plainLook } from "../stories.ts";
import { OLD, plan, RESULTS, rotation, rotationReport, SECRET, terminal, workflow } from "./rotation-stories.ts";

const schema = JSON.parse(readFileSync(new URL("../../../schema/rotation.v1.json", import.meta.url), "utf8"));
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);
const validateClosed = ajv.compile({ ...(closeSchema(schema) as object), $id: "urn:openai-key-guard:rotation:closed" });

const text = (report: RotationReport, context: RotationContext = terminal) =>
  renderRotationText(describeRotation(report, context), plainLook, context.medium);
const page = (report: RotationReport, context: RotationContext = workflow) =>
  renderRotationSummary(describeRotation(report, context), context);
const read = (one: RotationResult, context?: RotationContext) =>
  text(rotationReport([one]), context).replaceAll(/\s+/g, " ");

const result = (name: string): RotationResult => {
  const found = RESULTS[name];
  if (!found) throw new Error(`there is no story ${name}`);
  return found;
};

describe("a rotation in a terminal", () => {
  test("says the verdict first, then which key is where, and what still has the old one", () => {
    expect(
      text(rotationReport([rotation()])),
    ).toBe(`✓ Rotated checkout-bot: the new key is in 2 places and in use. The old one ends on 29 Nov 2026,
  11:03 UTC.

Where which key is
  github:acme/shop/OPENAI_API_KEY@production  the new key
  command:vault                               the new key, as it answered

  New key: key_new, ends on 26 Feb 2027, 11:03 UTC
  Old key: key_old, ends on 29 Nov 2026, 11:03 UTC

Secrets are read when a run is queued, and those of an environment when the job starts. What runs
now keeps the old key. Start a new run: a re-run of an old one may still get the old key.

checked against acme-inc · 28 Nov 2026, 11:03 UTC`);
  });

  test("says how the workflows that read the new key can do without the next one, and shows it on a page", () => {
    const report = rotationReport([rotation(), result("unfinished, new-key-unseen")]);
    const branches = new Map([["acme/shop", "trunk"]]);
    const kept = { secrets: listStoredSecrets(report), serverUrl: null, branches };
    expect(kept.secrets).toHaveLength(1);
    expect(text(report, { ...terminal, kept }).replaceAll(/\s+/g, " ")).toContain(
      "Next time without a key checkout-bot is in a secret of acme/shop. Its workflows need no key: they can sign in to OpenAI themselves. How to set it up (github.com/",
    );
    const shown = page(report, { ...workflow, kept });
    expect(shown.match(/Do without a key in acme\/shop/g)).toHaveLength(1);
    expect(shown).toContain('"ref": "refs/heads/trunk"');
    expect(shown).toContain('"api.model.request"');
    // Where the key is, is nothing for others, and a place that was not written needs no word.
    expect(listStoredSecrets(restrictRotationReport(report, "minimal"))).toEqual([]);
    expect(listStoredSecrets(rotationReport([result("unfinished, new-key-unseen")]))).toEqual([]);
  });

  test("has the one command that goes on, whole and on a line of its own", () => {
    const long = { ...terminal, goOn: `${terminal.goOn} ${"--to file:/a/very/long/path ".repeat(8)}` };
    expect(text(rotationReport([result("unfinished, new-key-unseen")]), long)).toContain(
      `Then go on with:\n  ${long.goOn}`,
    );
    expect(read(result("unfinished, new-key-unseen"))).toContain(
      "! checkout-bot has a new key in 2 places, and it was not used while this run waited. The old key was kept: both work.",
    );
  });

  test.each([
    ["unfinished, old-key-in-use", "Then go on with:"],
    ["unfinished, new-key-gone", "Then run the same command again."],
    ["failed, new-key-refused", "Then run the same command again."],
    ["failed, mint", "Then run the same command again."],
    ["a key whose creation was lost", "Then go on with:"],
    ["a store that failed after another", "Then go on with:"],
    ["refused, unfinished", "Then go on with:"],
  ])("of what is %s says how to go on", (name, sentence) => {
    expect(read(result(name))).toContain(sentence);
  });

  test.each([
    "rotated",
    "planned",
    "refused, protected",
    "failed, overtaken",
    "failed, resumed-elsewhere",
  ])("of what is %s asks nobody to run it again", (name) => {
    expect(read(result(name))).not.toMatch(/Then (?:go on|run)/);
  });

  test("says without an audit file that no later run can go on", () => {
    expect(read(result("unfinished, new-key-unseen"), { ...terminal, hasAuditFile: false })).toContain(
      "No audit file was kept, and no later run can go on. Once nothing uses the old key, revoke it under API keys (platform.openai.com/api-keys).",
    );
  });

  test.each([
    [
      "refused, scopes-unknown",
      terminal,
      "--scopes api.model.request for model requests alone, --scopes all for everything.",
    ],
    [
      "refused, scopes-unknown",
      workflow,
      "scopes: api.model.request for model requests alone, scopes: all for everything.",
    ],
    ["refused, lifetime-unknown", terminal, "Say how long the new key lives: --expires-in 90d."],
    ["refused, no-target", workflow, "Name the place: to: github:OWNER/REPO/NAME."],
    ["refused, wider-scopes", terminal, "or add --widen to give the new key more rights than the old one has."],
    ["refused, too-many", workflow, "Rotate fewer keys at once, or raise max-contained."],
    ["refused, target-not-ready", terminal, "It needs the permission Environments: write and Secrets: write."],
    ["refused, target-not-ready", workflow, "A job's own GITHUB_TOKEN never can."],
    ["failed, store", terminal, "command:vault did not take it: the program ended with exit code 3."],
    ["failed, mint", terminal, "(invalid_expiry). The old one was not touched."],
  ])("of what is %s says what to type in a %o", (name, context, sentence) => {
    expect(read(result(name), context)).toContain(sentence);
  });

  test("of a person's key says who does what", () => {
    const old = { ...OLD, owner: { kind: "user", id: "user-ada", name: "Ada" } } as const;
    expect(read({ ...result("refused, person-owned"), old })).toContain(
      "- Ada creates a new key under API keys (platform.openai.com/api-keys), whoever keeps the secrets puts it where the old one lives, and once the new key is used, Ada revokes the old one. - To have it rotated from then on, use a key of a service account in its place.",
    );
  });

  test("of several keys sums up, with the worst first", () => {
    const all = rotationReport([rotation(), rotation(), result("failed, store"), result("refused, protected")]);
    expect(text(all)).toMatch(/^✗ 1 key failed, 1 not rotated, 2 rotated\n/);
    expect(text(rotationReport([]))).toMatch(/^✓ No key is due for rotation\n/);
    const gap = { kind: "list", detail: "the keys of project Web could not be listed" } as const;
    expect(text(rotationReport([], { gaps: [gap as never] }))).toMatch(/^! Not clear which keys are due/);
  });

  test.each(Object.entries(RESULTS))("says what is %s in words, with nothing left out", (_, one) => {
    for (const context of [terminal, workflow]) {
      const said = read(one, context);
      expect(said).not.toMatch(/undefined|null|\[object|\$\{|\.\.|: \.| {2}/);
      expect(said).toContain("checkout-bot");
    }
  });
});

describe("the job summary of a rotation", () => {
  test.each(Object.entries(RESULTS))("is Markdown that GitHub shows as it is meant for what is %s", (_, one) => {
    check(page(rotationReport([one, rotation()])));
    expect(page(rotationReport([one]))).toMatch(/^## (?:✅|🟡|🔴|⚪) /u);
  });

  test("makes nothing of names that others chose", () => {
    const name = "@octocat <b>#1</b> [x](http://y.z) |";
    const old = { ...OLD, name, owner: { kind: "service-account", id: "user-bot", name } } as const;
    const one = rotation({ old, plan: null, asked: name });
    check(page(rotationReport([one, one])));
    expect(
      text(
        rotationReport([
          rotation({ old: { ...old, owner: { ...old.owner, name: "a\u001b[31m\n::error::x" } }, plan: null }),
        ]),
      ),
    ).not.toMatch(/\p{Cc}\[|^::/mu);
  });
});

describe("the JSON of a rotation", () => {
  test("has what the interface promises", () => {
    expect(JSON.parse(renderRotationJson(rotationReport([rotation()]), "0.1.0"))).toMatchObject({
      schema: "openai-key-guard/rotation/v1",
      conclusion: "rotated",
      dryRun: false,
      rotations: [
        {
          asked: "checkout-bot",
          state: { kind: "rotated", because: null, detail: null },
          oldKey: { id: "key_old", name: "checkout", owner: { kind: "service-account" } },
          newKey: { id: "key_new", fingerprint: "0123456789abcdef", expiresAt: "2027-02-26T11:03:00.000Z" },
          plan: { rotation: "3f9a2c1e", scopes: { kind: "some", list: ["api.model.request"] }, wait: 1800 },
          places: [
            { kind: "github", target: "github:acme/shop/OPENAI_API_KEY@production", holds: "new", verified: true },
            {},
          ],
          use: { kind: "seen", at: "2026-11-28T11:03:00.000Z" },
          retired: {
            key: { id: "key_old" },
            decision: { kind: "expire" },
            outcome: { kind: "contained", by: "expire" },
          },
        },
      ],
    });
  });

  test.each(Object.entries(RESULTS))("fits its schema, which describes each field, for what is %s", (_, one) => {
    for (const detail of ["full", "minimal"] as const) {
      const written = JSON.parse(renderRotationJson(restrictRotationReport(rotationReport([one]), detail), "0.1.0"));
      expect(validate(written) ? [] : validate.errors).toEqual([]);
      expect(validateClosed(written) ? [] : validateClosed.errors).toEqual([]);
    }
  });
});

describe("with detail minimal", () => {
  const NAMES = /checkout|Web shop|acme|shop|OPENAI_API_KEY|production|vault/;

  test.each(Object.entries(RESULTS))("nothing names a key, a project, an owner or a place of what is %s", (_, one) => {
    const report = restrictRotationReport(rotationReport([one]), "minimal");
    const context = { ...workflow, runUrl: null };
    for (const said of [
      text(report, { ...terminal, goOn: null }),
      page(report, context),
      renderRotationJson(report, "0.1.0"),
    ]) {
      expect(said).not.toMatch(NAMES);
    }
  });

  test("keys stand by their ids, and places by number and kind", () => {
    const report = restrictRotationReport(rotationReport([result("failed, store")]), "minimal");
    expect(text(report).replaceAll(/\s+/g, " ")).toContain(
      "No place has a new key for key_old: place 2, a program did not take it: the program ended with exit code 3.",
    );
    expect(text(report)).toContain("place 1, an environment's GitHub Actions secret");
  });

  test("an environment without a name stays none", () => {
    const places = [{ target: { ...SECRET, environment: null }, holds: "new", result: null } as const];
    const report = restrictRotationReport(rotationReport([rotation({ places })]), "minimal");
    expect(text(report)).toContain("place 1, a GitHub Actions secret");
  });
});

describe("what is said before a rotation goes on", () => {
  test("is what is left of it: no key will be created where one stands in all places", () => {
    const said = (isStored: boolean) =>
      describePlans([{ ...plan(), isStored }])
        .join(" ")
        .replaceAll(/\s+/g, " ");
    expect(said(false)).toContain("1. create a key of service account");
    expect(said(false)).toContain("4. wait up to 30 minutes for it to be used");
    expect(said(true)).not.toContain("create a key");
    expect(said(true)).toContain("1. wait up to 30 minutes for the new key to be used 2. let the old key end");
  });
});
