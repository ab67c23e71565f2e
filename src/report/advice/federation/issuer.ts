/** Who signs the identities of GitHub's jobs. */
export const GITHUB_ISSUER = "https://token.actions.githubusercontent.com";

/** A server of GitHub's that is not github.com: its host, and who signs the identities of its jobs. */
export type OtherServer = { host: string; issuer: string };

/**
 * Whether a server is another one than github.com, and who signs there; null for github.com, and where no server is known.
 * OpenAI describes federation for github.com alone: https://developers.openai.com/api/docs/guides/workload-identity-federation/github-actions.
 * The issuers are those of GitHub's reference: https://docs.github.com/en/enterprise-server@latest/actions/reference/security/oidc.
 */
export function findOtherServer(serverUrl: string | null): OtherServer | null {
  const host = /^https?:\/\/([a-z\d.-]+(?::\d+)?)\/?$/i.exec(serverUrl ?? "")?.[1]?.toLowerCase() ?? null;
  if (host === null || host === "github.com" || host === "www.github.com") return null;
  // GitHub Enterprise Cloud with data residency.
  if (host.endsWith(".ghe.com")) return { host, issuer: `https://token.actions.${host}` };
  return { host, issuer: `https://${host}/_services/token` };
}
