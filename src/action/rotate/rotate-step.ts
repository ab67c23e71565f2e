import * as core from "@actions/core";
import type { Clock } from "../../domain/clock.ts";
import type { PrivateText } from "../../domain/private-text.ts";
import type { Detail } from "../../domain/report.ts";
import type { Secret } from "../../domain/secret.ts";
import { chooseRotationExit } from "../../exit.ts";
import type { EventScope } from "../../github/event-scope.ts";
import { OutputFile } from "../../output-files/output-file.ts";
import type { RotationWorld } from "../../rotate/rotation-world.ts";
import { openAuditJournal, openRegistry } from "../../scan/world.ts";
import { DEFAULTS } from "../../settings/settings.ts";
import type { CheckoutContext } from "../../targets/checkout.ts";
import { VERSION } from "../../version.ts";
import type { Cancellation } from "../cancellation.ts";
import { chooseStepDetail, type RunRepository } from "../detail.ts";
import { describeRun, readCheckout, readNotifySecret } from "../inputs.ts";
import { requireRunnerFiles } from "../outputs.ts";
import { publishRotation } from "./publish-rotation.ts";
import { type RotateInputs, readRotateInputs } from "./rotate-inputs.ts";

const { env } = process;

/** What a run is given by whoever starts it. */
type RotateStep = { clock: Clock; maskSecret: (secret: Secret | PrivateText) => void; cancellation: Cancellation };

/** Rotates keys, publishes what came of it, and sets the exit code. */
export async function runRotateStep(event: EventScope, step: RotateStep): Promise<void> {
  const inputs = await readRotateInputs();
  const { clock, maskSecret, cancellation } = step;
  maskSecret(inputs.adminKey);
  for (const text of [inputs.notify?.url, readNotifySecret()]) if (text) maskSecret(text);
  const checkout = readCheckout(inputs.githubToken, cancellation.signal);
  const checkouts = [checkout.repo, process.cwd()];
  // Where something is to be written is opened before anything is asked or done.
  const audit = { run: describeRun(VERSION), clock, checkouts };
  const journal = await openAuditJournal(inputs.auditFile, audit);
  requireRunnerFiles();
  const { reportFile: file } = inputs;
  const report = file === null ? null : await OutputFile.open({ name: "report-file", file }, checkouts);
  const [owner = "", repo = ""] = checkout.repository.split("/");
  const repository = { apiUrl: checkout.apiUrl, repository: { owner, repo }, clock, token: inputs.githubToken };
  const detail = inputs.detail === "auto" ? await chooseStepDetail(event, repository) : inputs.detail;
  const world = await createWorld(inputs, { step, checkout, checkouts, detail });
  const done = await rotateAsked(inputs, repository, { ...world, journal });
  const { restrictRotationReport } = await import("../../domain/restricted-rotation.ts");
  const reporting = { event, serverUrl: checkout.serverUrl, run: repository };
  const told = { repository: checkout.repository || null, notify: inputs.notify, clock, reporting };
  await publishRotation(restrictRotationReport(done, detail), report, inputs.auditFile !== null, told);
  process.exitCode = chooseRotationExit(done);
}

/** What is trusted is read from the default branch, whatever is checked out. */
async function rotateAsked(inputs: RotateInputs, repository: RunRepository, world: RotationWorld) {
  const [{ readKeysFileOnGitHub }, { readDefaultProtection }, { buildOrders }, { rotateKeys }] = await Promise.all([
    import("../../targets/keys-file.ts"),
    import("../../targets/default-branch-protection.ts"),
    import("../../rotate/keys-file/orders.ts"),
    import("../../rotate/rotate.ts"),
  ]);
  const { choices, rails, adminKey, keysFile: path, needsKeysFile: isNamed } = inputs;
  const { token } = repository;
  const file = await readKeysFileOnGitHub({ path, isNamed, token }, repository);
  const protect =
    token === null ? [] : await readDefaultProtection({ path: DEFAULTS["ignore-file"], token }, repository);
  const orders = await buildOrders(choices, file, async () => (await world.registry.inventory()).records, "to");
  return await rotateKeys(
    {
      orders,
      isOnlyDue: choices.keys.length === 0,
      isResume: choices.resume,
      rails: { ...rails, protect: [...rails.protect, ...protect] },
      adminKey,
    },
    world,
  );
}

type Surroundings = { step: RotateStep; checkout: CheckoutContext; checkouts: readonly string[]; detail: Detail };

async function createWorld(
  inputs: RotateInputs,
  { step: { clock, maskSecret, cancellation }, checkout, checkouts, detail }: Surroundings,
): Promise<Omit<RotationWorld, "journal">> {
  const [{ openMinter }, { createKeyStore }, { createRotationToken }, { StepTeller, describePlans }, restricted] =
    await Promise.all([
      import("../../rotate/connection.ts"),
      import("../../rotate/stores/key-store.ts"),
      import("../../rotate/steps/rotation-run.ts"),
      import("../../report/wording/rotation/progress.ts"),
      import("../../domain/restricted-rotation.ts"),
    ]);
  const { adminKey, baseURL, secretsToken: token } = inputs;
  const teller = new StepTeller(clock, false);
  const isCancelled = () => cancellation.isCancelled || cancellation.signal.aborted;
  return {
    registry: openRegistry({ settings: { adminKey, baseURL }, environment: env }, { clock, isCancelled }),
    minter: openMinter({ baseURL, adminKey, environment: env, clock }),
    store: createKeyStore({ token, apiUrl: checkout.apiUrl, clock, environment: env, checkouts }),
    clock,
    isCancelled,
    confirm: null,
    onPlanned: (plans) => {
      const shown = detail === "full" ? plans : plans.map(restricted.restrictPlan);
      for (const text of describePlans(shown)) core.info(text);
    },
    onContainment: () => cancellation.beginContainment(),
    onStep: (progress) => {
      const text = teller.describe(detail === "full" ? progress : restricted.restrictStep(progress));
      if (text !== null) core.info(text);
    },
    onKeyCreated: maskSecret,
    createToken: createRotationToken,
  };
}
