import { tmpdir } from "node:os";
import type { Command } from "commander";
import type { DoctorContext } from "../doctor/context.ts";
import { SYSTEM_CLOCK } from "../domain/clock.ts";
import {
  DOCTOR_DESCRIPTION,
  DOCTOR_EXAMPLES,
  DOCTOR_EXIT_CODES,
  DOCTOR_FORMAT,
  DOCTOR_SUMMARY,
} from "../messages/doctor/command.ts";
import { parseSettings } from "../settings/settings.ts";
import { parseWord } from "../settings/values.ts";
import { VERSION } from "../version.ts";
import { type Flags } from "./flags.ts";
import { addHelpNotes } from "./help.ts";
import {
  createBaseUrlOption,
  createChoice,
  createColorOption,
  createDetailOption,
  createIgnoreFileOption,
  createRepoOption,
} from "./options.ts";
import { chooseDetail } from "./run.ts";
import { detectLook } from "./terminal.ts";

const { env, stdout } = process;

/** How the checks can be written; the first is the default. */
const FORMATS = ["text", "json"] as const;

/** How long one request may take, in milliseconds. */
const TIMEOUT = 5000;

/** Adds `doctor`. */
export function addDoctor(program: Command): void {
  const command = program
    .command("doctor")
    .summary(DOCTOR_SUMMARY)
    .description(DOCTOR_DESCRIPTION)
    .addOption(createRepoOption())
    .addOption(createIgnoreFileOption())
    .addOption(createBaseUrlOption())
    .addOption(createDetailOption())
    .addOption(createChoice("--format <WORD>", DOCTOR_FORMAT, FORMATS))
    .addOption(createColorOption())
    .action(async () => await runDoctor(command.optsWithGlobals<DoctorFlags>()));
  addHelpNotes(command, {
    examples: [
      ["doctor", DOCTOR_EXAMPLES.plain],
      ["doctor --format json", DOCTOR_EXAMPLES.json],
    ],
    variables: ["OPENAI_ADMIN_KEY", "NO_COLOR", "HTTPS_PROXY"],
    exitCodes: DOCTOR_EXIT_CODES,
  });
}

type DoctorFlags = Flags & { openaiBaseUrl?: string; detail?: string };

async function runDoctor(flags: DoctorFlags): Promise<void> {
  // Before the command, the flag takes every format of a report.
  const format = parseWord("--format", flags.format ?? FORMATS[0], FORMATS);
  const context = await createContext(flags);
  const [{ runChecks }, { concludeAsExitCode, renderCheckJson, renderCheckText }] = await Promise.all([
    import("../doctor/doctor.ts"),
    import("../doctor/report.ts"),
  ]);
  const checks = await runChecks(context);
  const text = format === "json" ? renderCheckJson(checks, VERSION) : renderCheckText(checks, detectLook(flags));
  stdout.write(text.endsWith("\n") ? text : `${text}\n`);
  process.exitCode = concludeAsExitCode(checks);
}

/** A wrong Admin API key is no wrong use here: telling it is what the checks are for. */
async function createContext(flags: DoctorFlags): Promise<DoctorContext> {
  const { parseGivenKey } = await import("../doctor/admin-key.ts");
  const given: Readonly<Record<string, string | undefined>> = {
    "openai-base-url": flags.openaiBaseUrl,
    "ignore-file": flags.ignoreFile,
    detail: flags.detail,
  };
  const settings = parseSettings((name) => given[name], { secretsWithheld: true });
  return {
    medium: "terminal",
    detail: chooseDetail(settings),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    environment: env,
    repo: flags.repo || process.cwd(),
    isRepoGiven: Boolean(flags.repo),
    ignoreFile: settings.ignoreFile,
    baseURL: settings.baseURL,
    adminKey: parseGivenKey(env["OPENAI_ADMIN_KEY"] ?? ""),
    github: {
      apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
      serverUrl: env["GITHUB_SERVER_URL"] || "https://github.com",
      token: env["GITHUB_TOKEN"] || null,
      repository: env["GITHUB_REPOSITORY"] || null,
    },
    temp: tmpdir(),
    workflow: null,
    clock: SYSTEM_CLOCK,
    timeout: TIMEOUT,
  };
}
