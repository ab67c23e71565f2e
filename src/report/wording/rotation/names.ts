import type { RotationResult } from "../../../domain/rotation.ts";
import { formatTarget, type RotationTarget } from "../../../domain/rotation-target.ts";
import { joinLines, type Line, line, markName, showName, words } from "../../line.ts";
import { formatCount } from "../../numbers.ts";

/** "**checkout-bot**": what is rotated, by its service account or its own name; else its id, or what was typed. */
export function nameRotated({ asked, old, plan }: Pick<RotationResult, "asked" | "old" | "plan">): Line {
  const account = plan?.account.name ?? (old?.owner?.kind === "service-account" ? old.owner.name : null);
  const name = account ?? old?.name ?? null;
  if (name !== null) return markName(name);
  if (old !== null) return line`${old.id}`;
  return asked === "" ? words("a key") : showName(JSON.stringify(asked));
}

const KINDS = {
  github: "a GitHub Actions secret",
  "github-org": "an organisation's GitHub Actions secret",
  dependabot: "a Dependabot secret",
  codespaces: "a Codespaces secret",
  command: "a program",
  file: "a file",
} as const satisfies Record<RotationTarget["kind"], string>;

/** What kind of place it is, where its names may not be known. */
function describeTargetKind(target: RotationTarget): string {
  return target.kind === "github" && target.environment !== null
    ? "an environment's GitHub Actions secret"
    : KINDS[target.kind];
}

/** Whether the names of a place were removed for its reader. */
export function isHidden(target: RotationTarget): boolean {
  if (target.kind === "command") return target.argv[0] === "";
  return target.kind === "file" ? target.path === "" : target.secret === "";
}

/** `github:acme/shop/KEY@production`; "place 2, a Dependabot secret" where its names may not be known. Counts from 0. */
export function nameTarget(target: RotationTarget, place: number): Line {
  if (isHidden(target)) return words(`place ${place + 1}, ${describeTargetKind(target)}`);
  return line`${formatTarget(target)}`;
}

/** "the secret `OPENAI_API_KEY` of environment `production` in `acme/shop`": a place as people call it. */
export function describeTarget(target: RotationTarget): Line {
  if (isHidden(target)) return words(describeTargetKind(target));
  switch (target.kind) {
    case "github":
      return target.environment === null
        ? line`the secret ${target.secret} of ${`${target.owner}/${target.repo}`}`
        : line`the secret ${target.secret} of environment ${target.environment} in ${`${target.owner}/${target.repo}`}`;
    case "github-org":
      return line`the secret ${target.secret} of organisation ${target.org}`;
    case "dependabot":
      return line`the Dependabot secret ${target.secret} of ${`${target.owner}/${target.repo}`}`;
    case "codespaces":
      return line`the Codespaces secret ${target.secret} of ${`${target.owner}/${target.repo}`}`;
    case "command":
      return line`what the program ${target.argv[0]} stores`;
    case "file":
      return line`the file ${target.path}`;
    default:
      return target satisfies never;
  }
}

/** Ids with commas between them, at most a few. */
export function listIds(ids: readonly string[]): Line {
  const shown = joinLines(
    ids.slice(0, 5).map((id) => line`${id}`),
    ", ",
  );
  return ids.length > 5 ? line`${shown} and ${ids.length - 5} more` : shown;
}

/** "2 places" */
export function countPlaces(count: number): string {
  return formatCount(count, "place");
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** Seconds in the largest unit that fits whole: "90 days", "90 minutes". */
export function describeSeconds(seconds: number): string {
  const [unit, size] = UNITS.find(([, one]) => seconds >= one && seconds % one === 0) ?? ["second", 1];
  return formatCount(seconds / size, unit);
}
