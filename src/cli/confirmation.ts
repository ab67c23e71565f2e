import { createInterface } from "node:readline";
import type { PlannedAct } from "../domain/decision.ts";
import type { Detail } from "../domain/report.ts";
import {
  CONTAINMENT_QUESTION,
  DECLINED,
  describeContainmentPrompt,
  describeKeyPlace,
} from "../messages/command-line/prompts.ts";
import { escapePlain } from "../report/escape.ts";
import type { Flags } from "./flags.ts";

/** Where a person is asked, and answers. */
export type Conversation = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

/** Asks before keys are contained, where a person sits at a terminal. Elsewhere, and with --yes, nobody is asked. */
export function createConfirmation({ yes }: Flags): ((acts: readonly PlannedAct[]) => Promise<boolean>) | null {
  const conversation = openConversation(yes === true);
  return conversation && (async (acts) => await confirmActs(acts, conversation));
}

/** The terminal that a person sits at; null where nobody is to be asked. */
export function openConversation(isAnswered: boolean): Conversation | null {
  const { stderr } = process;
  // Standard input is opened when it is first looked at, and opening a file loads more than the rest of a clean scan.
  if (isAnswered || !stderr.isTTY || !process.stdin.isTTY) return null;
  return { input: process.stdin, output: stderr };
}

/** Lists what would be done, and asks. Anything but yes is no: so is an end of the input, and an interrupt. */
export async function confirmActs(acts: readonly PlannedAct[], { input, output }: Conversation): Promise<boolean> {
  output.write(`${describePlanned(acts, "full").join("\n")}\n`);
  const isYes = await confirmOnTerminal({ input, output });
  if (!isYes) output.write(`${DECLINED}\n`);
  return isYes;
}

/** Says what is about to be done, for those who are not asked. */
export function describePlanned(acts: readonly PlannedAct[], detail: Detail): readonly string[] {
  return describeContainmentPrompt(acts.map((planned) => ({ ...planned, name: namePlace(planned.act, detail) })));
}

/** Asks whether to go on. Anything but yes is no. */
export async function confirmOnTerminal(conversation: Conversation): Promise<boolean> {
  return /^\s*y(?:es)?\s*$/i.test(await readAnswer(conversation));
}

async function readAnswer({ input, output }: Conversation): Promise<string> {
  const line = createInterface({ input, output });
  try {
    return await new Promise((resolve) => {
      line.on("close", () => resolve(""));
      line.question(CONTAINMENT_QUESTION, resolve);
    });
  } finally {
    line.close();
  }
}

/** The name of a key and its project, as far as `detail` lets them be shown; else its id. */
export function namePlace({ record }: PlannedAct["act"], detail: Detail): string {
  const { name, id, home } = record;
  if (detail === "minimal") return escapePlain(id);
  const project = home.kind === "project" ? (home.name ?? home.id) : null;
  return describeKeyPlace(escapePlain(name ?? id), project === null ? null : escapePlain(project));
}
