import { type Clock, SYSTEM_CLOCK } from "../domain/clock.ts";
import type { Journal } from "../domain/journal.ts";
import type { Detail } from "../domain/report.ts";
import { restrictPlan, restrictStep } from "../domain/restricted-rotation.ts";
import type { Secret } from "../domain/secret.ts";
import { ROTATION_DECLINED, ROTATION_INTERRUPTED } from "../messages/rotation/progress.ts";
import { findCheckout } from "../output-files/links.ts";
import { escapePlain } from "../report/escape.ts";
import { describePlans, StepTeller } from "../report/wording/rotation/progress.ts";
import { openMinter } from "../rotate/connection.ts";
import type { RotationWorld } from "../rotate/rotation-world.ts";
import { createRotationToken } from "../rotate/steps/rotation-run.ts";
import { createKeyStore } from "../rotate/stores/key-store.ts";
import { openRegistry } from "../scan/world.ts";
import type { Settings } from "../settings/settings.ts";
import { confirmOnTerminal, openConversation } from "./confirmation.ts";
import type { RotateFlags } from "./rotate-flags.ts";
import { chooseDetail, createInterruption } from "./run.ts";
import { createProgressBar } from "./terminal.ts";

const { env, stderr } = process;

/** Everything outside that a rotation on the command line touches. OpenAI and GitHub are not contacted before first use. */
export async function createRotationWorld(
  settings: Settings & { adminKey: Secret },
  journal: Journal,
  flags: RotateFlags,
): Promise<RotationWorld> {
  const clock = SYSTEM_CLOCK;
  const interruption = createInterruption(ROTATION_INTERRUPTED);
  const detail = chooseDetail(settings);
  const progress = await createProgressBar(flags as never);
  return {
    registry: openRegistry({ settings, environment: env, progress }, { clock, ...interruption }),
    minter: openMinter({ ...settings, environment: env, clock }),
    store: createKeyStore({
      token: settings.secretsToken,
      apiUrl: env["GITHUB_API_URL"] || "https://api.github.com",
      clock,
      environment: env,
      checkouts: await listCheckouts(flags),
    }),
    journal,
    clock,
    ...interruption,
    confirm: createRotationConfirmation(flags),
    onPlanned: (plans) => describePlans(detail === "full" ? plans : plans.map(restrictPlan)).forEach(say),
    onStep: createStepListener(flags, detail, clock),
    onKeyCreated: () => {},
    createToken: createRotationToken,
  };
}

/** What a change may have filled: links there are not followed. */
async function listCheckouts({ repo }: RotateFlags): Promise<readonly string[]> {
  const folders = await Promise.all([findCheckout(repo || "."), findCheckout(".")]);
  return folders.filter((top) => top !== null);
}

/** Asks before keys are created, where a person sits at a terminal. Elsewhere, and with --yes, nobody is asked. */
function createRotationConfirmation({ yes }: RotateFlags): RotationWorld["confirm"] {
  const conversation = openConversation(yes === true);
  if (conversation === null) return null;
  return async (plans) => {
    describePlans(plans).forEach(say);
    const isYes = await confirmOnTerminal(conversation);
    if (!isYes) say(ROTATION_DECLINED);
    return isYes;
  };
}

function createStepListener({ quiet, verbose }: RotateFlags, detail: Detail, clock: Clock): RotationWorld["onStep"] {
  if (quiet) return () => {};
  const teller = new StepTeller(clock, verbose === true);
  return (step) => {
    const text = teller.describe(detail === "full" ? step : restrictStep(step));
    if (text !== null) say(text);
  };
}

function say(text: string): void {
  stderr.write(`${escapePlain(text)}\n`);
}
