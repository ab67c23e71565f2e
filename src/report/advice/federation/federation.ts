import type { Finding } from "../../../domain/finding.ts";
import type { StoryContext } from "../../context.ts";
import { type Line, line, linkWords, stressWords, words } from "../../line.ts";
import { formatCount } from "../../numbers.ts";
import { REPOSITORY } from "../../wording/pull-request-comment.ts";
import {
  buildFederationRule,
  buildProvider,
  formatFederationJson,
  formatWorkflow,
  getMatched,
} from "./federation-code.ts";
import { findOtherServer, GITHUB_ISSUER, type OtherServer } from "./issuer.ts";
import { findWorkflowPlace, type RepositoryFacts, type WorkflowPlace } from "./workflow-place.ts";

/** How a workflow can do without the key: what to create, and what to write, ready to be pasted. */
export type FederationView = {
  title: string;
  intro: Line;
  /**
   * Each with what it is for. The code holds nothing that others chose but names whose signs were checked. Empty where nobody
   * knows that it would work.
   */
  parts: readonly { heading: Line; language: "json" | "yaml"; code: string }[];
  /** What to know before. */
  notes: readonly Line[];
};

const GUIDE = "https://developers.openai.com/api/docs/guides/workload-identity-federation/github-actions";
const PAGE = `${REPOSITORY}/blob/main/docs/ci-keys.md`;

/** Where all of it can be read. */
export const FEDERATION_PAGE = linkWords("How to set it up", PAGE);

/** The same in one sentence, for the steps of a key. */
export const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${GITHUB_ISSUER}, permission ${"id-token: write"}). ${FEDERATION_PAGE}.`;

/** What holds for every rule, in words that the page on keys in workflows has too. */
export const FEDERATION_NOTES = {
  matched: line`GitHub writes ${"repository"}, ${"ref"}, ${"workflow_ref"} and ${"environment"} into the token of a job. The rule lets in a job only if all four are the same.`,
  pulls: line`A pull request gets no token: its ${"ref"} is no branch. But ${"pull_request_target"} and ${"workflow_run"} run on the default branch. In a workflow with one of these, never run code of a pull request.`,
  reusable: line`In a reusable workflow, ${"workflow_ref"} names the workflow that calls it, which must grant ${"id-token: write"} too. Add ${"job_workflow_ref"} for the one that is called.`,
  lifetime: line`The token ends no later than GitHub's own, after minutes. Sign in right before it is needed, or give the OpenAI SDK ${"workloadIdentity"}, which signs in again.`,
} as const satisfies Record<string, Line>;

const TITLE = "Do without a key: let the workflow sign in to OpenAI itself";

/** Shows how the workflow that one of these keys serves can do without; null where none of them serves one. */
export function describeFederation(
  findings: readonly Finding[],
  facts: RepositoryFacts & Pick<StoryContext, "serverUrl">,
): FederationView | null {
  const found = findWorkflowPlace(findings, facts);
  if (found === null) return null;
  const { place, others } = found;
  const more = line`${words(formatCount(others, "more workflow"))} ${words(others === 1 ? "uses" : "use")} a key: each needs a rule of its own.`;
  return describePlace(place, { title: TITLE, serverUrl: facts.serverUrl, notes: others > 0 ? [more] : [] });
}

/** Shows how a workflow can do without its key. `notes` are what is said of this one beside what holds for all. */
export function describePlace(
  place: WorkflowPlace,
  { title, serverUrl, notes }: Pick<FederationView, "title" | "notes"> & Pick<StoryContext, "serverUrl">,
): FederationView {
  const other = findOtherServer(serverUrl);
  if (other !== null)
    return {
      title,
      intro: describeOtherServer(other),
      parts: [],
      notes: [linkWords("More on keys in workflows", PAGE)],
    };
  const { matched, pulls, reusable, lifetime } = FEDERATION_NOTES;
  return {
    title,
    intro: line`With OpenAI's ${linkWords("workload identity federation", GUIDE)} GitHub proves which workflow is running, and OpenAI gives it a token that ends within the hour. There is no key left that could leak. This tool creates nothing: an organisation owner does the first two steps once.`,
    parts: describeParts(place),
    notes: [
      words("Replace what stands in capitals."),
      ...describeBranch(place),
      matched,
      line`Allow only the branch of the rule to use the environment ${getMatched(place).environment}, under Settings, Environments.`,
      pulls,
      reusable,
      lifetime,
      ...notes,
      linkWords("More on keys in workflows", PAGE),
    ],
  };
}

function describeParts(place: WorkflowPlace): FederationView["parts"] {
  const { path } = place;
  const workflow = path === null ? words("the workflow") : line`${path}`;
  return [
    {
      heading: line`${stressWords("1. The provider.")} Under Organization settings, Security, Workload Identity Provider, or by ${"POST /v1/organization/workload_identity_providers"}:`,
      language: "json",
      code: formatFederationJson(buildProvider()),
    },
    {
      heading: line`${stressWords("2. The rule")} that lets in this workflow and no other. On the provider's page, or by ${"POST …/workload_identity_providers/PROVIDER_ID/federation_rules"}:`,
      language: "json",
      code: formatFederationJson(buildFederationRule(place)),
    },
    {
      heading: line`${stressWords("3. The workflow.")} Add this to ${workflow}, and remove the key from it:`,
      language: "yaml",
      code: formatWorkflow(place),
    },
  ];
}

/** A guessed branch would make a rule that lets in nobody, or the wrong branch. */
function describeBranch({ branch }: WorkflowPlace): readonly Line[] {
  return branch === null
    ? [line`The default branch is not known here. Write the branch that the workflow runs on for ${"BRANCH"}.`]
    : [];
}

/** What is said where nobody knows that OpenAI would take it. */
function describeOtherServer({ host, issuer }: OtherServer): Line {
  return line`OpenAI describes ${linkWords("workload identity federation", GUIDE)} for workflows on ${"github.com"} only. The jobs of ${host} have another issuer, ${issuer}. Ask OpenAI whether it accepts that one before you set anything up.`;
}
