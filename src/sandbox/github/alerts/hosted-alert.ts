import type { components } from "@octokit/openapi-types";
import type { Clock } from "../../../domain/clock.ts";
import { type Account, buildAccountRecord } from "../account.ts";
import { buildRepositoryRecord, type HostedRepository } from "../hosted-repository.ts";

type AlertRecord = components["schemas"]["secret-scanning-alert"];
type OrganizationAlertRecord = components["schemas"]["organization-secret-scanning-alert"];

/** A place of an alert, as the REST API shows it. */
export type AlertPlace = Required<components["schemas"]["secret-scanning-location"]>;

/** Why an alert was closed. */
export type AlertResolution = "false_positive" | "wont_fix" | "revoked" | "used_in_tests";

/** An alert of secret scanning, with the text that was found. */
export type HostedAlert = {
  readonly number: number;
  /** Counted over all repositories, in the order in which they were opened: what cursors of a list are made of. */
  readonly order: number;
  readonly secret: string;
  readonly secretType: string;
  readonly createdAt: Date;
  places: readonly AlertPlace[];
  validity: "active" | "inactive" | "unknown";
  isPubliclyLeaked: boolean;
  state: "open" | "resolved";
  resolution: AlertResolution | null;
  comment: string | null;
  resolvedAt: Date | null;
  resolvedBy: Account | null;
  updatedAt: Date | null;
};

/** What is set up of an alert. */
export type AlertOptions = Pick<HostedAlert, "secret" | "places"> &
  Partial<Pick<HostedAlert, "secretType" | "validity" | "isPubliclyLeaked">>;

/** How secret scanning is set up in a repository. */
export type AlertSettings = {
  /** Secret scanning is switched off. */
  isOff: boolean;
  /** Alerts are closed by reviewers alone. */
  isDelegated: boolean;
};

/** The alerts of all repositories, which are named by their full names. */
export class AlertBook {
  readonly #clock: Clock;
  readonly #alerts = new Map<string, HostedAlert[]>();
  readonly #settings = new Map<string, AlertSettings>();
  #opened = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  list(repo: string): readonly HostedAlert[] {
    return this.#alerts.get(repo.toLowerCase()) ?? [];
  }

  /** Opens an alert, as GitHub does when it finds a secret. */
  add(repo: string, { secretType = "openai_api_key", validity = "unknown", ...options }: AlertOptions): HostedAlert {
    const alerts = this.#alerts.get(repo.toLowerCase()) ?? [];
    this.#opened += 1;
    const alert: HostedAlert = {
      order: this.#opened,
      isPubliclyLeaked: false,
      ...options,
      number: alerts.length + 1,
      secretType,
      validity,
      createdAt: this.#clock.now(),
      state: "open",
      resolution: null,
      comment: null,
      resolvedAt: null,
      resolvedBy: null,
      updatedAt: null,
    };
    this.#alerts.set(repo.toLowerCase(), [...alerts, alert]);
    return alert;
  }

  /** Closes an alert, or opens it again where there is no resolution. */
  resolve(alert: HostedAlert, resolution: AlertResolution | null, comment: string | null, by: Account): void {
    const now = this.#clock.now();
    const isOpen = resolution === null;
    alert.state = isOpen ? "open" : "resolved";
    alert.resolution = resolution;
    alert.comment = comment;
    alert.resolvedAt = isOpen ? null : now;
    alert.resolvedBy = isOpen ? null : by;
    alert.updatedAt = now;
  }

  getSettings(repo: string): AlertSettings {
    return this.#settings.get(repo.toLowerCase()) ?? { isOff: false, isDelegated: false };
  }

  setUp(repo: string, settings: Partial<AlertSettings>): void {
    this.#settings.set(repo.toLowerCase(), { ...this.getSettings(repo), ...settings });
  }
}

/** Builds an alert as the REST API shows it. `isHidden`: without the text that was found. */
export function buildAlertRecord(
  alert: HostedAlert,
  { origin, fullName }: HostedRepository,
  isHidden: boolean,
): AlertRecord {
  const url = `${origin}/repos/${fullName}/secret-scanning/alerts/${alert.number}`;
  return {
    number: alert.number,
    created_at: formatSeconds(alert.createdAt),
    updated_at: alert.updatedAt && formatSeconds(alert.updatedAt),
    url,
    html_url: `${origin}/${fullName}/security/secret-scanning/${alert.number}`,
    locations_url: `${url}/locations`,
    state: alert.state,
    resolution: alert.resolution,
    resolved_at: alert.resolvedAt && formatSeconds(alert.resolvedAt),
    resolved_by: alert.resolvedBy && buildAccountRecord(alert.resolvedBy, origin),
    resolution_comment: alert.comment,
    secret_type: alert.secretType,
    secret_type_display_name: "OpenAI API Key",
    provider: "OpenAI",
    provider_slug: "openai",
    ...(!isHidden && { secret: alert.secret }),
    validity: alert.validity,
    publicly_leaked: alert.isPubliclyLeaked,
    multi_repo: false,
    is_base64_encoded: false,
    push_protection_bypassed: false,
    push_protection_bypassed_by: null,
    push_protection_bypassed_at: null,
    first_location_detected: alert.places[0]?.details ?? null,
    has_more_locations: alert.places.length > 1,
    assigned_to: null,
  };
}

/** Builds an alert as the list of an organisation shows it: with its repository. */
export function buildOrganizationAlertRecord(
  alert: HostedAlert,
  repository: HostedRepository,
  isHidden: boolean,
): OrganizationAlertRecord {
  return { ...buildAlertRecord(alert, repository, isHidden), repository: buildRepositoryRecord(repository) };
}

/** GitHub's times have no milliseconds. */
function formatSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
