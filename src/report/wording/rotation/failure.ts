import type { MintFailure } from "../../../domain/rotation.ts";
import type { RotationTarget, StoreFailure } from "../../../domain/rotation-target.ts";
import type { Medium } from "../../../messages/medium.ts";
import { describeStoreFailure } from "../../../messages/rotation/places.ts";
import { type Line, line, words } from "../../line.ts";
import { isHidden } from "./names.ts";

const STORE = {
  "bad-token": "GitHub does not accept the token",
  "kept-out":
    "a rule of the organisation keeps the token or this machine out, such as single sign-on or a list of addresses",
  "not-found": "it does not exist, or the token cannot see it",
  archived: "the repository is archived",
  "no-secret": "there is no such secret yet",
  "wrong-name": "GitHub takes no secret with this name",
  exists: "the file is there already",
  "too-many": "GitHub takes no more secrets there",
  "too-large": "it takes no value of this length",
  "rate-limited": "GitHub asked us to slow down",
  "server-error": "GitHub answered with a server error",
  network: "GitHub could not be reached",
  "not-understood": "GitHub's answer could not be understood",
  refused: "GitHub refused it",
  "no-program": "the program was not found, or cannot be started",
  "not-read": "the program ended without reading the key from its standard input",
  "planted-link": "the path leads through a link in a checkout, which a change may have added",
  "timed-out": "it took too long",
  cancelled: "the run was stopped",
  unexpected: "this tool broke off, and it is not known how far it got",
} as const satisfies Partial<Record<StoreFailure["because"], string>>;

/** Why a place did not take a key, or would not: a clause without a full stop. */
export function explainStoreFailure(failure: StoreFailure, medium: Medium): Line {
  switch (failure.because) {
    case "not-permitted":
      return line`the token lacks the permission ${failure.permission}`;
    case "no-token":
      return words(`no token was given: set ${nameToken(medium)}`);
    case "moved":
      return failure.to === ""
        ? words("the repository has another name today")
        : line`the repository is called ${failure.to} today`;
    case "exit-code":
      return failure.code === null
        ? words("a signal ended the program")
        : words(`the program ended with exit code ${failure.code}`);
    case "file-error":
      return words(`the file could not be written (${failure.code})`);
    default:
      return words(STORE[failure.because]);
  }
}

/** Why a place did not take a key, and what to do, in whole sentences; null where the names of the place are hidden. */
export function describeStoreAdvice(failure: StoreFailure, target: RotationTarget, medium: Medium): string | null {
  return isHidden(target) ? null : describeStoreFailure(failure, target, medium);
}

/** What the reader calls the token that writes secrets. */
function nameToken(medium: Medium): string {
  return medium === "workflow" ? "secrets-token" : "GITHUB_SECRETS_TOKEN";
}

const MINT = {
  "read-only-admin-key": "the Admin API key may not create keys",
  "account-gone": "the service account is gone",
  "archived-project": "the project is archived",
  "rate-limited": "OpenAI asked us to slow down",
  "server-error": "OpenAI answered with a server error",
  network: "OpenAI could not be reached",
  "not-understood": "OpenAI's answer could not be understood",
} as const satisfies Partial<Record<MintFailure["because"], string>>;

/** Why OpenAI created no key: a clause without a full stop. */
export function explainMintFailure(failure: MintFailure): Line {
  if (failure.because !== "refused") return words(MINT[failure.because]);
  const why = "OpenAI refused its lifetime, its scopes, or new keys altogether";
  return failure.code === null ? words(why) : line`${words(why)} (${failure.code})`;
}

/** What to do so that OpenAI creates the key; null where there is nothing but to try again. */
export function describeMintAdvice(failure: MintFailure, medium: Medium): Line | null {
  switch (failure.because) {
    case "read-only-admin-key":
      return line`Give the Admin API key the scope ${"api.organization.projects.service_accounts.write"}, or use another one.`;
    case "refused":
      return words(
        medium === "workflow"
          ? "A policy of the organisation may want a shorter life: set expires-in: 30d. Check the words of scopes too."
          : "A policy of the organisation may want a shorter life: add --expires-in 30d. Check the words of --scopes too.",
      );
    case "archived-project":
    case "account-gone":
      return words("No key can be created there. Move the program to a service account of another project.");
    default:
      return null;
  }
}
