import type { Blob } from "./blob.js";
import type { Secret } from "./secret.js";
/** What kind of key: `user` is the legacy `sk-`, `named` is `sk-<name>-`, `suspected` is key-shaped and no more. */
export type KeyKind = "user" | "project" | "service-account" | "admin" | "named" | "suspected";
/** `certain`: a full shape that is known. `likely`: prefix and marker, unusual lengths. `suspected`: damaged or cut. */
export type Confidence = "certain" | "likely" | "suspected";
/** How the key was written down. */
export type Encoding = "plain" | "base64" | "hex" | "utf-16" | "char-codes" | "reversed" | "rot13" | "percent" | "split";
/** A key-shaped span of a blob: `offset` and `length` in bytes, as they stand in the blob. */
export type Hit = {
    secret: Secret;
    kind: KeyKind;
    confidence: Confidence;
    encoding: Encoding;
    /** Other readings of the same place, where it is not plain where the key ends; mostly none. The proof decides. */
    alternatives: readonly Secret[];
    /** Which file of an archive it stands in, by its path there; null for what is no archive. */
    member: string | null;
    offset: number;
    length: number;
};
/** What a search noticed beside keys. */
export type DetectorNote = 
/** A part of the blob that could not be searched: why, in one line without any text of the blob. */
{
    kind: "unread";
    why: string;
}
/** It looks like a key of OpenAI and is none: what it is, for a person ("a placeholder", "a key of Anthropic"). */
 | {
    kind: "look-alike";
    what: string;
    offset: number;
};
/** Bytes → hits, in order of offset but for files within files. Pure: reads the blob's chunks and nothing else. */
export type Detect = (blob: Blob, note: (note: DetectorNote) => void) => AsyncIterable<Hit>;
/** One place where a key was seen. What does not apply to the place, or is not known, is null. */
export type Sighting = {
    where: "file" | "commit-message" | "tag-message" | "path" | "pull-request" | "stdin";
    /** Relative to the top of the repository, with `/`. */
    path: string | null;
    /** Counted from 1. In a commit message the subject is line 1. */
    line: number | null;
    /** Counted from 1, in UTF-16 code units. */
    column: number | null;
    /** The commit that brought it: the full object name. */
    commit: string | null;
    author: string | null;
    /** When it was committed. */
    at: Date | null;
    encoding: Encoding;
    /** The file inside an archive, by its path there; line and column are then null. Null for what is no archive. */
    member: string | null;
    /** Whether the tree of the head still has it at this path. */
    inHead: boolean;
    /** Whether the tree of the base had this key already, anywhere. */
    preexisting: boolean;
};
/** One distinct key, and every place where it was seen. */
export type Candidate = {
    secret: Secret;
    kind: KeyKind;
    confidence: Confidence;
    /** Other readings of the places where it was seen. */
    alternatives: readonly Secret[];
    sightings: readonly Sighting[];
};
/** All readings of a candidate, its own first, but for those that are candidates themselves. */
export declare function listReadings(candidate: Candidate, isKnown: (fingerprint: string) => boolean): readonly Candidate[];
/** Adds what was seen of a key to what is known of it; of two grades the surer one stays. */
export declare function mergeCandidate(known: Candidate | undefined, hit: Hit, sightings: readonly Sighting[]): Candidate;
/** When the key was first exposed, as far as the sightings tell. */
export declare function findFirstSeen(sightings: readonly Sighting[]): Date | null;
