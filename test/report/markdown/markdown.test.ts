import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { renderComment, renderGoneComment, renderResolvedComment, renderSummary } from "../render.ts";
import { context, finding, HEAD, keyless, missing, removed, report, revoked, unknown } from "../stories.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The text without code spans and escaped characters, as a reader of Markdown goes through it. */
function outsideCode(text: string): string {
  return text.replaceAll(/\\.|(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}

describe("the comment", () => {
  const one = finding({ sightings: [sighting(), removed({ path: ".env" })] });
  const text = renderComment(report([one]), context);

  test("begins with the verdict, for previews in mail", () => {
    expect(text).toMatch(/^### 🔴 A live OpenAI key leaked in this pull request\n/);
  });

  test("says next what to do, in an alert", () => {
    expect(text).toContain(
      `> [!CAUTION]\n> **Revoke it now.** Delete **ci** (\`${one.mask}\`) under [API keys](https://platform.openai.com/api-keys) of project **Web**. Removing the line is not enough: anyone who fetched this branch has the key.\n`,
    );
  });

  test("of one key has no table, but where it is and whose it is", () => {
    const link = (path: string) => `https://github.com/acme/web/blob/${"c".repeat(40)}/${path}?plain=1#L3`;
    expect(text).not.toMatch(/^\|/m);
    expect(text).toContain(
      `- **Where:** [\`src/app.ts:3\`](${link("src/app.ts")}) by Ada · and [\`.env:3\`](${link(".env")}), since removed\n- **Whose:** yours: **ci**, project **Web**, owner **Ada**\n`,
    );
  });

  test("has the other steps, and what turns the check green", () => {
    expect(text).toMatch(
      /\n\*\*Then\*\*\n\n1\. Create a new key .+\n2\. In `src\/app\.ts`, read `process\.env\.OPENAI_API_KEY` instead\./,
    );
    expect(text).toContain(
      "The check turns green when OpenAI refuses the key and the branch no longer contains it: push, or re-run the job.",
    );
  });

  test("folds the details", () => {
    const [, folded = ""] = /<details>([^]+)<\/details>/.exec(text) ?? [];
    expect(folded).toContain(`Fingerprint: \`${one.fingerprint}\` · record \`key_1\``);
    expect(folded).toMatch(/\.env:3`\]\(.+\) by Ada in `ccccccc` on 20 Nov 2026, 10:00 UTC, since removed\n/);
  });

  test("ends with what was not done, where to say that it is no key, the run and the head", () => {
    const repository = "https://github.com/openai-key-guard/openai-key-guard";
    expect(text.split("\n").at(-1)).toBe(
      `<sub>Nothing was done to the key: this repository reports only (\`on-leak: report\`). · [Not a real key?](${repository}/blob/v0.1.0/docs/ignoring.md) · [Run](https://github.com/acme/web/actions/runs/1) · [OpenAI Key Guard 0.1.0](${repository}) · at \`${HEAD.slice(0, 7)}\`</sub>`,
    );
  });

  test("puts an admin key that works before all else", () => {
    const text = renderComment(report([finding(), finding({ family: "admin" })]), context);
    expect(text).toMatch(
      /^### 🔴 A live OpenAI admin key and 1 other key leaked in this pull request\n\n> \[!CAUTION\]\n> \*\*First, revoke `ci` now\.\*\* Whoever has it can manage the whole organisation\./,
    );
    expect(renderComment(report([revoked({ family: "admin" })]), context)).not.toContain("CAUTION");
    const older = finding({ family: "admin", seed: "o", sightings: [sighting({ preexisting: true })] });
    expect(renderComment(report([revoked(), older]), context)).toContain(
      "> **First, revoke `ci` now.** Whoever has it",
    );
  });

  test("says that the Admin API key is the one this run works with", () => {
    const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
    const text = renderComment(report([finding(), own]), context);
    expect(text).toContain("> **First, replace the Admin API key of this run.**");
  });

  test("calls a made-up text what it is: no key of ours, and nothing to revoke", () => {
    const refused = { kind: "inactive", because: "refused" } as const;
    const outcome = { kind: "left", because: "not-accepted" } as const;
    const text = renderComment(report([finding({ possession: "not-accepted", validity: refused, outcome })]), context);
    expect(text).toMatch(/^### 🟠 A fake OpenAI key is still in the code\n/);
    expect(text).toContain("Do not revoke **ci** for this.");
    expect(text).not.toMatch(/Revoke/);
  });

  test("of a result that is not complete says what was not read, and the ways out", () => {
    const gap = { kind: "lfs", path: "a.bin", detail: "a.bin was not read: its content is in Git LFS" } as const;
    const text = renderComment(report([], { gaps: [gap] }), context);
    expect(text).toMatch(
      /^### ⚠️ Not a clean result: 1 file could not be read\n\n> \[!WARNING\]\n> No OpenAI key was found in 3 commits/,
    );
    expect(text).toMatch(
      /but a\.bin was not read: its content is in Git LFS\. A key in it would go unnoticed, so the check stays red\./,
    );
    expect(text).toContain(
      "Do one of these, then re-run:\n\n- read it: `actions/checkout` with `lfs: true` before this step\n",
    );
  });

  test("tells what was not read beside a key", () => {
    const text = renderComment(report([finding()], { gaps: [missing] }), context);
    expect(text).toMatch(/\*\*Not read\*\*\n\n- missing object: object 123456&#8203;7 is not/);
  });

  test("names neither project nor owner nor the key's end to strangers", () => {
    const text = renderComment(restrictReport(report([one]), "minimal"), context);
    expect(text).toContain("Delete `key_1` (`sk-proj-…`) under");
    expect(text).not.toMatch(/\*\*(?:Web|ci|Ada)\*\*/);
  });

  test("says a missing Admin API key once, at the end", () => {
    const unchecked = { identity: { kind: "unchecked", because: "no-admin-key" }, validity: unknown } as const;
    const text = renderComment(report([finding(unchecked)], { gaps: [keyless] }), context);
    expect(text.match(/openai-admin-key/g)).toHaveLength(1);
    expect(text).toContain("<sub>Set the input `openai-admin-key` to learn whose this key is and whether it works. ·");
  });
});

describe("the comment on several keys", () => {
  const keys = ["a", "b", "c", "d"].map((seed) => finding({ seed, sightings: [sighting({ path: `${seed}.ts` })] }));
  const text = renderComment(report(keys), context);

  test("has three columns, and the worst first", () => {
    const mixed = renderComment(report([revoked({ seed: "r" }), finding()]), context);
    const rows = mixed.split("\n").filter((row) => row.startsWith("|"));
    expect(rows[0]).toBe("| Works? | Key | Where |");
    expect(rows[2]).toMatch(/^\| 🔴 \*\*yes\*\* \| \*\*ci\*\*, Ada · `sk-proj-….{4}` \| \[`app\.ts:3`\]/);
    expect(rows[3]).toMatch(/^\| ✅ \*\*no\*\* \| /);
  });

  test("unfolds the first, and folds the others", () => {
    expect(text.match(/<details open><summary>🔴 /g)).toHaveLength(1);
    expect(text.match(/<details><summary>🔴 /g)).toHaveLength(3);
    expect(text).toContain("> **First, revoke `ci` now.**");
  });

  test("is in the same order whatever the order of the findings", () => {
    expect(renderComment(report(keys.toReversed()), context)).toBe(text);
  });
});

const path = (index: number) => `src/${"folder/".repeat(20)}${index}.ts`;

describe("a flood of findings", () => {
  const author = "x".repeat(200);
  const sightings = Array.from({ length: 100 }, (_, index) => sighting({ path: path(index), author }));
  const flood = report(
    Array.from({ length: 500 }, (_, index) => finding({ seed: String(index), sightings })),
    { gaps: Array.from({ length: 300 }, () => missing) },
  );

  test("leaves the comment under 64,000 bytes, with ten keys in full, some in a line, and the number of the rest", () => {
    const text = renderComment(flood, context);
    expect(bytes(text)).toBeLessThan(64_000);
    expect(bytes(text)).toBeGreaterThan(30_000);
    const rows = text.match(/^\| 🔴/gm)?.length ?? 0;
    expect(rows).toBe(10);
    const lines = text.match(/^- 🔴/gm)?.length ?? 0;
    expect(lines).toBeGreaterThan(10);
    const where = "the [job summary](https://github.com/acme/web/actions/runs/1) has all";
    expect(text).toContain(`${500 - rows - lines} more keys are not listed here: ${where}.`);
    const listed = text.match(/^- missing object/gm)?.length ?? 0;
    expect(text).toContain(`- and ${300 - listed} more: ${where}`);
    expect(text).toMatch(/<\/sub>$/);
  });

  test("leaves the job summary under a mebibyte, with every key in its table", () => {
    const text = renderSummary(flood, context);
    expect(bytes(text)).toBeLessThan(1024 * 1024);
    expect(text.match(/^\| 🔴/gm)).toHaveLength(500);
    expect(text).toMatch(/and \d+ places more, in the JSON report|and \d+ places/);
  });

  test("of one key with very many places cuts the places alone", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => sighting({ path: path(index) }));
    const text = renderComment(report([finding({ sightings: many })]), context);
    expect(text.length).toBeLessThan(60_000);
    const listed = text.match(/^ {2}- \[/gm)?.length ?? 0;
    expect(listed).toBeGreaterThan(50);
    expect(text).toContain(`and ${(20_000 - listed).toLocaleString("en")} places more`);
  });
});

test("the job summary shows what the comment shows, and all places of an ordinary leak", () => {
  const sightings = Array.from({ length: 300 }, (_, index) => sighting({ path: `a/${index}.ts` }));
  const text = renderSummary(report([finding({ sightings })]), context);
  expect(text).toMatch(/^## 🔴 A live OpenAI key leaked/);
  expect(text.match(/^ {2}- \[/gm)).toHaveLength(300);
});

test("a clean summary is a line and its footer", () => {
  expect(renderSummary(report(), { ...context, head: "", runUrl: null })).toBe(
    "## ✅ No OpenAI keys found\n\n<sub>[OpenAI Key Guard 0.1.0](https://github.com/openai-key-guard/openai-key-guard) · 3 commits, 17 blobs, 50 KB, 2 texts in 85 ms</sub>",
  );
});

describe("once the danger is over", () => {
  test("the comment says so, and what happened", () => {
    const text = renderResolvedComment(report([revoked()]), context);
    expect(text).toMatch(
      /^### ✅ Resolved: the leaked OpenAI key no longer works\n\n\*\*ci\*\* \(project \*\*Web\*\*\) was revoked on 20 Nov 2026, 10:03 UTC, 3 minutes after it leaked, and is out of the code\. History need not be rewritten\.\n\nStill worth doing:\n\n1\. Create a new key/,
    );
    expect(text).not.toMatch(/CAUTION|WARNING|Revoke it now/);
  });

  test("a key that may work again one day is not harmless in history", () => {
    const dormant = revoked({
      validity: { kind: "inactive", because: "project-dormant" },
      outcome: { kind: "left", because: "already-inactive" },
    });
    const one = renderResolvedComment(report([dormant]), context);
    expect(one).toContain("does not work (its project is archived or its owner left) and is out of the code.");
    const both = renderResolvedComment(report([dormant, revoked({ seed: "b" })]), context);
    expect(both).toContain("None of them works, and they are out of the code.");
    for (const text of [one, both]) expect(text.split("<details")[0]).not.toContain("code. History need not");
  });

  test("keys that were here before are not called harmless", () => {
    const old = finding({ seed: "b", sightings: [sighting({ preexisting: true })] });
    expect(renderResolvedComment(report([revoked(), old]), context)).toContain(
      "Keys that were here before this change are listed, but do not fail it.",
    );
  });

  test("commits that are gone do not make a pushed key safe", () => {
    const text = renderGoneComment(["0123456789abcdef"], context);
    expect(text).toMatch(/^### 🔴 A leaked OpenAI key was removed, but may still work\n/);
    expect(text).toMatch(
      /Make sure that it is revoked\.\*\* A key that was pushed here may still work[^]+history was rewritten/,
    );
    expect(text).toContain("`0123456789abcdef`");
    expect(text).not.toMatch(/Resolved/);
    expect(renderGoneComment(["0".repeat(16), "1".repeat(16)], context)).toMatch(
      /^### 🔴 2 leaked OpenAI keys were removed, but may still work/,
    );
    expect(
      renderGoneComment(
        Array.from({ length: 9000 }, () => "0".repeat(16)),
        context,
      ).length,
    ).toBeLessThan(60_000);
  });

  test("commits that are gone with dead keys alone are no proof: what said so is a comment", () => {
    const text = renderGoneComment([], context);
    expect(text).toMatch(/^### ✅ No OpenAI keys are left in this pull request\n/);
    expect(text).toContain("The last comment here listed no key that still worked.");
    expect(text).not.toMatch(/resolved|dead/i);
  });

  test("keys of which the comment has only the number are counted", () => {
    expect(renderGoneComment(["0".repeat(16)], context, 580)).toMatch(
      /^### 🔴 581 leaked OpenAI keys .+ and 580 more\./s,
    );
  });
});

test("whatever others have written, it mentions nobody, opens no tag and breaks no table", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      for (const text of [
        renderComment(one, context),
        renderSummary(one, context),
        renderResolvedComment(one, context),
      ]) {
        expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
        expect(text).not.toMatch(/##\[|^\s*::|undefined|NaN|\[object/m);
        const rows = text.split("\n").filter((row) => row.startsWith("|"));
        for (const row of rows) expect(row.match(/\|/g)).toHaveLength(4);
        const running = outsideCode(text).replaceAll(/\]\([^)]*\)/g, "]");
        expect(running).not.toMatch(/@(?!&#8203;)/);
        expect(running).not.toMatch(/<(?!\/?(?:details(?: open)?|summary|code|sub|b)>)/);
        expect(running.match(/<details(?: open)?>/g)?.length).toBe(running.match(/<\/details>/g)?.length);
        expect(text.length).toBeLessThan(1_048_576);
      }
      expect(bytes(renderComment(one, context))).toBeLessThan(64_000);
    }),
    { numRuns: RUNS },
  );
});

test("a place that cannot be linked to is named all the same", () => {
  const text = renderComment(report([finding({ validity: unknown })]), { ...context, link: () => null });
  expect(text).toContain("- **Where:** `src/app.ts:3` by Ada");
});

describe("decoys, however many", () => {
  const decoys = Array.from({ length: 600 }, (_, index) =>
    finding({ seed: `decoy ${index}`, identity: { kind: "foreign" }, possession: "not-tried", validity: unknown }),
  );
  const ours = revoked({ seed: "ours", sightings: [sighting({ inHead: true })] });
  const text = renderComment(report([...decoys, ours]), context);

  test("push no key of ours out of sight", () => {
    const [, , first = ""] = text.split("\n").filter((row) => row.startsWith("|"));
    expect(first).toContain(ours.mask);
    expect(text).toMatch(/<details><summary>🟠 <b>ci<\/b>, Ada: revoked 3 minutes after it leaked/);
  });

  test("make no wall of a comment: it says how many there are, and where", () => {
    expect(text.split("\n").filter((row) => row.startsWith("|"))).toHaveLength(12);
    expect(text).toContain("551 more keys are not listed here: the [job summary](");
    expect(renderSummary(report([...decoys, ours]), context)).not.toContain("not listed here");
  });
});
