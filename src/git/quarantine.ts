import { delimiter, resolve } from "node:path";
import type { Environment } from "./git.ts";

/**
 * Where git keeps the objects of a push until a pre-receive hook accepts it (git-receive-pack(1), "QUARANTINE
 * ENVIRONMENT"), as variables for a git that is to see them. Empty where nothing is in quarantine: else these variables
 * could have git read objects of somebody else's choosing. `folder` is where the hook runs.
 */
export function findQuarantine(environment: Environment, folder: string): Readonly<Record<string, string>> {
  const objects = environment["GIT_OBJECT_DIRECTORY"];
  if (!environment["GIT_QUARANTINE_PATH"] || !objects) return {};
  const others = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  return {
    GIT_OBJECT_DIRECTORY: resolve(folder, objects),
    ...(others
      ? { GIT_ALTERNATE_OBJECT_DIRECTORIES: others.split(delimiter).map(absolute(folder)).join(delimiter) }
      : {}),
  };
}

/** Git quotes a folder that has the delimiter in its name; such ones it writes in full. */
function absolute(folder: string): (name: string) => string {
  return (name) => (name === "" || name.includes('"') ? name : resolve(folder, name));
}
