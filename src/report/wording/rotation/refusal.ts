import type { RotationRefusal, RotationResult } from "../../../domain/rotation.ts";
import type { Medium } from "../../../messages/medium.ts";
import { DASHBOARD } from "../../advice/dashboard.ts";
import { joinLines, type Line, line, linkWords, markName, words } from "../../line.ts";
import { formatSetting, formatSettingName } from "../settings.ts";
import { describeStoreAdvice, explainStoreFailure } from "./failure.ts";
import { listIds, nameTarget } from "./names.ts";

const REFUSED = {
  "not-listed": "no key and no service account of the organisation has this id or name",
  "inventory-incomplete": "OpenAI's list of keys could not be read to its end, and another key may fit too",
  "person-owned": "it belongs to a person, and OpenAI creates keys of people only in its dashboard",
  "owner-unknown": "OpenAI did not say which service account owns it",
  "admin-key": "it is an Admin API key",
  "own-admin-key": "this run works with it",
  protected: "it is on the protect list",
  "unmatched-entry": "an entry of the protect list matches nothing, and may have been meant for this key",
  "too-many": "it would have been more keys than max-contained allows",
  "archived-project": "its project is archived",
  expired: "it has expired already",
  "no-target": "nobody said where it lives",
  "scopes-unknown": "the audit log does not say what it may do",
  "lifetime-unknown": "OpenAI did not say how long it was made to live",
  unfinished: "the audit file has a rotation of it that was not finished",
  "nothing-to-resume": "the audit file has no rotation of it that could go on",
  "asked-twice": "it was named twice",
  "not-recorded": "the audit file could not be written",
  cancelled: "the run was stopped before its turn",
  declined: "you answered no",
} as const satisfies Partial<Record<RotationRefusal["because"], string>>;

/** Why a key is not rotated: a clause without a full stop. */
export function explainRefusal(
  refusal: RotationRefusal,
  { places }: Pick<RotationResult, "places">,
  medium: Medium,
): Line {
  switch (refusal.because) {
    case "ambiguous":
      return line`several keys fit: ${listIds(refusal.ids)}`;
    case "wider-scopes":
      return line`the old key may not do all that was asked for: ${listIds(refusal.scopes)}`;
    case "already-replaced":
      return line`the name of ${refusal.by} says that it replaces this key. That rotation was not finished, or still runs`;
    case "other-targets":
      return refusal.targets.length === 0
        ? words("the rotation that was broken off had other places")
        : line`the rotation that was broken off had other places: ${listIds(refusal.targets)}`;
    case "target-not-ready": {
      const place = places.findIndex(({ target }) => target === refusal.target);
      return line`${nameTarget(refusal.target, Math.max(0, place))} would not take a new key: ${explainStoreFailure(refusal.failure, medium)}`;
    }
    default:
      return words(REFUSED[refusal.because]);
  }
}

const KEYS_PAGE = linkWords("API keys", DASHBOARD.keys);
const ADMIN_PAGE = linkWords("Admin keys", DASHBOARD.admins);

/** What to do about a key that was not rotated: lines, and sentences of `messages/`. Nothing where there is nothing to do. */
export function describeRefusalAdvice(
  refusal: RotationRefusal,
  result: RotationResult,
  medium: Medium,
): readonly (Line | string)[] {
  const set = (name: string, value: string) => formatSetting(name, value, medium);
  const called = (name: string) => formatSettingName(name, medium);
  switch (refusal.because) {
    case "person-owned":
      return advisePerson(result);
    case "not-listed":
      return [words("Check the spelling. It can be the id or the name of a key, or of its service account.")];
    case "ambiguous":
      return [words("Name one of them by its id.")];
    case "inventory-incomplete":
      return [words("Try again. If it stays so, look what the Admin API key may read.")];
    case "owner-unknown":
      return [line`Look at it under ${KEYS_PAGE}.`];
    case "admin-key":
    case "own-admin-key":
      return [line`Create a new one under ${ADMIN_PAGE}, put it where this one lives, and revoke this one there.`];
    case "protected":
      return [words(`To rotate it, remove its entry from ${called("protect")}.`)];
    case "too-many":
      return [words(`Rotate fewer keys at once, or raise ${called("max-contained")}.`)];
    case "archived-project":
      return [words("No key can be created there. Move the program to a service account of another project.")];
    case "expired":
      return [line`Create a new key of its service account under ${KEYS_PAGE}.`];
    case "no-target":
      return [
        words(
          `Name the place: ${set("to", "github:OWNER/REPO/NAME")}. Or write it into the keys file, .github/openai-keys.yml.`,
        ),
      ];
    case "scopes-unknown":
      return [
        words(
          `Say what the new key may do: ${set("scopes", "api.model.request")} for model requests alone, ${set("scopes", "all")} for everything.`,
        ),
      ];
    case "lifetime-unknown":
      return [words(`Say how long the new key lives: ${set("expires-in", "90d")}.`)];
    case "wider-scopes":
      return [
        words(
          medium === "workflow"
            ? "Leave these scopes out. Only the command line can give a new key more rights, with --widen."
            : "Leave these scopes out, or add --widen to give the new key more rights than the old one has.",
        ),
      ];
    case "other-targets":
      return [words("Repeat the places of that run. Other places can be rotated once it is finished.")];
    case "nothing-to-resume":
      return [words(`Leave ${called("resume")} out to begin a new rotation.`)];
    case "asked-twice":
      return [words("Name it once.")];
    case "target-not-ready": {
      const advice = describeStoreAdvice(refusal.failure, refusal.target, medium);
      return advice === null ? [] : [advice];
    }
    case "already-replaced":
      return [
        words(
          `If that run kept an audit file, go on with it: add ${medium === "workflow" ? "resume: true" : "--resume"} and the same ${called("audit-file")}.`,
        ),
        line`If it kept none, look under ${KEYS_PAGE} which of the two keys is used, and revoke the other one.`,
      ];
    default:
      return [];
  }
}

/** Who does what, where no program can. */
function advisePerson({ old }: RotationResult): readonly Line[] {
  const who = old?.owner?.name ? markName(old.owner.name) : words("Its owner");
  return [
    joinLines(
      [
        line`${who} creates a new key under ${KEYS_PAGE}`,
        words("whoever keeps the secrets puts it where the old one lives"),
        line`and once the new key is used, ${who} revokes the old one`,
      ],
      ", ",
    ),
    words("To have it rotated from then on, use a key of a service account in its place."),
  ].map((one, at) => (at === 0 ? line`${one}.` : one));
}
