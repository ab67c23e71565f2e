import { redactKeys } from "../../../detect/spelled-keys.ts";
import { isToken, type Sighting } from "../../../domain/candidate.ts";
import { type Finding, isIgnored } from "../../../domain/finding.ts";
import type { StoryContext } from "../../context.ts";
import { getContainment, getLikeness } from "../../evidence.ts";
import { findRecord } from "../../wording/key/names.ts";
import { sortPlaces } from "../../wording/key/places.ts";

/** The workflow that a key serves, and at OpenAI its project and its service account; null for what is not known. */
export type WorkflowPlace = {
  /** `owner/name` */
  repository: string | null;
  branch: string | null;
  /** `.github/workflows/ci.yml` */
  path: string | null;
  /** The environment of GitHub that has the key in a secret. */
  environment: string | null;
  projectId: string | null;
  accountId: string | null;
  /** How many more workflows have keys. */
  others: number;
};

/** The facts of a context that a place needs. */
export type RepositoryFacts = Pick<StoryContext, "repository" | "defaultBranch">;

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/i;

/** The workflow that the first of these keys serves which could do without; null where none does. */
export function findWorkflowPlace(findings: readonly Finding[], facts: RepositoryFacts): WorkflowPlace | null {
  const served = findings.filter(mayDoWithout).flatMap((finding) => {
    const record = findRecord(finding);
    return listServed(finding, facts).map((one) => ({ ...one, record }));
  });
  const [first] = served;
  if (!first) return null;
  const { record } = first;
  return {
    repository: takeIf(first.repository, /^[\w.-]+\/[\w.-]+$/),
    branch: takeIf(first.repository === facts.repository ? facts.defaultBranch : null, /^[\w./-]+$/),
    path: takeIf(first.path, /^[\w./-]+$/),
    environment: takeIf(first.environment, /^[\w.-]+$/),
    projectId: takeIf(record?.home.kind === "project" ? record.home.id : null, /^[\w-]+$/),
    accountId: takeIf(record?.owner?.kind === "service-account" ? record.owner.id : null, /^[\w-]+$/),
    others: new Set(served.map(({ repository, path }) => `${repository}/${path}`)).size - 1,
  };
}

/** Whether a key serves a workflow that could sign in without it. */
export function isForWorkflow(finding: Finding): boolean {
  return mayDoWithout(finding) && listServed(finding, { repository: null, defaultBranch: null }).length > 0;
}

/** What a key serves: workflows that have it in their files, and repositories that have it in a secret. */
type Served = { repository: string | null; path: string | null; environment: string | null };

function listServed({ sightings, places }: Finding, { repository: own }: RepositoryFacts): readonly Served[] {
  const files = sortPlaces(sightings).filter(isWorkflow);
  const secrets = places.filter((place) => place.kind === "github");
  return [
    ...files.map(({ repository = own, path }) => ({ repository, path, environment: null })),
    ...secrets.map(({ owner, repo, environment }) => ({ repository: `${owner}/${repo}`, path: null, environment })),
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
  return where === "file" && member === null && path !== null && WORKFLOW.test(path);
}

/** A word that others chose, if it can stand in code as it is and spells no key; else null. */
function takeIf(word: string | null | undefined, shape: RegExp): string | null {
  return word != null && word.length <= LONGEST && shape.test(word) && redactKeys(word) === word ? word : null;
}

const LONGEST = 200;
