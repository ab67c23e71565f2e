import { redactKeys } from "../../../detect/spelled-keys.ts";
import { isToken, type Sighting } from "../../../domain/candidate.ts";
import { type Finding, isIgnored } from "../../../domain/finding.ts";
import type { KeyRecord } from "../../../domain/inventory.ts";
import type { RotationTarget } from "../../../domain/rotation-target.ts";
import type { StoryContext } from "../../context.ts";
import { getContainment, getLikeness } from "../../evidence.ts";
import { findRecord } from "../../wording/key/names.ts";
import { sortPlaces } from "../../wording/key/places.ts";

/** The workflow that a key serves, and at OpenAI its project and its service account; null for what is not known. */
export type WorkflowPlace = {
  /** `owner/name`; `owner/REPOSITORY` where the secret is one of a whole organisation. */
  repository: string | null;
  branch: string | null;
  /** `.github/workflows/ci.yml` */
  path: string | null;
  /** The environment of GitHub that has the key in a secret. */
  environment: string | null;
  projectId: string | null;
  accountId: string | null;
  /** What the key may do, where somebody said it. */
  scopes: readonly string[] | null;
};

/** What a key serves: workflows that have it in their files, and repositories that have it in a secret. */
export type ServedPlace = Pick<WorkflowPlace, "repository" | "path" | "environment">;

/** The facts of a context that a place needs. */
export type RepositoryFacts = Pick<StoryContext, "repository" | "defaultBranch">;

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/i;

/**
 * The workflow that the first of these keys serves which could do without, and how many more workflows have keys; null where
 * none does.
 */
export function findWorkflowPlace(
  findings: readonly Finding[],
  facts: RepositoryFacts,
): { place: WorkflowPlace; others: number } | null {
  const served = findings.filter(mayDoWithout).flatMap((finding) => {
    const record = findRecord(finding);
    return listServed(finding, facts).map((one) => ({ ...one, record }));
  });
  const [first] = served;
  if (!first) return null;
  const { record, ...where } = first;
  const branch = first.repository === facts.repository ? facts.defaultBranch : null;
  const others = new Set(served.map(({ repository, path }) => `${repository}/${path}`)).size - 1;
  return { place: buildPlace(where, record, { branch, scopes: null }), others };
}

/** Whether a key serves a workflow that could sign in without it. */
export function isForWorkflow(finding: Finding): boolean {
  return mayDoWithout(finding) && listServed(finding, { repository: null, defaultBranch: null }).length > 0;
}

/** What a place serves that is a secret of GitHub Actions; null for any other. */
export function findServed(place: RotationTarget): ServedPlace | null {
  if (place.kind === "github") {
    return { repository: `${place.owner}/${place.repo}`, path: null, environment: place.environment };
  }
  return place.kind === "github-org" ? { repository: `${place.org}/REPOSITORY`, path: null, environment: null } : null;
}

/** Builds a place of words that can stand in code as they are. */
export function buildPlace(
  { repository, path, environment }: ServedPlace,
  record: KeyRecord | null,
  { branch, scopes }: Pick<WorkflowPlace, "branch" | "scopes">,
): WorkflowPlace {
  const isFit = scopes !== null && scopes.length > 0 && scopes.every((scope) => takeIf(scope, /^[\w.:-]+$/) !== null);
  return {
    repository: takeIf(repository, /^[\w.-]+\/[\w.-]+$/),
    branch: takeIf(branch, /^[\w./-]+$/),
    path: takeIf(path, /^[\w./-]+$/),
    environment: takeIf(environment, /^[\w.-]+$/),
    projectId: takeIf(record?.home.kind === "project" ? record.home.id : null, /^[\w-]+$/),
    accountId: takeIf(record?.owner?.kind === "service-account" ? record.owner.id : null, /^[\w-]+$/),
    scopes: isFit ? scopes : null,
  };
}

function listServed({ sightings, places }: Finding, { repository: own }: RepositoryFacts): readonly ServedPlace[] {
  const files = sortPlaces(sightings).filter(isWorkflow);
  return [
    ...files.map(({ repository = own, path }) => ({ repository, path, environment: null })),
    ...places.map(findServed).filter((one) => one !== null),
  ];
}

/** Whether it is, or was until it was contained, a key for models: the Admin API takes nothing but its own keys. */
function mayDoWithout(finding: Finding): boolean {
  const { kind, identity, validity } = finding;
  if (isToken(kind) || kind === "admin" || kind === "suspected" || isIgnored(finding)) return false;
  if (identity.kind === "foreign" || getLikeness(finding) === "look-alike") return false;
  return validity.kind !== "inactive" || getContainment(finding) !== null;
}

function isWorkflow({ where, path, member }: Sighting): boolean {
  return (where === "file" || where === "alert") && member === null && path !== null && WORKFLOW.test(path);
}

/** A word that others chose, if it can stand in code as it is and spells no key; else null. */
function takeIf(word: string | null | undefined, shape: RegExp): string | null {
  return word != null && word.length <= LONGEST && shape.test(word) && redactKeys(word) === word ? word : null;
}

const LONGEST = 200;
