import { describe, expect, test } from "vitest";
import { help, manual } from "../../src/report/help.ts";
import { COMMANDS, commandOf, flagsOf, isCommand } from "../../src/report/help-commands.ts";
import { FLAGS, type FlagName, flagOf } from "../../src/report/help-flags.ts";
import { DEFAULTS } from "../../src/settings/settings.ts";

const NAMES = Object.keys(COMMANDS).filter(isCommand);
const WIDTHS = [20, 48, 60, 80, 100, 400];

/** Inputs that the command line has other ways for, or no use. */
const ELSEWHERE = ["scan", "openai-admin-key", "comment", "report-file", "sarif-file", "github-token"];

describe("help", () => {
  test("of all commands names each, what it does, the exit codes and the variables", () => {
    const text = help("1.2.3");
    for (const name of NAMES) expect(text).toContain(`openai-key-guard ${name}`);
    expect(text).toContain("openai-key-guard 1.2.3");
    expect(text).toContain("Exit codes: 0 clean");
    expect(text).toContain("OPENAI_ADMIN_KEY");
  });

  test.each(NAMES)("of %s has its usage, every flag of it, an example and the exit codes", (name) => {
    const text = help("1.2.3", name, 100);
    for (const way of commandOf(name).usage) expect(text).toContain(`  openai-key-guard ${name} ${way}`.trimEnd());
    for (const flag of Object.values(commandOf(name).flags).flat()) {
      expect(text).toMatch(new RegExp(`^  --${flag}(?: [A-Z]+)?(?: {2}|$)`, "m"));
    }
    expect(text).toMatch(/^Examples?:\n  openai-key-guard /m);
    expect(text).toMatch(/^Exit codes: 0 /m);
  });

  test("names a flag under one heading only, and every flag somewhere", () => {
    for (const name of NAMES) expect(new Set(flagsOf(name)).size).toBe(flagsOf(name).length);
    expect(new Set(NAMES.flatMap(flagsOf))).toEqual(new Set(Object.keys(FLAGS)));
  });

  test("types in its examples and usages only flags that the command takes", () => {
    for (const name of NAMES) {
      const { examples, usage } = commandOf(name);
      for (const typed of [...examples.map(([line]) => line), ...usage.map((way) => `${name} ${way}`)]) {
        expect(typed).toMatch(new RegExp(`^${name}(?: |$)`));
        for (const [, flag] of typed.matchAll(/--([a-z-]+)/g)) expect(flagsOf(name)).toContain(flag);
      }
    }
  });

  test("has a flag for every setting of the command line, with its default", () => {
    const settings = Object.keys(DEFAULTS).filter((name) => !ELSEWHERE.includes(name)) as FlagName[];
    expect(Object.keys(FLAGS)).toEqual(expect.arrayContaining(settings));
    for (const name of settings) {
      const { words, says, value, repeats } = flagOf(name);
      const preset = DEFAULTS[name as keyof typeof DEFAULTS];
      if (value === null || repeats || preset === "") continue;
      expect(words ? words[0] : says, name).toMatch(words ? new RegExp(`^${preset}$`) : `${preset} is the default`);
    }
  });

  test.each(WIDTHS)("fits into %i columns, but for what is to be typed as it stands", (width) => {
    const most = Math.min(100, Math.max(48, width));
    for (const line of manual("1.2.3", width).split("\n")) {
      if (/^ *openai-key-guard |^ *--|^ *\S+$/.test(line)) continue;
      expect(line.length, line).toBeLessThanOrEqual(most);
    }
  });

  test("has no blanks at the ends of lines, and sentences that end", () => {
    expect(manual("1.2.3")).not.toMatch(/[ \t]$/m);
    for (const name of Object.keys(FLAGS) as FlagName[]) expect(flagOf(name).says).toMatch(/^[A-Z][^]*\.$/);
    for (const name of NAMES) expect([commandOf(name).says, ...commandOf(name).more].join(" ")).toMatch(/\.$/);
  });
});
