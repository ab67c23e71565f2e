import { fileURLToPath } from "node:url";
import { UsageError } from "../errors.ts";
import { installHooks, uninstallHooks } from "../hooks/hooks.ts";
import { suggestNearest } from "../settings/nearest.ts";
import { type Flags, shownWord, valueOf } from "./flags.ts";

const VERBS = ["install", "uninstall"] as const;

/** `hook install` and `hook uninstall`: hooks of git before each commit and each push. */
export async function hook(flags: Flags, [verb, ...rest]: readonly string[]): Promise<void> {
  const known = VERBS.find((one) => one === verb);
  if (known === undefined || rest.length > 0)
    throw new UsageError(
      `hook takes install or uninstall; ${shownWord([verb, ...rest].join(" "))} was given.${suggestNearest(verb ?? "", VERBS)}`,
    );
  const where = { repo: valueOf(flags, "repo") ?? process.cwd(), environment: process.env };
  const programs = { node: process.execPath, cli: fileURLToPath(new URL("./cli.js", import.meta.url)) };
  const lines = known === "install" ? await installHooks({ ...where, ...programs }) : await uninstallHooks(where);
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}
