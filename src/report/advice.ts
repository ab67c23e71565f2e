import { type Finding, isHarmful } from "../domain/finding.ts";
import { belonging } from "./belongs.ts";
import { joined, type Line, line } from "./line.ts";
import { bestFirst } from "./place.ts";
import { likenessOf } from "./standing.ts";
import { stop } from "./stop.ts";
import { alterations } from "./used.ts";

/** What to do about this very finding, in order: stop the key, put another in its place, take it out of the files. */
export function advice(finding: Finding): readonly Line[] {
  return [...stop(finding), ...undo(finding), ...replace(finding), ...remove(finding)];
}

/** What was made with a key outlives it: another key, a user, a project are how an attacker stays. */
function undo({ impact }: Finding): readonly Line[] {
  const changes = impact?.changes ?? [];
  if (changes.length === 0) return [];
  return [line`Look at what was changed with it since, and undo what nobody of yours did: ${alterations(changes)}.`];
}

/** Only a key of ours that was in service needs another in its place. */
function replace({ identity, possession, validity, kind, sightings }: Finding): readonly Line[] {
  const isStranger = likenessOf({ possession, validity }) === "look-alike";
  const wasInService = validity.kind !== "inactive" || validity.because === "deleted";
  if (identity.kind !== "ours" || isStranger || !wasInService) return [];
  if (kind === "admin") {
    return [line`If it is still needed, create another with fewer permissions and keep it in a secret store.`];
  }
  const path = bestFirst(sightings)[0]?.path ?? null;
  const keep = path === null ? line`a secret store` : belonging(path).keep;
  const { owner } = identity.record;
  const under = owner?.kind === "service-account" && owner.name !== null ? line` under ${owner.name}` : line``;
  return [line`Create a new key${under} with only the permissions it needs, and keep it in ${keep}.`];
}

function remove(finding: Finding): readonly Line[] {
  const here = bestFirst(finding.sightings).filter(({ inHead }) => inHead);
  const files = here.flatMap(({ where, path }) => (where === "file" && path !== null ? [path] : []));
  const [file, ...others] = new Set(files);
  if (file !== undefined) {
    const n = others.length;
    const same = n > 0 ? [line`The same goes for ${n} more ${n === 1 ? line`file` : line`files`}.`] : [];
    return [joined([belonging(file).remove, ...same], " ")];
  }
  const named = here.find(({ where }) => where === "path")?.path;
  if (named) return [line`Rename ${named}: the key is a part of its name.`];
  const places = new Set(finding.sightings.map(({ where }) => where));
  if (places.has("pull-request")) {
    return [
      line`Take it out of the pull request's text. Its older versions stay readable, so that alone stops nothing.`,
    ];
  }
  return places.has("stdin") || places.size === 0 ? [] : [history(finding)];
}

function history(finding: Finding): Line {
  return isHarmful(finding) || finding.validity.kind !== "inactive"
    ? line`It stands in history alone, which need not be rewritten once the key is dead.`
    : line`History need not be rewritten: the key is dead.`;
}
