import type { WorkflowPlace } from "./workflow-place.ts";

/** Who signs the identities of GitHub's jobs, and whom they are for, which has to be the same in all places. */
const ISSUER = "https://token.actions.githubusercontent.com";
const AUDIENCE = "https://api.openai.com/v1";

/** What stands for a value that only the reader knows. */
const UNKNOWN = {
  repository: "OWNER/REPOSITORY",
  branch: "main",
  path: ".github/workflows/WORKFLOW.yml",
  projectId: "PROJECT_ID",
  accountId: "SERVICE_ACCOUNT_ID",
  /** The environment of GitHub that the job runs in: a rule of its own says which branches may use it. */
  environment: "openai",
} as const;

/** Inference, and nothing else. */
const SCOPE = "api.model.request";

/** The workload identity provider, as OpenAI's Admin API takes it. */
export function formatProvider(): string {
  return formatJson({
    name: "GitHub Actions",
    type: "oidc",
    issuer: ISSUER,
    audience: AUDIENCE,
    verification: { type: "discovery", discovery_url: null },
  });
}

/** The rule that lets this workflow in, as OpenAI's Admin API takes it. */
export function formatFederationRule(place: WorkflowPlace): string {
  const { repository, ref, path, environment, projectId, accountId } = fillIn(place);
  return formatJson({
    name: `${repository} ${path.replace(/^.*\//, "")}`,
    project_id: projectId,
    service_account_id: accountId,
    attribute_matchers: { repository, ref, workflow_ref: `${repository}/${path}@${ref}`, environment },
    permissions: { type: "restricted", scopes: [SCOPE] },
  });
}

/** What the workflow has to have: the permission, the environment, and the step that gets a token. */
export function formatWorkflow(place: WorkflowPlace): string {
  const { path, environment, accountId } = fillIn(place);
  return `# ${path}
permissions:
  contents: read
  id-token: write # the job may ask GitHub for its identity token
jobs:
  JOB:
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
          echo "OPENAI_API_KEY=$token" >> "$GITHUB_ENV"`;
}

function fillIn(place: WorkflowPlace) {
  return {
    repository: place.repository ?? UNKNOWN.repository,
    ref: `refs/heads/${place.branch ?? UNKNOWN.branch}`,
    path: place.path ?? UNKNOWN.path,
    environment: place.environment ?? UNKNOWN.environment,
    projectId: place.projectId ?? UNKNOWN.projectId,
    accountId: place.accountId ?? UNKNOWN.accountId,
  };
}

function formatJson(value: object): string {
  return JSON.stringify(value, null, 2);
}
