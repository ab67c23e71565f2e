import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { restrictReport } from "../../../src/domain/report.ts";
import { sighting } from "../../support/facts.ts";
import { anyReport, RUNS } from "../arbitrary.ts";
import { renderComment, renderGoneComment, renderResolvedComment, renderSummary } from "../render.ts";
import { context, finding, HEAD, missing, removed, report, revoked, unknown } from "../stories.ts";

const bytes = (text: string) => new TextEncoder().encode(text).length;

/** The text without code spans and escaped characters, as a reader of Markdown goes through it. */
function outsideCode(text: string): string {
  return text.replaceAll(/\\.|(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, "");
}

describe("the comment", () => {
  const one = finding({ sightings: [sighting(), removed({ path: ".env" })] });
  const text = renderComment(report([one]), context);

  test("begins with the count, for previews in mail", () => {
    expect(text).toMatch(/^### 1 OpenAI key is exposed\n/);
  });

  test("has a row for the key, with a link to its line at the commit that brought it", () => {
    const link = `https://github.com/acme/web/blob/${"c".repeat(40)}/src/app.ts?plain=1#L3`;
    expect(text).toContain(
      `| project key \`${one.fingerprint.slice(0, 8)}\` | [\`src/app.ts:3\`](${link}), and 1 more | ours: \`key_1\` | **active**: OpenAI accepted it | left alone: on-leak is report |`,
    );
  });

  test("says what to do next, the fix first", () => {
    expect(text).toMatch(
      /#### Next\n\n1\. Revoke it now: `Ada` or a project owner can delete `key_1` at `platform\.openai\.com`, project `Web`, API keys/,
    );
  });

  test("folds the details", () => {
    const [, folded = ""] = /<details>([^]+)<\/details>/.exec(text) ?? [];
    expect(folded).toContain(one.fingerprint);
    expect(folded).toContain("Whose: ours: `key_1`, named `ci`, project `Web`, owner `Ada`");
    expect(folded).toMatch(/\.env:3:14`\]\(.+\) in `ccccccc` by Ada on 2026-11-20 10:00 UTC, removed again later\n/);
  });

  test("ends with the head, the run and what was read", () => {
    expect(text.split("\n").at(-1)).toBe(
      `<sub>openai-key-guard 0.1.0 · head \`${HEAD.slice(0, 7)}\` · [run](https://github.com/acme/web/actions/runs/1) · 3 commits, 17 blobs, 50 KB, 2 texts in 85 ms</sub>`,
    );
  });

  test("warns before all else of an admin key that is exposed", () => {
    const text = renderComment(report([finding(), finding({ family: "admin" })]), context);
    expect(text).toMatch(
      /^### 1 OpenAI admin key is exposed; 1 other key is exposed\n\n> \[!CAUTION\]\n> An admin key is exposed/,
    );
    expect(text).toMatch(/\|---\|\n\| admin key/);
    expect(renderComment(report([revoked({ family: "admin" })]), context)).not.toContain("CAUTION");
  });

  test("says that the admin key is the one this run works with, and calls no older one new", () => {
    const own = finding({ family: "admin", outcome: { kind: "left", because: "own-admin-key" } });
    const text = renderComment(report([finding(), own]), context);
    expect(text).toMatch(/^### 1 OpenAI admin key is exposed: the one this run works with; 1 other key is exposed\n/);
    expect(text).toContain("> The admin key this run works with is exposed. It comes first.");
    expect(text).toMatch(/\|---\|\n\| admin key .+\| ours: this run's own \|/);
    const older = finding({ family: "admin", sightings: [sighting({ preexisting: true })] });
    const words = "> An admin key was here before this change and is not dead. It comes first.";
    expect(renderComment(report([older]), context)).toContain(words);
    expect(renderResolvedComment(report([revoked(), older]), context)).toContain(words);
  });

  test("calls a made-up text what it is: no key of ours, and nothing to revoke", () => {
    const refused = { kind: "inactive", because: "refused" } as const;
    const outcome = { kind: "left", because: "not-accepted" } as const;
    const text = renderComment(report([finding({ possession: "not-accepted", validity: refused, outcome })]), context);
    expect(text).toMatch(/^### 1 look-alike of your keys does not work, but is still in the head\n/);
    expect(text).toContain(
      "| look-alike of ours: `key_1` | **inactive**: OpenAI refused it | left alone: OpenAI refuses it, so there is nothing to revoke |",
    );
    expect(text).not.toMatch(/\| ours:|Revoke/);
  });

  test("tells what was not seen", () => {
    const text = renderComment(report([], { gaps: [missing] }), context);
    expect(text).toMatch(/^### Could not tell: 1 thing was not read/);
    expect(text).toMatch(/#### Not seen\n\n- missing object: object 123456&#8203;7 is not/);
  });

  test("names neither project nor owner nor the key's end to strangers", () => {
    const text = renderComment(restrictReport(report([one]), "minimal"), context);
    expect(text).toContain("`sk-proj-…`");
    expect(text).not.toMatch(/Web`|named|owner `Ada/);
  });

  test("unfolds the steps of three keys, and keeps those of the others in their details", () => {
    const text = renderComment(report(["a", "b", "c", "d"].map((seed) => finding({ seed }))), context);
    const [open = "", ...folded] = text.split("<details>");
    expect(open.match(/1\. Revoke it now/g)).toHaveLength(3);
    expect(folded.map((part) => part.includes("Revoke it now"))).toEqual([false, false, false, true]);
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

  test("leaves the comment under 60,000 characters, and says how many more there are and where", () => {
    const text = renderComment(flood, context);
    expect(text.length).toBeLessThan(60_000);
    expect(text.length).toBeGreaterThan(40_000);
    const rows = text.match(/^\| project key/gm)?.length ?? 0;
    expect(rows).toBeGreaterThan(30);
    const where = "the [job summary](https://github.com/acme/web/actions/runs/1) has all";
    expect(text).toContain(`${500 - rows} more keys are not in this table: ${where}.`);
    const folded = text.match(/<details>/g)?.length ?? 0;
    expect(text).toContain(`${500 - folded} more keys are not shown in full: ${where}.`);
    const listed = text.match(/^- missing object/gm)?.length ?? 0;
    expect(text).toContain(`- and ${300 - listed} more: ${where}`);
    expect(text).toMatch(/<\/sub>$/);
  });

  test("leaves the job summary under a mebibyte, with every key in its table", () => {
    const text = renderSummary(flood, context);
    expect(bytes(text)).toBeLessThan(1024 * 1024);
    expect(text.match(/^\| project key/gm)).toHaveLength(500);
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
  expect(text).toMatch(/^## 1 OpenAI key is exposed/);
  expect(text.match(/^ {2}- \[/gm)).toHaveLength(300);
});

test("a clean summary is a line and its footer", () => {
  expect(renderSummary(report(), { ...context, head: "", runUrl: null })).toBe(
    "## No OpenAI keys found\n\n<sub>openai-key-guard 0.1.0 · 3 commits, 17 blobs, 50 KB, 2 texts in 85 ms</sub>",
  );
});

describe("once the danger is over", () => {
  test("the comment says so, and what happened", () => {
    const text = renderResolvedComment(report([revoked()]), context);
    expect(text).toMatch(/^### 1 OpenAI key was exposed and is dead\n\nResolved: nothing that this change brought/);
    expect(text).toContain("revoked, and refused when tried again");
    expect(text).toContain("2026-11-20 10:03 UTC");
    expect(text).not.toMatch(/not judged|Revoke it now/);
  });

  test("keys that were here before are not called harmless", () => {
    const old = finding({ seed: "b", sightings: [sighting({ preexisting: true })] });
    expect(renderResolvedComment(report([revoked(), old]), context)).toContain("before it are listed, and not judged");
  });

  test("commits that are gone do not make a pushed key safe", () => {
    const text = renderGoneComment(["0123456789abcdef"], context);
    expect(text).toMatch(/^### 1 OpenAI key was pushed here, and is not proven inactive\n/);
    expect(text).toMatch(/history was rewritten.+A pushed key stays exposed all the same until it is revoked/);
    expect(text).toContain("`0123456789abcdef`");
    expect(text).not.toMatch(/Resolved/);
    expect(renderGoneComment(["0".repeat(16), "1".repeat(16)], context)).toMatch(
      /^### 2 OpenAI keys were pushed here, and are not/,
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
    expect(text).toMatch(/^### No OpenAI keys are left in this pull request\n/);
    expect(text).toContain("The last comment here named no key that still worked. Nobody can check that");
    expect(text).not.toMatch(/resolved|dead/i);
  });

  test("keys of which the comment has only the number are counted", () => {
    expect(renderGoneComment(["0".repeat(16)], context, 580)).toMatch(/^### 581 OpenAI keys .+ and 580 more\./s);
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
        for (const row of rows) expect(row.match(/\|/g)).toHaveLength(6);
        expect(rows.length).toBe(one.findings.length > 0 ? one.findings.length + 2 : 0);
        const running = outsideCode(text).replaceAll(/\]\([^)]*\)/g, "]");
        expect(running).not.toMatch(/@(?!&#8203;)/);
        expect(running).not.toMatch(/<(?!\/?(?:details|summary|code|sub)>)/);
        expect(running.match(/<details>/g)?.length).toBe(running.match(/<\/details>/g)?.length);
        expect(text.length).toBeLessThan(1_048_576);
      }
      expect(renderComment(one, context).length).toBeLessThan(60_000);
    }),
    { numRuns: RUNS },
  );
});

test("a place that cannot be linked to is named all the same", () => {
  const text = renderComment(report([finding({ validity: unknown })]), { ...context, link: () => null });
  expect(text).toContain("| `src/app.ts:3` |");
});

describe("decoys, however many", () => {
  const decoys = Array.from({ length: 600 }, (_, index) =>
    finding({ seed: `decoy ${index}`, identity: { kind: "foreign" }, possession: "not-tried", validity: unknown }),
  );
  const ours = revoked({ seed: "ours", sightings: [sighting({ inHead: true })] });
  const text = renderComment(report([...decoys, ours]), context);

  test("push no key of ours out of sight", () => {
    const [, , first = ""] = text.split("\n").filter((row) => row.startsWith("|"));
    expect(first).toContain(ours.fingerprint.slice(0, 8));
    expect(text).toMatch(new RegExp(`<details><summary>All about the .+ <code>${ours.fingerprint.slice(0, 8)}`));
  });

  test("make no wall of a comment: it says how many there are, and where", () => {
    expect(text.split("\n").filter((row) => row.startsWith("|"))).toHaveLength(52);
    expect(text).toContain("551 more keys are not in this table: the [job summary](");
    expect(renderSummary(report([...decoys, ours]), context)).not.toContain("not in this table");
  });
});
