import type { Blob } from "./blob.js";
import type { Secret } from "./secret.js";
/** The kind of a key: `user` is the legacy `sk-`, `named` is `sk-<name>-`, `suspected` only looks like a key. */
export type KeyKind = "user" | "project" | "service-account" | "admin" | "named" | "suspected" | CodexTokenKind;
/**
 * Tokens of Codex and ChatGPT, which are no API keys: the Admin API neither lists nor revokes them, and they are never
 * tried. A login is what signing in to ChatGPT gives; an agent identity and an access token are what programs get.
 */
export declare const TOKEN_KINDS: readonly ["codex-access-token", "agent-identity", "chatgpt-login"];
/** The kind of a token of Codex or ChatGPT. */
export type CodexTokenKind = (typeof TOKEN_KINDS)[number];
/** Whether it is a token of Codex or ChatGPT, and no API key. */
export declare function isToken(kind: KeyKind): kind is CodexTokenKind;
/** `certain`: a complete known shape. `likely`: prefix and marker, but unusual lengths. `suspected`: damaged or cut. */
export type Confidence = "certain" | "likely" | "suspected";
/** How the key was written down. */
export type Encoding = "plain" | "base64" | "hex" | "utf-16" | "utf-32" | "char-codes" | "reversed" | "rot13" | "percent" | "split";
/** A text that a place may hold, and what it then is. */
export type KeyReading = {
    secret: Secret;
    kind: KeyKind;
    confidence: Confidence;
    /** When a token ends by its own word. Left out for keys, and where nothing says so for sure. */
    expiresAt?: Date;
};
/** A key-shaped span of a blob: `offset` and `length` in bytes, as they stand in the blob. */
export type Hit = KeyReading & {
    encoding: Encoding;
    /** Other readings of the same place, where it is open where the key begins or ends; mostly none. The proof decides. */
    alternatives: readonly KeyReading[];
    /** The file of an archive that holds it, by its path there; null outside archives. */
    member: string | null;
    offset: number;
    length: number;
};
/** What the detector noticed besides keys. */
export type DetectorNote = 
/** A part of the blob that could not be searched: why, on one line and without any text of the blob. */
{
    kind: "unread";
    why: string;
}
/**
 * Looks like an OpenAI key and is none: what it is, for the reader ("a placeholder", "a key of Anthropic"). `silent` says
 * why a text of the whole shape of a key is passed over; null for what lacks that shape, as other vendors' keys do.
 */
 | {
    kind: "look-alike";
    what: string;
    silent: SilentKind | null;
    offset: number;
};
/** A blob that was searched before, and has no key: what the detector noted then. It has no chunks. */
export type NotedBlob = Blob & {
    noted: readonly DetectorNote[];
};
/** Whether a blob was searched before. */
export declare function isNoted(blob: Blob): blob is NotedBlob;
/** Why a text of a key's shape is no key. */
export declare const SILENT_KINDS: readonly ["published-example", "placeholder", "sequence", "repetition"];
/** Why a text of a key's shape is no key. */
export type SilentKind = (typeof SILENT_KINDS)[number];
/** How many texts of a key's shape were passed over, by why. */
export type SilentCounts = Readonly<Record<SilentKind, number>>;
/** Counts texts that were passed over. */
export declare function countSilent(kinds: readonly SilentKind[]): SilentCounts;
/** Finds keys in a blob, in order of offset except for files in archives. Pure: reads only the blob's chunks. */
export type Detect = (blob: Blob, note: (note: DetectorNote) => void) => AsyncIterable<Hit>;
/** What kind of place an alert names, in GitHub's words for texts; `unknown` where it names none that is known here. */
export type AlertPlaceKind = "file" | "wiki" | "unknown" | `issue_${"title" | "body" | "comment"}` | `discussion_${"title" | "body" | "comment"}` | `pull_request_${"title" | "body" | "comment" | "review" | "review_comment"}`;
/** An alert of GitHub's secret scanning, and one of its places. `url` leads to the alert, `textUrl` to a text. */
export type AlertMention = {
    number: number;
    url: string;
    kind: AlertPlaceKind;
    textUrl: string | null;
};
/** One place where a key was seen. What does not apply to the place, or is not known, is null. */
export type Sighting = {
    where: "file" | "commit-message" | "tag-message" | "path" | "pull-request" | "stdin" | "alert";
    /** Relative to the top of the repository, with `/`. */
    path: string | null;
    /** Counted from 1. In a commit message the subject is line 1. */
    line: number | null;
    /** Counted from 1, in UTF-16 code units. */
    column: number | null;
    /** The commit that introduced it: its full object name. */
    commit: string | null;
    author: string | null;
    /** When it was committed; in an alert, when GitHub opened that. */
    at: Date | null;
    encoding: Encoding;
    /** The file inside an archive, by its path there; line and column are then null. Null outside archives. */
    member: string | null;
    /** Whether the head still has it at this path. */
    inHead: boolean;
    /** Whether the base already had this key, at a path that counts. */
    preexisting: boolean;
    /** `owner/name` of the repository, where several were searched. */
    repository?: string;
    /** The alert that names this place; path, line and commit are then what GitHub says of it. Absent elsewhere. */
    alert?: AlertMention;
    /** For how many more places like this one it stands: of a key that is seen very often only the first places are listed. */
    unlisted?: number;
    /** Until `preexisting` is final: stands for the bytes that the base is to be searched for, the same for the same bytes. */
    spelling?: object;
};
/** One distinct key, and the places where it was seen, as `SightingList` lists them. */
export type Candidate = KeyReading & {
    /** Other readings of the places where it was seen. */
    alternatives: readonly KeyReading[];
    sightings: readonly Sighting[];
};
/**
 * All readings of a candidate, its own first, without those that are candidates themselves. Each is as sure as the place,
 * or surer: a damaged key may be a whole one that was read wrongly.
 */
export declare function listReadings(candidate: Candidate, isKnown: (fingerprint: string) => boolean): readonly Candidate[];
/** What is known of a key from its hits alone. */
export type ReadKey = Pick<Candidate, "secret" | "kind" | "confidence" | "alternatives" | "expiresAt">;
/**
 * Merges a hit into what is known of its key. The higher of two confidences stays, and each place's other readings; an
 * expiry stays where every place tells it.
 */
export declare function mergeHit(known: ReadKey | undefined, hit: Hit): ReadKey;
/** When the key was first exposed, as far as the sightings tell. */
export declare function findFirstSeen(sightings: readonly Sighting[]): Date | null;
