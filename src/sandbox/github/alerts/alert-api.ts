import type { Answer } from "../../answer.ts";
import type { Request } from "../../server.ts";
import { selectPageAt } from "../comments.ts";
import type { HostedRepository } from "../hosted-repository.ts";
import { createRefusal, isTokenFor, maySee, type Token } from "../tokens.ts";
import { selectAlertPage } from "./alert-pages.ts";
import {
  type AlertBook,
  type AlertResolution,
  buildAlertRecord,
  buildOrganizationAlertRecord,
  type HostedAlert,
} from "./hosted-alert.ts";

/** What the answers are made of. Repositories are named by their full names in lower case. */
type AlertState = { repositories: ReadonlyMap<string, HostedRepository>; alerts: AlertBook };

const PAGE = "/secret-scanning/secret-scanning";

/** Answers a request about alerts of secret scanning; null for any other. */
export function answerAlerts(request: Request, token: Token | null, state: AlertState): Answer | null {
  const organization = /^\/orgs\/([^/]+)\/secret-scanning\/alerts$/.exec(request.path)?.[1]?.toLowerCase();
  if (organization !== undefined) return listOfOrganization(organization, request, token, state);
  const [, name = "", number, more = ""] =
    /^\/repos\/([^/]+\/[^/]+)\/secret-scanning\/alerts(?:\/(\d+)(\/locations)?)?$/.exec(request.path) ?? [];
  const repository = state.repositories.get(name.toLowerCase());
  // It may be a former name.
  if (!repository) return null;
  if (!maySee(token, repository)) return createRefusal(404, "Not Found", PAGE);
  const right = request.method === "GET" ? "read" : "write";
  const refusal = checkAccess(isTokenFor(token, repository), right, token);
  const answer = refusal ?? answerRepository({ repository, number, more, request, token, alerts: state.alerts });
  const headers = { "x-accepted-github-permissions": `secret_scanning_alerts=${right}` };
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

/** A job's own token cannot have the permission. A classic one needs a scope, and its owner has to administer. */
function checkAccess(isOwn: boolean, right: "read" | "write", token: Token | null): Answer | null {
  if (!token) return createRefusal(401, "Requires authentication", PAGE);
  if (token.kind === "classic") {
    const hasScope = token.scopes.includes("repo") || token.scopes.includes("security_events");
    return isOwn && hasScope && token.isAdmin ? null : createRefusal(404, "Not Found", PAGE);
  }
  const held = token.permissions["secret-scanning-alerts"];
  if (token.kind !== "job" && isOwn && (held === "write" || held === right)) return null;
  const whom = token.kind === "fine-grained" ? "personal access token" : "integration";
  return createRefusal(403, `Resource not accessible by ${whom}`, PAGE);
}

/** Only repositories that the token may see are in the list. */
function listOfOrganization(
  organization: string,
  request: Request,
  token: Token | null,
  { repositories, alerts }: AlertState,
): Answer {
  const owned = [...repositories.values()].filter(({ fullName }) =>
    fullName.toLowerCase().startsWith(`${organization}/`),
  );
  const [first] = owned;
  if (!first) return createRefusal(404, "Not Found", PAGE);
  const refusal = checkAccess(token?.organization === organization || token?.kind === "classic", "read", token);
  if (refusal) return refusal;
  const isHidden = request.query.get("hide_secret") === "true";
  const records = owned
    .filter((repository) => isTokenFor(token, repository) && !alerts.getSettings(repository.fullName).isOff)
    .flatMap((repository) => alerts.list(repository.fullName).map((alert) => ({ alert, repository })))
    .filter(({ alert }) => isWanted(alert, request.query));
  const address = `${first.origin}${request.path}`;
  return selectAlertPage(address, records, request.query, ({ alert, repository }) =>
    buildOrganizationAlertRecord(alert, repository, isHidden),
  );
}

type Exchange = {
  repository: HostedRepository;
  number: string | undefined;
  more: string;
  request: Request;
  token: Token | null;
  alerts: AlertBook;
};

function answerRepository({ repository, number, more, request, token, alerts }: Exchange): Answer {
  const { method, query } = request;
  const { isOff, isDelegated } = alerts.getSettings(repository.fullName);
  if (isOff) return createRefusal(404, "Secret scanning is disabled on this repository.", PAGE);
  const isHidden = query.get("hide_secret") === "true";
  const address = `${repository.origin}${request.path}`;
  if (number === undefined) {
    const wanted = alerts.list(repository.fullName).filter((alert) => isWanted(alert, query));
    const listed = wanted.map((one) => ({ alert: one }));
    return selectAlertPage(address, listed, query, ({ alert: one }) => buildAlertRecord(one, repository, isHidden));
  }
  const alert = alerts.list(repository.fullName).find((one) => one.number === Number(number));
  if (!alert || !token) return createRefusal(404, "Not Found", PAGE);
  if (more !== "") return selectPageAt(address, alert.places, query);
  if (method === "GET") return { status: 200, body: buildAlertRecord(alert, repository, isHidden) };
  if (isDelegated && !token.isAdmin) {
    return createRefusal(403, "Alert dismissal requires review, and you are not a reviewer.", PAGE);
  }
  const refusal = updateAlert(alert, request.body, token, alerts);
  // The text is in this answer, whatever was asked for.
  return refusal ?? { status: 200, body: buildAlertRecord(alert, repository, false) };
}

/** By the filters of the query. Lists that are not filtered by type leave generic patterns out, which are none here. */
function isWanted({ state, secretType, validity, resolution }: HostedAlert, query: URLSearchParams): boolean {
  const has = (name: string, value: string | null) =>
    query.get(name) === null || (query.get(name) ?? "").split(",").includes(value ?? "");
  return (
    has("state", state) && has("secret_type", secretType) && has("validity", validity) && has("resolution", resolution)
  );
}

const RESOLUTIONS: readonly unknown[] = ["false_positive", "wont_fix", "revoked", "used_in_tests"];

/** Closes an alert or opens it again; GitHub's refusal where that cannot be. */
function updateAlert(alert: HostedAlert, json: string, { account }: Token, alerts: AlertBook): Answer | null {
  const { state, resolution = null, resolution_comment: comment = null } = readFields(json);
  if (state !== "open" && state !== "resolved") return createRefusal(422, "Validation Failed", PAGE);
  if (comment !== null && (typeof comment !== "string" || comment.length > LONGEST_COMMENT)) {
    return createRefusal(400, "The resolution comment is invalid.", PAGE);
  }
  const fits = state === "open" ? resolution === null : RESOLUTIONS.includes(resolution);
  if (!fits) return createRefusal(422, "The state does not match the resolution.", PAGE);
  if (state === alert.state && resolution === alert.resolution) {
    return createRefusal(400, "The resolution was not changed.", PAGE);
  }
  alerts.resolve(alert, resolution as AlertResolution | null, comment, account);
  return null;
}

/** In characters. GitHub does not say where it ends for these; for alerts of code scanning it ends here. */
const LONGEST_COMMENT = 280;

function readFields(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
