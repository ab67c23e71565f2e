import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sighting } from "../support/facts.ts";
import { anyReport, RUNS } from "./arbitrary.ts";
import { EVERY_STATE } from "./every-state.ts";
import { renderAnnotations } from "./render.ts";
import { dead, finding, keyless, missing, removed, report, revoked } from "./stories.ts";

const many = (count: number) => Array.from({ length: count }, (_, index) => finding({ seed: String(index) }));

describe("an annotation", () => {
  test("stands at the key's best place, which is in the head", () => {
    const sightings = [removed({ path: "old.ts", line: 9 }), sighting({ path: "here.ts", line: 4, column: 2 })];
    expect(renderAnnotations(report([finding({ sightings })]))).toMatchObject([
      { level: "error", title: "A live OpenAI key leaked in this change", path: "here.ts", line: 4, column: 2 },
    ]);
  });

  test("says first what to do, step by step, and then what is known", () => {
    const [one] = renderAnnotations(report([finding({ sightings: [sighting(), sighting({ path: "b" })] })]));
    const lines = one?.message.split("\n") ?? [];
    expect(lines.map((line) => line.slice(0, 14))).toEqual([
      "Revoke it now.",
      "1. Create a ne",
      "2. Take the ke",
      "Key: sk-proj-…",
      "Works? Yes: Op",
      "Whose: yours: ",
      "Action: nothin",
      "Found in 2 pla",
    ]);
  });

  test.each([
    ["live", "Revoke it now."],
    ["waiting", "Revoke it once it is replaced."],
    ["quarantined", "Replace it and then revoke it."],
    ["expiring", "Replace it before "],
    ["revoked", "checkout (sk-proj-…C4gA) no longer works: this run revoked it"],
    ["stranger", "Ask Grace whose key this is."],
    ["incomplete", '"models/weights.bin" was not read: it'],
  ] as const)("of %s begins with what its reader has to know first", (state, first) => {
    expect(renderAnnotations(EVERY_STATE[state])[0]?.message.slice(0, first.length)).toBe(first);
  });

  test("has no line where there is no file", () => {
    const sightings = [removed({ where: "commit-message", path: null, line: 3 })];
    const [one] = renderAnnotations(report([finding({ sightings })]));
    expect(one).toMatchObject({ path: null, line: null, column: null });
    expect(one?.message).toContain("Found in the message of commit ccccccc, line 3.");
  });

  test("stands at an archive without a line, and says which file in it", () => {
    const sightings = [sighting({ path: "a.zip", member: "etc/.env", line: null, column: null })];
    const [one] = renderAnnotations(report([finding({ sightings })]));
    expect(one).toMatchObject({ path: "a.zip", line: null, column: null });
    expect(one?.message).toContain("Found in a.zip › etc/.env.");
  });

  test("stands at a file for the file's name, and nowhere for a branch's", () => {
    const at = (path: string) =>
      renderAnnotations(report([finding({ sightings: [sighting({ where: "path", path })] })]))[0];
    expect(at("keys/a.txt")).toMatchObject({ path: "keys/a.txt", line: null });
    expect(at("refs/heads/a")).toMatchObject({ path: null, line: null });
    expect(at("refs/heads/a")?.message).toContain("Found in the name of the branch a.");
  });

  test("of an admin key comes first, and is an error wherever the key was seen", () => {
    const own = finding({
      family: "admin",
      sightings: [sighting({ preexisting: true })],
      outcome: { kind: "left", because: "own-admin-key" },
    });
    const all = renderAnnotations(report([finding(), finding({ family: "admin" }), own]));
    expect(all.map(({ level }) => level)).toEqual(["error", "error", "error"]);
    expect(all.map(({ title }) => /Admin API key of this run|admin key|OpenAI key/.exec(title)?.[0])).toEqual([
      "Admin API key of this run",
      "admin key",
      "OpenAI key",
    ]);
  });

  test("does not call a made-up text a key that once worked", () => {
    const validity = { kind: "inactive", because: "refused" } as const;
    const [one] = renderAnnotations(report([finding({ possession: "not-accepted", validity })]));
    expect(one).toMatchObject({ level: "warning", title: "A fake OpenAI key is still in the code" });
  });

  test("of what is staged says staged", () => {
    const [one] = renderAnnotations(report([finding()], { change: { kind: "staged" } }));
    expect(one?.title).toBe("A live OpenAI key is staged");
  });

  test("says that the self-test failed, which is nothing that was not read", () => {
    const gaps = [{ kind: "self-test", detail: "1 of 5 built-in sample keys were not found" }] as const;
    expect(renderAnnotations(report([], { gaps }))[0]).toMatchObject({
      level: "warning",
      title: "The self-test failed",
    });
  });

  test.each([
    ["error", finding()],
    ["warning", finding({ blocks: false })],
    ["warning", finding({ validity: dead })],
    ["warning", finding({ sightings: [sighting({ preexisting: true })] })],
    ["notice", finding({ sightings: [sighting({ preexisting: true })], validity: dead })],
    ["notice", revoked()],
  ] as const)("is as loud as the harm: %s", (level, one) => {
    expect(renderAnnotations(report([one]))[0]?.level).toBe(level);
  });

  test("warns of each thing that was not read, and not of a choice the operator made", () => {
    expect(renderAnnotations(report([], { gaps: [missing, keyless] }))).toEqual([
      {
        level: "warning",
        title: "Not read: missing object",
        message: expect.stringMatching(
          /^object 1234567 is not here: the clone is shallow\nDo one of these, then re-run:\n- read it: /,
        ),
        path: null,
        line: null,
        column: null,
      },
    ]);
  });
});

