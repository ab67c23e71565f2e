import type { components } from "@octokit/openapi-types";
import { type Account, type AccountRecord, buildAccountRecord, computeId, computeNodeId } from "./account.ts";

/** The properties in which repositories differ here. */
export type RepositoryProfile = {
  /** `owner/name`. */
  fullName: string;
  visibility: "public" | "private" | "internal";
  defaultBranch: string;
  isFork: boolean;
  /** Whether it can only be read any more. */
  isArchived?: boolean;
  /** Whether GitHub has switched it off: it is listed, and cannot be fetched. */
  isDisabled?: boolean;
  /** Whether code scanning is switched off: private repositories have none without a licence. */
  isCodeScanningOff?: boolean;
  /** What GitHub says its size is, in KB. */
  kilobytes?: number;
  /** Its number, which stays when it is renamed; by default one of its name. */
  id?: number;
};

/** A repository on a GitHub whose web pages, API and git are all at `origin`. */
export type HostedRepository = RepositoryProfile & { origin: string };

/** A repository in the JSON of the REST API and of events. */
export type RepositoryRecord = Wire &
  Required<Pick<Wire, "has_discussions" | "topics" | "visibility" | "is_template" | "allow_forking">> & {
    id: number;
    owner: AccountRecord;
    license: null;
    created_at: string;
    updated_at: string;
    pushed_at: string;
    visibility: RepositoryProfile["visibility"];
    web_commit_signoff_required: boolean;
  };
type Wire = components["schemas"]["repository"];

/** The addresses of a repository's parts, relative to that of the repository itself. */
const URLS = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

const COUNTS = { forks: 0, forks_count: 0, open_issues: 0, open_issues_count: 0, stargazers_count: 0, size: 1 };
const FEATURES = {
  has_downloads: true,
  has_issues: true,
  has_projects: true,
  has_wiki: true,
  has_pages: false,
  has_discussions: false,
};

const SETTINGS = {
  disabled: false,
  mirror_url: null,
  license: null,
  topics: [],
  is_template: false,
  allow_forking: true,
  web_commit_signoff_required: false,
};

/** When every repository here was created. */
const CREATED_AT = "2026-01-15T00:00:00Z";

/** The account that owns a repository. */
export function getOwner({ fullName }: RepositoryProfile): Account {
  return { login: fullName.split("/")[0] ?? "", type: "Organization" };
}

/** The number by which GitHub knows a repository. */
export function getRepositoryId({ id, fullName }: Pick<RepositoryProfile, "id" | "fullName">): number {
  return id ?? computeId(fullName);
}

/** Builds a repository as the REST API and events show it. */
export function buildRepositoryRecord({ origin, ...repository }: HostedRepository): RepositoryRecord {
  const { fullName, visibility, defaultBranch, isFork, isArchived = false, isDisabled = false } = repository;
  const id = getRepositoryId(repository);
  const [url, html_url] = [`${origin}/repos/${fullName}`, `${origin}/${fullName}`];
  const urls = Object.fromEntries(Object.entries(URLS).map(([name, end]) => [name, `${url}${end}`]));
  return {
    id,
    node_id: computeNodeId("Repository", id),
    name: fullName.split("/")[1] ?? "",
    full_name: fullName,
    private: visibility !== "public",
    owner: buildAccountRecord(getOwner(repository), origin),
    html_url,
    description: null,
    fork: isFork,
    url,
    ...(urls as Record<keyof typeof URLS, string>),
    ...COUNTS,
    ...FEATURES,
    watchers: 0,
    watchers_count: 0,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    pushed_at: CREATED_AT,
    clone_url: `${html_url}.git`,
    git_url: `${html_url}.git`,
    ssh_url: `${html_url}.git`,
    svn_url: html_url,
    homepage: null,
    language: null,
    ...SETTINGS,
    size: repository.kilobytes ?? COUNTS.size,
    disabled: isDisabled,
    archived: isArchived,
    visibility,
    default_branch: defaultBranch,
  };
}
