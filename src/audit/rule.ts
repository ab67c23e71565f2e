import type { AuditFacts, AuditSource, AuditSubject } from "../domain/audit-facts.ts";
import type { AuditLevel } from "../domain/audit-report.ts";
import type { Home } from "../domain/inventory.ts";

/** What a rule says of one subject. `because` is a clause, and `detail` too; neither names anybody. */
export type Verdict =
  | { kind: "passed" }
  | { kind: "found"; detail: string; publicDetail?: string }
  /** Something that is to be known about the subject is not: the audit is incomplete. */
  | { kind: "not-judged"; because: string }
  /** The rule makes no statement about such a subject, and a note says so: the key is too young to be compared. */
  | { kind: "skipped"; because: string };

/**
 * The numbers of a rule that a policy file may set. Those whose names end in `-usd` are amounts of money, and may have
 * cents; all others are whole numbers from 1.
 */
export type Thresholds = Readonly<Record<string, number>>;

/**
 * A rule of an audit: one file. It is pure: it judges what is known and asks nothing. A subject whose source did not
 * answer is not judged, and never passed. Its words stand beside it, so that a new rule is this file and a line of the
 * list.
 */
export type Rule<Limits extends Thresholds = Thresholds> = {
  /** As the policy file calls it. */
  name: string;
  /** What it finds, as a heading. */
  title: string;
  /** What it finds, exactly, for the table of rules; `${name}` stands for a threshold. */
  finds: string;
  /** The default. */
  level: AuditLevel | "off";
  /** The defaults. */
  limits: Limits;
  /** The largest numbers that make sense, where 100,000 is too many. */
  most?: Partial<Limits>;
  /** The sources that it needs beside the list of keys: those of rules that are off are not asked. */
  needs: readonly AuditSource[];
  /** The lists that its subjects stand in: where one was not read to its end, there may be more of them. */
  over: readonly Home["kind"][];
  /** What a reader of its findings must know, as a sentence. */
  note?: string;
  listSubjects(facts: AuditFacts): readonly AuditSubject[];
  judge(subject: AuditSubject, facts: AuditFacts, limits: Limits): Verdict;
  /** The next right thing to do about a subject that was found, as a sentence. It names nobody. */
  advise(subject: AuditSubject, facts: AuditFacts): string;
};
