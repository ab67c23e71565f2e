import type { KeptSecret, KeptSecrets } from "../../../domain/kept-key.ts";
import type { Medium } from "../../../messages/medium.ts";
import { joinLines, type Line, line, markName, words } from "../../line.ts";
import { formatCount, formatNumber } from "../../numbers.ts";
import { describePlace, FEDERATION_PAGE, type FederationView } from "./federation.ts";
import { buildFederationRule, buildProvider, formatWorkflow } from "./federation-code.ts";
import { findOtherServer, GITHUB_ISSUER } from "./issuer.ts";
import { buildPlace, findServed, type WorkflowPlace } from "./workflow-place.ts";

/** How the workflows of one repository can do without the keys in its secrets. */
export type RepositoryFederation = FederationView & {
  /** In a sentence or two, where there is no room for more. */
  brief: Line;
};

/** The secrets of one repository, or of one organisation, and the place that the rule is for. */
type KeepingRepository = { secrets: readonly [KeptSecret, ...KeptSecret[]]; place: WorkflowPlace };

/** Shows once for each repository how its workflows can do without keys, however many it has. */
export function describeFederations(kept: KeptSecrets): readonly RepositoryFederation[] {
  return groupByRepository(kept).map((one) => {
    const { place } = one;
    const { owner, isShared } = locateKept(one);
    const where = owner === null ? "the repository" : isShared ? `the repositories of ${owner}` : owner;
    const title = `Do without a key in ${where}: let its workflows sign in to OpenAI themselves`;
    const notes = describeOthers(one);
    return { ...describePlace(place, { title, serverUrl: kept.serverUrl, notes }), brief: describeBriefly(one, kept) };
  });
}

/** Over what is said of workflows that need no key: in an audit, and after a rotation. */
export const FEDERATION_SECTIONS = {
  audit: "Keys that workflows can do without",
  rotation: "Next time without a key",
} as const;

/** Where what is to be pasted stands. A rotation is not run again to see it. `more`: how many repositories were not named. */
export function describeWhereToPaste(more: number, medium: Medium, after: keyof typeof FEDERATION_SECTIONS): Line {
  const others = `The same holds for ${formatNumber(more)} more ${more === 1 ? "repository" : "repositories"}. `;
  const terminal = after === "rotation" ? "" : "Add --verbose, or --format markdown, for what to paste. ";
  const where = medium === "workflow" ? "The summary of this job has what to paste. " : terminal;
  return line`${words(`${more > 0 ? others : ""}${where}`)}${FEDERATION_PAGE}.`;
}

/** The same for programs: what to create, as OpenAI's Admin API takes it. Null where nobody knows that it would work. */
export function buildFederations(kept: KeptSecrets) {
  const other = findOtherServer(kept.serverUrl);
  return groupByRepository(kept).map(({ secrets, place }) => ({
    repository: place.repository,
    keys: [...new Set(secrets.map(({ key }) => key.id))],
    issuer: other?.issuer ?? GITHUB_ISSUER,
    provider: other === null ? buildProvider() : null,
    rule: other === null ? buildFederationRule(place) : null,
    workflow: other === null ? formatWorkflow(place) : null,
  }));
}

function groupByRepository({ secrets, branches }: KeptSecrets): readonly KeepingRepository[] {
  const groups = new Map<string, [KeptSecret, ...KeptSecret[]]>();
  for (const one of secrets) {
    const name = findServed(one.secret)?.repository?.toLowerCase() ?? "";
    const group = groups.get(name);
    if (group) group.push(one);
    else groups.set(name, [one]);
  }
  return [...groups].flatMap(([name, group]) => {
    const [{ secret, key, scopes }] = group;
    const served = findServed(secret);
    if (served === null) return [];
    return [{ secrets: group, place: buildPlace(served, key, { branch: branches.get(name) ?? null, scopes }) }];
  });
}

/** "**checkout-bot** and **nightly** are in secrets of `acme/shop`. Its workflows need no key: …" */
function describeBriefly(one: KeepingRepository, { serverUrl }: KeptSecrets): Line {
  const names = listNames(one.secrets);
  const { owner, isShared } = locateKept(one);
  const kept = names.length === 1 ? "is in a secret of" : "are in secrets of";
  const kind = words(isShared ? "the organisation " : "");
  const where = owner === null ? words("a repository") : line`${kind}${owner}`;
  const way =
    findOtherServer(serverUrl) === null
      ? words("Its workflows need no key: they can sign in to OpenAI themselves.")
      : words("OpenAI may let its workflows sign in without a key.");
  return line`${joinNames(names)} ${words(kept)} ${where}. ${way}`;
}

/** Who keeps it: a repository, or an organisation for several of them. Null for names that may not be shown. */
function locateKept({ secrets, place: { repository } }: KeepingRepository): {
  owner: string | null;
  isShared: boolean;
} {
  const isShared = secrets[0].secret.kind === "github-org";
  return { owner: isShared ? (repository?.replace(/\/.*$/, "") ?? null) : repository, isShared };
}

function describeOthers({ secrets }: KeepingRepository): readonly Line[] {
  const [first, ...others] = listNames(secrets);
  if (first === undefined || others.length === 0) return [];
  return [
    line`The rule is for ${markName(first)}. The secrets have ${joinNames(others)} too: each workflow that uses a key needs a rule of its own.`,
  ];
}

/** Keys are called by their service account, as the keys file mostly calls them. */
function listNames(secrets: readonly KeptSecret[]): readonly string[] {
  const names = secrets.map(({ key: { id, name, owner } }) => {
    return (owner?.kind === "service-account" ? owner.name : null) ?? name ?? id;
  });
  return [...new Set(names)];
}

const MOST_NAMES = 3;

function joinNames(names: readonly string[]): Line {
  const shown = names.slice(0, MOST_NAMES).map(markName);
  const more = names.length - shown.length;
  const parts = more > 0 ? [...shown, words(formatCount(more, "more key"))] : shown;
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return last ?? [];
  return line`${joinLines(parts.slice(0, -1), ", ")} and ${last}`;
}
