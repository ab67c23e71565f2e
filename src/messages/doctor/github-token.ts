import type { Medium } from "../medium.ts";
import { type CheckText, describeFact } from "./check-text.ts";

/** Says that there is no token. */
export function describeNoToken(medium: Medium): CheckText {
  return medium === "workflow"
    ? {
        detail: "The input github-token is empty. There is no comment, and commits cannot be fetched.",
        fix: "Remove the input. Its default is the job's own token.",
      }
    : describeFact("GITHUB_TOKEN is not set. Only the Action needs it.");
}

/** Says that the repository on GitHub is not known. */
export function describeNoGitHubRepository(): CheckText {
  return {
    detail: "GITHUB_REPOSITORY is not set, so the GitHub token was not tried.",
    fix: "To try it, set GITHUB_REPOSITORY=owner/name.",
  };
}

/** Why GitHub did not show the repository. */
export type TokenFailure = "bad-token" | "not-found" | "kept-out" | "refused" | "no-answer" | "not-github";

const FAILURES: Readonly<Record<TokenFailure, CheckText>> = {
  "bad-token": { detail: "GitHub does not accept the token.", fix: "Give the job's own token, or a new one." },
  "not-found": {
    detail: "The token cannot see the repository.",
    fix: "Give the job contents: read, or use a token that may read this repository.",
  },
  "kept-out": {
    detail: "A rule of the organisation does not allow this token: single sign-on, or a list of IP addresses.",
    fix: "Ask an owner of the organisation on GitHub.",
  },
  refused: { detail: "GitHub refuses the token.", fix: "Use the job's own token." },
  "no-answer": {
    detail: "GitHub did not answer, so the token was not checked.",
    fix: "Look at the network checks below, and run this again.",
  },
  "not-github": {
    detail: "What answered was not GitHub's API, so the token was not checked.",
    fix: "Check the proxy and GITHUB_API_URL.",
  },
};

/** Says why GitHub did not show the repository. `status` is null without an answer. */
export function describeTokenFailure(failure: TokenFailure, status: number | null): CheckText {
  const { detail, fix } = FAILURES[failure];
  return { detail: status === null ? detail : `${detail.slice(0, -1)} (${status}).`, fix };
}

/** Says that GitHub accepts the token. `login` is null where it must not be shown. */
export function describeToken(login: string | null): CheckText {
  return describeFact(`GitHub accepts the token${login === null ? "" : ` as ${login}`}.`);
}

/** Says that contents can be read. */
export function describeReadableContents(): CheckText {
  return describeFact("Reading commits works.");
}

/** Says that contents cannot be read. */
export function describeUnreadableContents(): CheckText {
  return {
    detail:
      "Reading commits is refused: contents: read is missing. Commits that are not checked out cannot be fetched.",
    fix: "Add contents: read to the permissions of the job.",
  };
}

/** Says that a read failed; `status` is null without an answer. */
export function describeFailedGitHubRead(
  what: "commits" | "pull requests" | "code scanning",
  status: number | null,
): CheckText {
  return {
    detail: `Reading ${what} failed${status === null ? ": GitHub did not answer" : ` (${status})`}.`,
    fix: "Run this again.",
  };
}

/** Says that no comment can be written. */
export function describeRefusedComments(): CheckText {
  return {
    detail: "Reading pull requests is refused, so no comment can be written.",
    fix: "Add pull-requests: write to the permissions of the job.",
  };
}

/** Says that the token may write comments, by what GitHub says of it. */
export function describeAllowedComments(): CheckText {
  return describeFact("The token's scopes allow comments.");
}

/** Says that no comment was written to see whether one can be. */
export function describeUntriedComments(): CheckText {
  return describeFact("Writing a comment was not tried. It needs pull-requests: write.");
}

/** Says that the token of this run only reads. */
export function describeReadOnlyRun(because: "fork" | "dependabot"): CheckText {
  const whose = because === "fork" ? "from a fork" : "from Dependabot";
  return {
    detail: `This pull request is ${whose}, so GitHub's token only reads. The check still fails on a leak, but no comment is written.`,
    fix: "docs/recipes.md says how to comment on such pull requests.",
  };
}

/** Says that code scanning can be read. */
export function describeReadableCodeScanning(): CheckText {
  return describeFact("Reading code scanning works. Uploading SARIF was not tried. It needs security-events: write.");
}

/** Says that code scanning cannot be read. */
export function describeUnreadableCodeScanning(): CheckText {
  return {
    detail: "GitHub does not show code scanning. The token lacks security-events, or code scanning is off.",
    fix: "To upload SARIF, add security-events: write to the permissions of the job.",
  };
}

/** Says what holds for pull requests from forks. */
export function describeForks(event: string): CheckText {
  return describeFact(
    event === "pull_request_target"
      ? "On pull_request_target, pull requests from forks get secrets and a token that writes."
      : "On pull_request, pull requests from forks get no secrets and a token that only reads. The check still fails on a leak, but no comment is written.",
  );
}
