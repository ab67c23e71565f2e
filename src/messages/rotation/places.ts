import type { RotationTarget, StoreFailure } from "../../domain/rotation-target.ts";
import type { Medium } from "../medium.ts";

/** What the reader calls the token for secrets, and how secrets that do not exist yet are created. */
const WORDS = {
  terminal: { token: "GITHUB_SECRETS_TOKEN", create: "--create" },
  workflow: { token: "secrets-token", create: "create: true" },
} as const satisfies Record<Medium, object>;

/** Describes a place: "the secret `OPENAI_API_KEY` of environment `production` of acme/shop". */
export function describePlace(target: RotationTarget): string {
  switch (target.kind) {
    case "github": {
      const { environment } = target;
      const of = environment === null ? "" : ` of environment ${quoteCode(environment)}`;
      return `the secret ${quoteCode(target.secret)}${of} of ${target.owner}/${target.repo}`;
    }
    case "github-org":
      return `the secret ${quoteCode(target.secret)} of organisation ${target.org}`;
    case "dependabot":
      return `the Dependabot secret ${quoteCode(target.secret)} of ${target.owner}/${target.repo}`;
    case "codespaces":
      return `the Codespaces secret ${quoteCode(target.secret)} of ${target.owner}/${target.repo}`;
    case "command":
      return `the program ${quoteCode(target.argv[0])}`;
    case "file":
      return `the file ${quoteCode(target.path)}`;
    default:
      return target satisfies never;
  }
}

/** Describes why a place did not take a key, or would not, and what to do. Whole sentences. */
export function describeStoreFailure(failure: StoreFailure, target: RotationTarget, medium: Medium): string {
  const place = describePlace(target);
  const { token, create } = WORDS[medium];
  switch (failure.because) {
    case "not-permitted":
      return `${token} may not write ${place}. It needs the permission ${failure.permission}. ${describeTokens(target, "can have it")}`;
    case "no-token":
      return `${capitalize(place)} cannot be written without a token. Set ${token}. ${describeTokens(target, "can write it")}`;
    case "bad-token":
      return `GitHub does not accept ${token}: it is wrong, or it has expired. Create another one and set it.`;
    case "kept-out":
      return `A rule of the organisation keeps ${token} out of ${place}: single sign-on, or a list of IP addresses. Authorise the token for single sign-on, or run this where the list allows it.`;
    case "not-found":
      return `GitHub shows ${token} no ${nameOwner(target)}. Check the name, and that the token has access.`;
    case "moved":
      return `${nameRepository(target)} is called ${failure.to} today. Name the place with that.`;
    case "archived":
      return `${nameRepository(target)} is archived and can only be read. Unarchive it, or leave out this place.`;
    case "no-secret":
      return target.kind === "github-org"
        ? `There is no secret ${quoteCode(target.secret)} in organisation ${target.org} yet. Create it on GitHub with any value. Only you know which repositories may see it.`
        : `${capitalize(place)} does not exist yet. Create it with ${create}, or correct the name.`;
    case "wrong-name":
      return `GitHub takes no secret with the name of ${place}. A name has letters, digits and underscores. It does not begin with a digit or with GITHUB_.`;
    case "exists":
      return `${capitalize(place)} exists already and is left as it is. Remove it, or name another file.`;
    default:
      return describeOther(failure, target, token);
  }
}

/** The rest: what the other side, a program or the system did. */
function describeOther(
  failure: Extract<StoreFailure, { because: Rest }>,
  target: RotationTarget,
  token: string,
): string {
  const place = describePlace(target);
  switch (failure.because) {
    case "too-many":
      return `${capitalize(nameOwner(target))} has as many secrets as GitHub allows, ${target.kind === "github-org" ? "1,000" : "100"}. Delete one that nobody needs.`;
    case "too-large":
      return `The key is larger than a secret on GitHub may be, 48 KB. It was not sent.`;
    case "rate-limited":
      return `GitHub limits the requests of ${token}. Wait an hour and run this again.`;
    case "server-error":
      return `GitHub could not answer for ${place}. Look at githubstatus.com, and run this again later.`;
    case "network":
      return `GitHub did not answer for ${place}. Check the network and any proxy, and run this again.`;
    case "not-understood":
      return `What answered for ${place} is not GitHub's API. A proxy or a login page may be in between. Check the network and GITHUB_API_URL.`;
    case "refused":
      return `GitHub refused the new value of ${place}. Its answer is not shown, since it may repeat the value. Run this again, and report it if that does not help.`;
    case "file-error":
      return `${capitalize(place)} cannot be written (${failure.code}). ${failure.code === "ENOENT" ? "Create its folder first." : "Check its folder, or name another file."}`;
    case "planted-link":
      return `The path of ${place} leads through a link in the checkout, which a change may have added. Name the file by a path without that link.`;
    case "cancelled":
      return `The run was cancelled before ${place} had the new key for certain.`;
    case "unexpected":
      return `Something of ours broke while ${place} was written. Please report it.`;
    case "no-program":
    case "exit-code":
    case "not-read":
    case "timed-out":
      return describeProgramFailure(failure, target);
    default:
      return failure satisfies never;
  }
}

type ProgramFault = "no-program" | "exit-code" | "not-read" | "timed-out";
type Rest =
  | ProgramFault
  | "too-many"
  | "too-large"
  | "rate-limited"
  | "server-error"
  | "network"
  | "not-understood"
  | "refused"
  | "file-error"
  | "planted-link"
  | "cancelled"
  | "unexpected";

function describeProgramFailure(
  failure: Extract<StoreFailure, { because: ProgramFault }>,
  target: RotationTarget,
): string {
  const program = describePlace(target);
  switch (failure.because) {
    case "no-program":
      return `${capitalize(program)} was not found, or cannot be started. Install it, or name its whole path. No shell is used, which rules out aliases and functions.`;
    case "exit-code": {
      const end = failure.code === null ? "was ended by a signal" : `ended with ${failure.code}`;
      return `${capitalize(program)} ${end}, and only 0 means stored. What it wrote is not shown, since that may be the key. Run it by hand with any text on its standard input to see what it says.`;
    }
    case "not-read":
      return `${capitalize(program)} ended without reading the key. Give it the arguments that make it read its standard input, such as value=- of vault.`;
    case "timed-out":
      return `${capitalize(program)} did not end in time and was stopped. It may wait for an answer: sign it in before, and turn its questions off.`;
    default:
      return failure satisfies never;
  }
}

/** Which tokens can write secrets, in GitHub's words. */
function describeTokens(target: RotationTarget, can: string): string {
  const isOrganization = target.kind === "github-org";
  const [level, scope] = isOrganization ? ["organisation", "admin:org"] : ["repository", "repo"];
  return `A fine-grained personal access token or a GitHub App ${can} for this ${level}. So can a classic token with the scope ${scope}. A job's own GITHUB_TOKEN never can.`;
}

/** What holds a secret: the organisation, the repository, or its environment. */
function nameOwner(target: RotationTarget): string {
  if (target.kind === "github-org") return `organisation ${target.org}`;
  const environment = target.kind === "github" && target.environment !== null ? target.environment : null;
  const repository = `repository ${nameRepository(target)}`;
  return environment === null ? repository : `environment ${quoteCode(environment)} of ${repository}`;
}

function nameRepository(target: RotationTarget): string {
  return "repo" in target ? `${target.owner}/${target.repo}` : describePlace(target);
}

/** A name as code. A backtick would end that, and stands in few names. */
function quoteCode(name: string): string {
  return `\`${name.replaceAll("`", "'")}\``;
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