describe("many annotations", () => {
  test("ten keys get ten, and nothing is said of more", () => {
    const ten = renderAnnotations(report(many(10)));
    expect(ten).toHaveLength(10);
    expect(ten.at(-1)?.message).not.toContain("The job summary");
  });

  test("of more keys than ten the tenth says how many more", () => {
    const ten = renderAnnotations(report(many(14)));
    expect(ten).toHaveLength(10);
    expect(ten.map(({ message }) => message.includes("And 4 more. The job summary has all."))).toEqual([
      ...Array.from({ length: 9 }, () => false),
      true,
    ]);
  });

  test("each level has its own ten", () => {
    const gaps = Array.from({ length: 30 }, () => missing);
    const levels = renderAnnotations(report(many(30), { gaps })).map(({ level }) => level);
    expect(levels).toEqual([...Array(10).fill("error"), ...Array(10).fill("warning")]);
  });
});

test("whatever others have written, no annotation is too long, hides anything or commands the runner", () => {
  fc.assert(
    fc.property(anyReport, (one) => {
      for (const { title, message, path } of renderAnnotations(one)) {
        expect(message.length).toBeLessThanOrEqual(4096);
        for (const text of [title, message.replaceAll("\n", " "), path ?? ""]) {
          expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|undefined|\[object/u);
        }
        expect(message).not.toMatch(/::|##\[/);
      }
    }),
    { numRuns: RUNS },
  );
});

test("a message that is too long is cut, and what to do and what is said of others still follow it", () => {
  const gaps = Array.from({ length: 12 }, () => ({ ...missing, detail: "far too long ".repeat(1000) }));
  const last = renderAnnotations(report([], { gaps })).at(-1)?.message ?? "";
  expect(last.length).toBeLessThan(4096);
  expect(last).toMatch(/\nDo one of these, then re-run:\n- read it: [^]+\nAnd 2 more\. The job summary has all\.$/);
});

test("the path stays the one that GitHub knows, even where a log would break it", () => {
  const [one] = renderAnnotations(report([finding({ sightings: [sighting({ path: "man/Foo::Bar.3pm" })] })]));
  expect(one?.path).toBe("man/Foo::Bar.3pm");
});
