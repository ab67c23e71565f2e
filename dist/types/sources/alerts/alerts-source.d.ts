import type { Blob } from "../../domain/blob.js";
import type { Hit, Sighting } from "../../domain/candidate.js";
import type { BlobName, Source } from "../../domain/source.js";
import type { SecretAlert } from "../../github/alerts/alert.js";
import { type AlertListing } from "../../github/alerts/alert-requests.js";
import type { Octokit } from "../../github/client.js";
/** The texts of open alerts as blobs, which the detector reads like any other; their places are asked for once it finds a key. */
export declare class AlertsSource implements Source {
    #private;
    /** `isNamed`: the places are of several repositories, and have to name theirs. */
    constructor(octokit: Octokit, listing: AlertListing, isNamed: boolean);
    blobs(): AsyncGenerator<Blob>;
    locate({ provenance }: Blob, hit: Hit): Promise<readonly Sighting[]>;
    complete(sightings: readonly Sighting[]): Promise<readonly Sighting[]>;
    /** To be called for what the detector noted of an alert's text, which is then told. */
    nameOf({ provenance }: Blob): Promise<BlobName>;
    account(): ReturnType<Source["account"]>;
    /** The alerts in whose texts one of these keys was found, and no other. By fingerprints, in the order of the list. */
    listAlertsOf(fingerprints: ReadonlySet<string>): readonly SecretAlert[];
}
