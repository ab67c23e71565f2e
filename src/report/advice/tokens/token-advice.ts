import type { CodexTokenKind } from "../../../domain/candidate.ts";
import { type Line, line, linkWords, words } from "../../line.ts";
import { composeStep, describeFetched, type FirstStep, type StepFacts } from "../step.ts";

/** Where a person manages what they are signed in to ChatGPT with, and an owner manages a workspace. */
const PAGES = {
  workspace: "https://chatgpt.com/admin",
  security: "https://chatgpt.com/#settings/Security",
} as const;

const CONSOLE = linkWords("ChatGPT admin console", PAGES.workspace);

/** Who ends a token, and how: OpenAI's Admin API can do it for none of them. */
const REVOKING = {
  "codex-access-token": line`A workspace owner, or whoever created it, revokes it in the ${CONSOLE}: OpenAI's Admin API cannot.`,
  "agent-identity": line`It contains the private key of an agent. A workspace owner revokes the agent in the ${CONSOLE}: OpenAI's Admin API cannot.`,
  "chatgpt-login": line`Whoever signed in runs ${"codex logout"} where the file was written, and logs out of all devices under ${linkWords("Security", PAGES.security)} in ChatGPT.`,
} as const satisfies Record<CodexTokenKind, Line>;

/** What someone who has the token can do. */
const REACH = {
  "codex-access-token": "Whoever has it can use Codex as its owner, within the ChatGPT workspace.",
  "agent-identity": "Whoever has it can use Codex as this agent, within the ChatGPT workspace.",
  "chatgpt-login": "Whoever has it is signed in as that person, in Codex and in ChatGPT.",
} as const satisfies Record<CodexTokenKind, string>;

/** The first step for a token of Codex or ChatGPT, which this tool neither tries nor revokes. */
export function describeTokenStep({ finding, change }: StepFacts, kind: CodexTokenKind): FirstStep {
  const verb = kind === "chatgpt-login" ? "end" : "revoke";
  return composeStep(finding, verb, words("now"), [
    REVOKING[kind],
    words(REACH[kind]),
    describeFetched(change, "token"),
  ]);
}

/** The first step for a login that has ended by its own word. */
export function describeEndedToken(): FirstStep {
  return {
    alone: words("Remove it from the code."),
    among: words("First, remove the expired token from the code."),
    rest: words("It has expired, so nobody can use it any more."),
  };
}

/** The variable that Codex reads an access token from. */
const VARIABLE = "CODEX_ACCESS_TOKEN";

/** What to put in a token's place. */
export function describeTokenReplacement(kind: CodexTokenKind): Line {
  return kind === "chatgpt-login"
    ? words(
        "Do not copy a login to another machine. For automation, create a Codex access token with an expiry, and keep it in a secret store.",
      )
    : line`If it is still needed, create another with an expiry. Keep it in a secret store, and give it to Codex as ${VARIABLE}.`;
}

/** How to take a token out of a file. The path is as others wrote it, with `/`. */
export function describeTokenRemoval(kind: CodexTokenKind, path: string): Line {
  if (/(?:^|\/)auth\.json$/i.test(path)) {
    return line`Take ${path} out of git (${"git rm --cached"}) and list it in ${".gitignore"}.`;
  }
  const isWorkflow = /(?:^|\/)\.github\/.+\.ya?ml$/i.test(path);
  return isWorkflow && kind !== "chatgpt-login"
    ? line`In ${path}, read ${`\${{ secrets.${VARIABLE} }}`} instead.`
    : line`Take the token out of ${path}.`;
}
