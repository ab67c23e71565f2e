import type { Command } from "commander";
import { describe, expect, test, vi } from "vitest";
import { createProgram, runProgram } from "../../src/cli/program.ts";
import { UsageError } from "../../src/errors.ts";
import { createFakeKey } from "../../src/sandbox/fake-keys.ts";
import { DEFAULTS } from "../../src/settings/settings.ts";

const PROGRAM = createProgram();
const COMMANDS = PROGRAM.createHelp().visibleCommands(PROGRAM);
const NAMES = COMMANDS.map((command) => command.name());

/** Inputs that the command line has other ways for, or no use. */
const ELSEWHERE = [
  "scan",
  "openai-admin-key",
  "secrets-token",
  "comment",
  "report-file",
  "sarif-file",
  "github-token",
  "doctor",
  "notify-url",
];

/** What `--help` prints for a command on a terminal this wide. */
function help(command: Command, width = 80): string {
  let text = "";
  command.configureOutput({ getOutHelpWidth: () => width, writeOut: (part) => void (text += part) });
  command.outputHelp();
  return text;
}

function flagsOf(command: Command): readonly string[] {
  return command.options.map(({ long }) => long ?? "");
}

async function usageError(...words: readonly string[]): Promise<string> {
  const error: unknown = await runProgram(words).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as UsageError).message;
}

describe("help", () => {
  test("of all commands names each, what it does, the exit codes and the variables", () => {
    const text = help(PROGRAM);
    for (const command of COMMANDS) expect(text).toContain(`  ${command.name()}`);
    expect(text).toContain("Find leaked OpenAI keys in commits, files or text.");
    expect(text).toContain("Exit codes: 0 no key");
    expect(text).toContain("OPENAI_ADMIN_KEY");
    expect(text).not.toContain("--on-leak <");
  });

  test.each(
    COMMANDS.map((command) => [command.name(), command] as const),
  )("of %s has its usage, every flag of it, an example and the exit codes", (name, command) => {
    const text = help(command, 100);
    expect(text).toMatch(new RegExp(`^Usage: openai-key-guard ${name}\\b`));
    for (const { flags, description } of command.options) {
      expect(text).toContain(`\n  ${flags} `);
      expect(text.replaceAll(/\s+/g, " ")).toContain(description);
    }
    expect(text).toMatch(/^Examples?:\n {2}openai-key-guard /m);
    expect(text).toMatch(/^Exit codes: 0 /m);
  });

  test("types in its examples and usages only flags that the command takes", () => {
    for (const command of COMMANDS) {
      for (const [line] of help(command, 100).matchAll(/^(?:Usage:)? +openai-key-guard .*$/gm)) {
        expect(line).toMatch(new RegExp(` openai-key-guard ${command.name()}(?: |$)`));
        for (const [flag] of line.matchAll(/--[a-z-]+/g)) expect(flagsOf(command)).toContain(flag);
      }
    }
  });

  test("has a flag for every setting of the command line, with its default", () => {
    const scan = COMMANDS.find((command) => command.name() === "scan");
    for (const [name, preset] of Object.entries(DEFAULTS)) {
      if (ELSEWHERE.includes(name)) continue;
      const option = scan?.options.find(({ long }) => long === `--${name}`);
      expect(option, name).toBeDefined();
      if (option?.argChoices) expect(option.argChoices[0]).toBe(preset);
      if (option?.required && preset !== "") expect(option.description).toContain(`The default is ${preset}`);
    }
  });

  test.each([48, 60, 80, 100])("fits into %i columns, but for what is to be typed as it stands", (width) => {
    for (const command of [PROGRAM, ...COMMANDS]) {
      for (const line of help(command, width).split("\n")) {
        if (/^(?:Usage:)? *openai-key-guard |^ *\S+$/.test(line)) continue;
        expect(line.length, line).toBeLessThanOrEqual(width);
      }
    }
  });

  test("has no blanks at the ends of lines, and sentences that end", () => {
    for (const command of [PROGRAM, ...COMMANDS]) {
      expect(help(command)).not.toMatch(/[ \t]$/m);
      for (const { description, hidden } of command.options) if (!hidden) expect(description).toMatch(/^[A-Z][^]*\.$/);
      expect(command.description()).toMatch(/\.$/);
    }
  });

  test.each([[[]], [["--help"]], [["scan", "--help"]], [["--version"]]])("%j is no wrong use", async (words) => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await runProgram(words);
    expect(write).toHaveBeenCalled();
    write.mockRestore();
  });
});

describe("wrong use", () => {
  test.each([
    [["scan", "--openai-admin-key"]],
    [["scan", "--fail-om", "--openai-admin-key=x"]],
    [["--openai-admin-key", "x", "scan"]],
  ])("%j is refused, since everyone on the machine can read it", async (words) => {
    expect(await usageError(...words)).toMatch(/^The Admin API key is never a flag/);
  });

  const key = createFakeKey("project", "typed");
  test.each([
    [[key]],
    [["scan", "--staged", key]],
    [["scan", `--${key}`]],
    [["scan", `--quiet=${key}`]],
    [["scan", "--format", key]],
    [["scan", "--try-keys", key]],
    [["scan", "--max-contained", key]],
    [["contain", key, key]],
    [["contain", key.slice(0, 30), "x"]],
    [["hook", key]],
    [["demo", key.slice(0, 30)]],
    [["ignore", key.slice(0, 30), key.slice(30)]],
    [["ignore", key, "--reason", "x"]],
    [["demo", `\u001b[2J\u202e${key}`]],
  ])("never repeats a key: %#", async (words) => {
    const message = await usageError(...words);
    expect(message).not.toContain(key.slice(8, 20));
    expect(message).not.toContain(key.slice(-8));
    expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

test("a flag may stand before the command", async () => {
  expect(await usageError("--staged", "scan", "x")).toBe(
    '--staged takes no range, but "x" was given. Leave out one of the two.',
  );
});

/** An audit finds no leak: it has levels, no approvals, and no files that are scanned. */
const OWN_OF_AUDIT = ["--fail-on", "--hold-if-used-within", "--ignore-file", "--quiet", "--verbose"];

/** A rotation has no change that is compared with a base: the default branch counts. */
const OWN_OF_ROTATE = ["--keys-file"];

/** A plan leaves out repositories, a scan files. */
const OWN_OF_SWEEP = ["--exclude"];

test("every flag of the program belongs to a command, and commands agree on what it means", () => {
  const shared = COMMANDS.flatMap((command) => command.options);
  for (const { long, flags, description } of shared) {
    // The checks of `doctor` are no report, and are written in fewer ways.
    if (long === "--format" || [...OWN_OF_AUDIT, ...OWN_OF_ROTATE, ...OWN_OF_SWEEP].includes(long ?? "")) continue;
    for (const other of shared.filter((one) => one.long === long)) expect(other).toMatchObject({ flags, description });
  }
  expect(NAMES).toEqual([
    "scan",
    "contain",
    "ignore",
    "audit",
    "rotate",
    "sweep",
    "hook",
    "doctor",
    "completion",
    "demo",
    "sandbox",
  ]);
});
