import type { Finding } from "../../domain/finding.ts";
import type { KeyRecord } from "../../domain/inventory.ts";
import { getLikeness, isOwnAdminKey } from "../evidence.ts";
import { joinLines, type Line, line, markName, words } from "../line.ts";
import { sortPlaces } from "../wording/key/places.ts";
import { isReplaced, listKeptIn } from "../wording/key/replacement.ts";
import { ENVIRONMENT, findFileAdvice } from "./file-advice.ts";

/** The project that every organisation starts with. All keys in it share one budget and one set of limits. */
const DEFAULT_PROJECT = "default project";

/**
 * What to put in the key's place: only a key of ours that was in service needs another. `mayDoWithout`: whether a way to do
 * without any is named too.
 */
export function listReplacementSteps(finding: Finding, mayDoWithout: boolean): readonly Line[] {
  const { identity, validity, kind, sightings } = finding;
  const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
  if (identity.kind !== "ours" || isOwnAdminKey(finding)) return [];
  if (getLikeness(finding) === "look-alike" || !wasInService) return [];
  if (kind === "admin") {
    return [
      line`If it is still needed, create another with fewer permissions and an expiry. Keep it in a secret store.`,
    ];
  }
  const [best] = sortPlaces(sightings);
  const path = best?.where === "file" ? (best.member ?? best.path) : null;
  const { keep, instead } = path === null ? { keep: ENVIRONMENT, instead: null } : findFileAdvice(path);
  if (isReplaced(finding)) return [];
  if (finding.places.length > 0) return [describeKnownPlaces(finding, identity.record)];
  const wanted = line`${describeMaker(identity.record)}, with an expiry and only the permissions it needs.`;
  return [joinLines([wanted, line`Keep it ${keep}.`, ...(instead && mayDoWithout ? [instead] : [])], " ")];
}

/** Where it is known to be kept, and the command that puts a new one there: it needs the old one still to work. */
function describeKnownPlaces({ places, validity }: Finding, record: KeyRecord): Line {
  const kept = listKeptIn(places);
  const isRotatable = validity.kind !== "inactive" && record.owner?.kind === "service-account";
  return isRotatable
    ? line`Put a new key in its place: it is ${kept}. One command does it, and lets this one end once the new one is used: ${`openai-key-guard rotate ${record.id}`}.`
    : line`${describeMaker(record)}, and put it where this one was: ${kept}.`;
}

/** The Admin API creates only keys of service accounts: a user has to create a key of their own. */
function describeMaker({ owner, home }: KeyRecord): Line {
  const apart = describeOwnProject(home.name);
  if (owner?.kind === "service-account") {
    if (apart !== null) return line`Create a service account ${apart}, and a new key under it`;
    return owner.name === null
      ? words("Create a new key under the same service account")
      : line`Create a new key under ${markName(owner.name)}`;
  }
  const place = apart === null ? words("") : line` ${apart}`;
  if (owner?.kind !== "user") return line`Create a new key${place}`;
  const who = owner.name === null ? words("its owner") : markName(owner.name);
  return line`Create a new key under a service account${place} (only ${who} can create a personal one)`;
}

function describeOwnProject(project: string | null): Line | null {
  const isDefault = project?.trim().toLowerCase() === DEFAULT_PROJECT;
  return isDefault ? line`in a project of its own instead of ${markName(project ?? "")}` : null;
}
