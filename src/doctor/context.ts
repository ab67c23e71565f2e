import type { Clock } from "../domain/clock.ts";
import type { Detail } from "../domain/report.ts";
import type { Secret } from "../domain/secret.ts";
import type { EventScope } from "../github/event-scope.ts";
import type { AdminKeyFault } from "../messages/errors/admin-key.ts";
import type { Medium } from "../messages/medium.ts";

/** What was given as Admin API key: a key, of whatever kind, or something else, which is not kept. */
export type GivenKey =
  | { kind: "none" }
  | { kind: "withheld" }
  | { kind: "no-key"; fault: AdminKeyFault }
  /** `fault`: what is wrong with it by its looks, which OpenAI may contradict. */
  | { kind: "key"; secret: Secret; fault: AdminKeyFault | null };

/** The run of a workflow. */
export type WorkflowRunContext = {
  eventName: string;
  event: EventScope;
  scan: "change" | "history" | "files" | "alerts";
  /** The workflow's file by its path in the repository; null where the runner does not say. */
  file: string | null;
  /** Whether the settings want a comment on pull requests. */
  wantsComment: boolean;
  /** Whether it runs for Dependabot, whose token only reads. */
  isDependabot: boolean;
};

/** Everything that the checks look at. Entry points build it; nothing here is changed. */
export type DoctorContext = {
  medium: Medium;
  detail: Detail;
  /** Node's version, without a `v`, and the system and the processor. */
  node: string;
  platform: string;
  environment: NodeJS.ProcessEnv;
  /** A folder. `isRepoGiven`: somebody named it. */
  repo: string;
  isRepoGiven: boolean;
  ignoreFile: string;
  baseURL: string;
  adminKey: GivenKey;
  github: { apiUrl: string; serverUrl: string; token: string | null; repository: string | null };
  /** A folder for temporary files. */
  temp: string;
  workflow: WorkflowRunContext | null;
  clock: Clock;
  /** How long one request, or one check, may take at most, in milliseconds. */
  timeout: number;
  /** What sends requests to OpenAI and looks whether hosts answer: Node's own when it is left out. */
  fetch?: typeof fetch;
};
