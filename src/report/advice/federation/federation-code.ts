import { GITHUB_ISSUER } from "./issuer.ts";
import type { WorkflowPlace } from "./workflow-place.ts";

/** Whom the identities of GitHub's jobs are for, which has to be the same in all places. */
const AUDIENCE = "https://api.openai.com/v1";

/** What stands for a value that only the reader knows. */
const UNKNOWN = {
  repository: "OWNER/REPOSITORY",
  branch: "BRANCH",
  path: ".github/workflows/WORKFLOW.yml",
  projectId: "PROJECT_ID",
  accountId: "SERVICE_ACCOUNT_ID",
  /** The environment of GitHub that the job runs in: a rule of its own says which branches may use it. */
  environment: "openai",
} as const;

/** Inference, and nothing else. */
const SCOPE = "api.model.request";

/** Builds the workload identity provider, as OpenAI's Admin API takes it (`WorkloadIdentityProviderCreateParams`). */
export function buildProvider() {
  return {
    name: "GitHub Actions",
    type: "oidc",
    issuer: GITHUB_ISSUER,
    audience: AUDIENCE,
    verification: { type: "discovery", discovery_url: null },
  };
}

/** Builds the rule that lets this workflow in, as OpenAI's Admin API takes it (`FederationRuleCreateParams`). */
export function buildFederationRule(place: WorkflowPlace) {
  const { repository, ref, path, environment, projectId, accountId } = fillIn(place);
  return {
    name: `${repository} ${path.replace(/^.*\//, "")}`,
    project_id: projectId,
    service_account_id: accountId,
    attribute_matchers: { repository, ref, workflow_ref: `${repository}/${path}@${ref}`, environment },
    permissions: { type: "restricted", scopes: place.scopes ?? [SCOPE] },
  };
}

/**
 * What the workflow has to have: the permission, the environment, and the step that gets a token. It is a whole workflow, so
 * that a check of workflows passes it.
 */
export function formatWorkflow(place: WorkflowPlace): string {
  const { path, environment, accountId } = fillIn(place);
  return `# ${path}
on: workflow_dispatch # keep what your workflow has
permissions:
  contents: read
  id-token: write # the job may ask GitHub for its identity token
jobs:
  JOB:
    runs-on: ubuntu-latest # keep what your job has
    environment: ${environment}
    steps:
      - name: Sign in to OpenAI
        shell: bash
        env:
          IDENTITY_PROVIDER_ID: PROVIDER_ID
          SERVICE_ACCOUNT_ID: ${accountId}
        run: |
          token=$(
            curl --fail --silent --show-error \\
              --header "Authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" \\
              "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=${encodeURIComponent(AUDIENCE)}" |
              jq '{
                grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
                subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
                subject_token: .value,
                identity_provider_id: env.IDENTITY_PROVIDER_ID,
                service_account_id: env.SERVICE_ACCOUNT_ID
              }' |
              curl --fail --silent --show-error --header "Content-Type: application/json" \\
                --data @- https://auth.openai.com/oauth/token |
              jq --exit-status --raw-output .access_token
          )
          echo "::add-mask::$token"
          echo "OPENAI_API_KEY=$token" >> "$GITHUB_ENV"
      - run: ./PROGRAM # reads OPENAI_API_KEY`;
}

/** JSON as people paste it. */
export function formatFederationJson(value: object): string {
  return JSON.stringify(value, null, 2);
}

/** The branch of a rule, and the environment of a job, as the code above has them. */
export function getMatched(place: WorkflowPlace): { branch: string; environment: string } {
  return { branch: place.branch ?? UNKNOWN.branch, environment: place.environment ?? UNKNOWN.environment };
}

function fillIn(place: WorkflowPlace) {
  const { branch, environment } = getMatched(place);
  return {
    repository: place.repository ?? UNKNOWN.repository,
    ref: `refs/heads/${branch}`,
    path: place.path ?? UNKNOWN.path,
    environment,
    projectId: place.projectId ?? UNKNOWN.projectId,
    accountId: place.accountId ?? UNKNOWN.accountId,
  };
}
