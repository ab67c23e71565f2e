import type { RotationTarget } from "../../domain/rotation-target.ts";

/** A secret on GitHub. */
export type GitHubTarget = Exclude<RotationTarget, { kind: "command" | "file" }>;

/** Where the secrets of a place are in the REST API, what a token needs to write them, and how many there may be. */
export type SecretPath = {
  /** The path of the list, as octokit takes it: names in braces are filled in from `names`, encoded. */
  path: string;
  names: Readonly<Record<string, string>>;
  /** By GitHub's own names: `X-Accepted-GitHub-Permissions` has them. */
  permissions: readonly string[];
  most: number;
};

/** GitHub's "Limits for secrets". */
const MOST = { organization: 1000, other: 100 } as const;

/** Finds the path of a place's secrets, and what writing them needs. */
export function getSecretPath(target: GitHubTarget): SecretPath {
  if (target.kind === "github-org") {
    const names = { org: target.org };
    return {
      path: "/orgs/{org}/actions/secrets",
      names,
      permissions: ["organization_secrets"],
      most: MOST.organization,
    };
  }
  const { owner, repo } = target;
  const at = (part: string, permissions: readonly string[], more = {}): SecretPath => ({
    path: `/repos/{owner}/{repo}/${part}/secrets`,
    names: { owner, repo, ...more },
    permissions,
    most: MOST.other,
  });
  switch (target.kind) {
    case "github":
      return target.environment === null
        ? at("actions", ["secrets"])
        : // GitHub lists these requests under both, and does not say which is needed.
          at("environments/{environment}", ["environments", "secrets"], { environment: target.environment });
    case "dependabot":
      return at("dependabot", ["dependabot_secrets"]);
    case "codespaces":
      return at("codespaces", ["codespaces_secrets"]);
    default:
      return target satisfies never;
  }
}

/**
 * Formats permissions as GitHub's pages name them: `Environments: write and Secrets: write`. `accepted` is the header in
 * which GitHub names what a refused request needs; only a permission that is not known here is taken from it.
 */
export function formatPermissions({ permissions }: Pick<SecretPath, "permissions">, accepted: unknown): string {
  const told = typeof accepted === "string" && /^[a-z_=,; ]{1,200}$/.test(accepted) ? accepted : "";
  const named = [...told.matchAll(/([a-z_]+)=(?:read|write|admin)/g)].map(([, name = ""]) => name);
  return [...new Set([...permissions, ...named])].map((name) => `${formatPermission(name)}: write`).join(" and ");
}

function formatPermission(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`.replaceAll("_", " ");
}
