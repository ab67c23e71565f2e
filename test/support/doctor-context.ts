import { tmpdir } from "node:os";
import type { Check, CheckId, CheckState } from "../../src/doctor/check.ts";
import type { DoctorContext } from "../../src/doctor/context.ts";
import { SYSTEM_CLOCK } from "../../src/domain/clock.ts";
import { TestClock } from "./test-clock.ts";

/** Where nobody listens: the connection is refused at once. */
const NOWHERE = "http://127.0.0.1:2";

/** What the checks look at on a terminal, in a folder without a repository, where nobody answers. */
export function createDoctorContext(choices: Partial<DoctorContext> = {}): DoctorContext {
  return {
    medium: "terminal",
    detail: "minimal",
    node: "24.21.0",
    platform: "linux x64",
    environment: { PATH: process.env["PATH"], HOME: tmpdir() },
    repo: tmpdir(),
    isRepoGiven: false,
    ignoreFile: ".github/openai-key-guard.yml",
    baseURL: `${NOWHERE}/v1`,
    adminKey: { kind: "none" },
    github: { apiUrl: NOWHERE, serverUrl: NOWHERE, token: null, repository: null },
    temp: tmpdir(),
    workflow: null,
    clock: new TestClock(SYSTEM_CLOCK.now()),
    timeout: 2000,
    ...choices,
  };
}

/** The state of each check, by its id. */
export function statesOf(checks: readonly Check[]): Partial<Record<CheckId, CheckState>> {
  return Object.fromEntries(checks.map(({ id, state }) => [id, state]));
}

/** One of the checks. */
export function findCheck(checks: readonly Check[], id: CheckId): Check {
  const check = checks.find((one) => one.id === id);
  if (!check) throw new Error(`there is no check ${id}`);
  return check;
}
