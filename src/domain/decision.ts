import type { Confidence } from "./candidate.ts";
import type { Identity } from "./identity.ts";
import type { KeyRecord } from "./inventory.ts";
import type { Possession, Proof, TryKeys } from "./proof.ts";

/** What the operator allows. Read from the trusted side: never from the change itself. */
export type Policy = {
  tryKeys: TryKeys;
  onLeak: "report" | "revoke";
  /** Ids or names of keys, projects and owners that are never contained automatically. */
  protect: readonly string[];
  /** More keys than this in one run: none is contained. */
  maxContained: number;
  failOn: "leak" | "active" | "never";
  /** The fingerprint of the Admin API key this run works with, which must not saw off its own branch. */
  ownKey: string | null;
};

/** What a decision rests on. */
export type Case = {
  fingerprint: string;
  confidence: Confidence;
  /** Whether the base had the key already at every place where it was seen. */
  preexisting: boolean;
  identity: Identity;
  proof: Proof;
};

/** Why a key is left alone. */
export type LeaveBecause =
  | "report-only"
  | "not-ours"
  | "ambiguous"
  | "unchecked"
  | "not-certain"
  | "own-admin-key"
  | "protected"
  | "preexisting"
  | "already-inactive"
  | "not-tried"
  | "not-accepted"
  | "someone-else"
  | "unnamed"
  | "too-many";

/** What containment does to a record. */
export type Containment = { kind: "revoke"; record: KeyRecord };

/** What is to be done about a key. */
export type Decision = Containment | { kind: "leave"; because: LeaveBecause };

/**
 * The one place where it is decided that a key is contained: it is asked for, ours alone, of a certain shape, brought by
 * this change, unprotected, proven by trying it, and there are not too many. Keeps the order of the cases.
 */
export function decide(cases: readonly Case[], policy: Policy): readonly Decision[] {
  const decisions = cases.map((one) => decideAlone(one, policy));
  const many = decisions.filter(({ kind }) => kind !== "leave").length > policy.maxContained;
  return decisions.map((decision) => (many && decision.kind !== "leave" ? leave("too-many") : decision));
}

function decideAlone({ fingerprint, confidence, preexisting, identity, proof }: Case, policy: Policy): Decision {
  if (fingerprint === policy.ownKey) return leave("own-admin-key");
  if (policy.onLeak === "report") return leave("report-only");
  switch (identity.kind) {
    case "foreign":
      return leave("not-ours");
    case "ambiguous":
      return leave("ambiguous");
    case "unchecked":
      // Revoked here before: the trial has said whether it stays dead.
      return leave(
        identity.because === "contained-before" && proof.validity.kind === "inactive"
          ? "already-inactive"
          : "unchecked",
      );
    case "ours":
      break;
    default:
      return identity satisfies never;
  }
  if (confidence !== "certain") return leave("not-certain");
  if (preexisting) return leave("preexisting");
  if (isProtected(identity.record, policy.protect)) return leave("protected");
  return proof.possession === "proven" && proof.validity.kind === "active"
    ? { kind: policy.onLeak, record: identity.record }
    : leave(unproven(proof));
}

function unproven({ possession, validity }: Proof): LeaveBecause {
  if (validity.kind === "inactive" && validity.because !== "refused") return "already-inactive";
  return possession === "proven" ? "not-accepted" : (possession satisfies Exclude<Possession, "proven">);
}

/** Names are compared as a person would: without regard to case, to spaces around them, or to how accents are coded. */
function isProtected({ id, name, home, owner }: KeyRecord, protect: readonly string[]): boolean {
  const guarded = new Set(protect.map(asSaid));
  return [id, name, home.id, home.name, owner?.id, owner?.name].some((word) => word && guarded.has(asSaid(word)));
}

function asSaid(word: string): string {
  return word.normalize("NFKC").trim().toLowerCase();
}

function leave(because: LeaveBecause): Decision {
  return { kind: "leave", because };
}
