import type { Blob } from "../../domain/blob.ts";
import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { Gap } from "../../domain/gap.ts";
import type { BlobName, Coverage, Source } from "../../domain/source.ts";
import type { AlertLocation, SecretAlert } from "../../github/alerts/alert.ts";
import { type AlertListing, listAlertLocations } from "../../github/alerts/alert-requests.ts";
import type { Octokit } from "../../github/client.ts";
import {
  describeCutAlerts,
  describeHiddenAlert,
  describeUnknownText,
  describeUnlistedPlaces,
  describeUnreadAlerts,
} from "../../messages/gaps/alerts.ts";
import { describeUnfinished } from "../../messages/gaps/reading.ts";
import { locateInAlert, nameAlert } from "./sighting.ts";

/** What stands for an alert of which GitHub told no place. */
const NO_PLACE: readonly AlertLocation[] = [{ kind: "other" }];

/** The texts of open alerts as blobs, which the detector reads like any other; their places are asked for once it finds a key. */
export class AlertsSource implements Source {
  readonly #octokit: Octokit;
  readonly #listing: AlertListing;
  readonly #isNamed: boolean;
  readonly #byName: ReadonlyMap<string, SecretAlert>;
  readonly #gaps: Gap[] = [];
  readonly #coverage: Coverage = { commits: 0, blobs: 0, bytes: 0, texts: 0 };
  /** What was found in the text of an alert, or noted of it. */
  readonly #told = new Set<string>();
  readonly #places = new Map<string, Promise<readonly AlertLocation[]>>();
  #isRead = false;

  /** `isNamed`: the places are of several repositories, and have to name theirs. */
  constructor(octokit: Octokit, listing: AlertListing, isNamed: boolean) {
    this.#octokit = octokit;
    this.#listing = listing;
    this.#isNamed = isNamed;
    this.#byName = new Map(listing.alerts.map((alert) => [nameAlert(alert), alert]));
  }

  async *blobs(): AsyncGenerator<Blob> {
    for (const [name, { secret }] of this.#byName) {
      this.#coverage.texts += 1;
      if (secret === null) {
        this.#told.add(name);
        this.#gaps.push(createGap(describeHiddenAlert(name)));
        continue;
      }
      const text = Buffer.from(secret.reveal());
      this.#coverage.bytes += text.length;
      yield { provenance: { kind: "alert", alert: name }, chunks: [text] };
    }
    this.#isRead = true;
  }

  async locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]> {
    const [name, alert] = this.#getAlert(provenance);
    this.#told.add(name);
    return (await this.#listPlaces(name, alert)).map((place) => locateInAlert(alert, place, hit, this.#isNamed));
  }

  async complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]> {
    return sightings;
  }

  /** To be called for what the detector noted of an alert's text, which is then told. */
  async nameOf({ provenance }: Blob): Promise<BlobName> {
    const [name] = this.#getAlert(provenance);
    this.#told.add(name);
    return { name };
  }

  account(): ReturnType<Source["account"]> {
    const { unread, isComplete, failure } = this.#listing;
    const gaps = [...this.#gaps];
    if (!this.#isRead) gaps.push({ kind: "miscounted", detail: describeUnfinished("texts") });
    if (!isComplete) gaps.push(createGap(describeCutAlerts(this.#byName.size, failure)));
    if (unread > 0) gaps.push(createGap(describeUnreadAlerts(unread)));
    const unknown = [...this.#byName.keys()].filter((name) => this.#isRead && !this.#told.has(name));
    gaps.push(...unknown.map((name) => createGap(describeUnknownText(name))));
    return { coverage: { ...this.#coverage }, gaps };
  }

  async #listPlaces(name: string, alert: SecretAlert): Promise<readonly AlertLocation[]> {
    const places = this.#places.get(name) ?? this.#askForPlaces(name, alert);
    this.#places.set(name, places);
    return await places;
  }

  async #askForPlaces(name: string, alert: SecretAlert): Promise<readonly AlertLocation[]> {
    const listed = await listAlertLocations(this.#octokit, alert).catch(() => null);
    if (!listed?.isComplete) this.#gaps.push(createGap(describeUnlistedPlaces(name)));
    const locations = listed?.locations ?? alert.locations;
    return locations.length > 0 ? locations : NO_PLACE;
  }

  #getAlert(provenance: Blob["provenance"]): [name: string, alert: SecretAlert] {
    const alert = provenance.kind === "alert" ? this.#byName.get(provenance.alert) : undefined;
    if (provenance.kind !== "alert" || !alert) throw new Error(`no alert has anything from ${provenance.kind}`);
    return [provenance.alert, alert];
  }
}

function createGap(detail: string): Gap {
  return { kind: "unfetched", cause: "alerts", detail };
}
