import type { Finding } from "../../../domain/finding.ts";
import { type Line, line, linkWords, stressWords, words } from "../../line.ts";
import { formatCount } from "../../numbers.ts";
import { REPOSITORY } from "../../wording/pull-request-comment.ts";
import { formatFederationRule, formatProvider, formatWorkflow } from "./federation-code.ts";
import { findWorkflowPlace, type RepositoryFacts } from "./workflow-place.ts";

/** How a workflow can do without the key: what to create, and what to write, ready to be pasted. */
export type FederationView = {
  title: string;
  intro: Line;
  /** Each with what it is for. The code holds nothing that others chose but names whose signs were checked. */
  parts: readonly { heading: Line; language: "json" | "yaml"; code: string }[];
  /** What to know before. */
  notes: readonly Line[];
};

const GUIDE = "https://developers.openai.com/api/docs/guides/workload-identity-federation/github-actions";
const PAGE = `${REPOSITORY}/blob/main/docs/ci-keys.md`;

/** The same in one sentence, for the steps of a key. */
export const FEDERATION = line`Better without any key: with OpenAI's workload identity federation the workflow signs in itself (issuer ${"https://token.actions.githubusercontent.com"}, permission ${"id-token: write"}). ${linkWords("How to set it up", PAGE)}.`;

/** Shows how the workflow that one of these keys serves can do without; null where none of them serves one. */
export function describeFederation(findings: readonly Finding[], facts: RepositoryFacts): FederationView | null {
  const place = findWorkflowPlace(findings, facts);
  if (place === null) return null;
  const { path, others } = place;
  const workflow = path === null ? words("the workflow") : line`${path}`;
  return {
    title: "Do without a key: let the workflow sign in to OpenAI itself",
    intro: line`With OpenAI's ${linkWords("workload identity federation", GUIDE)} GitHub proves which workflow is running, and OpenAI gives it a token that ends within the hour. There is no key left that could leak. This tool creates nothing: an organisation owner does the first two steps once.`,
    parts: [
      {
        heading: line`${stressWords("1. The provider.")} Under Organization settings, Security, Workload Identity Provider, or by ${"POST /v1/organization/workload_identity_providers"}:`,
        language: "json",
        code: formatProvider(),
      },
      {
        heading: line`${stressWords("2. The rule")} that lets in this workflow and no other. On the provider's page, or by ${"POST …/workload_identity_providers/PROVIDER_ID/federation_rules"}:`,
        language: "json",
        code: formatFederationRule(place),
      },
      {
        heading: line`${stressWords("3. The workflow.")} Add this to ${workflow}, and remove the key from it:`,
        language: "yaml",
        code: formatWorkflow(place),
      },
    ],
    notes: [
      line`Replace what stands in capitals. Allow only the branch of the rule to use the environment ${place.environment ?? "openai"}, under Settings, Environments.`,
      line`The token ends no later than GitHub's own, after minutes. Sign in right before it is needed, or give the OpenAI SDK ${"workloadIdentity"}, which signs in again.`,
      ...(others > 0
        ? [
            line`${words(formatCount(others, "more workflow"))} ${words(others === 1 ? "uses" : "use")} a key: each needs a rule of its own.`,
          ]
        : []),
      line`${linkWords("More on keys in workflows", PAGE)}`,
    ],
  };
}
