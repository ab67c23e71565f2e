import { decide, isContainment, isWithinCap, type LeakCase, type Policy } from "../domain/decision.ts";
import type { Gap } from "../domain/gap.ts";
import type { UnmatchedEntry } from "../domain/protection.ts";
import { type ContainedKey, containKey, type DecidedKey, type EarlyResult } from "./contain.ts";
import type { Judgement } from "./judge.ts";
import type { World } from "./world.ts";

/** What is known before the first key is judged. */
type EarlyContext = { policy: Policy; now: Date; unmatched: readonly UnmatchedEntry[] };

/**
 * Contains a key while others are still tried, once nothing that comes of them can change the decision about it: made-up
 * texts are cheap to write, and must not keep a leaked key working. One key after the other, in the order in which they
 * are proven. Where the operator is asked first, about all keys at once, it does nothing.
 */
export class EarlyContainment {
  readonly #context: EarlyContext;
  readonly #world: World;
  /** Keys that are to be contained as far as they themselves are concerned. */
  #due: DecidedKey[] = [];
  readonly #begun: DecidedKey[] = [];
  #last: Promise<void> = Promise.resolve();
  readonly #keys = new Map<string, ContainedKey>();
  readonly #gaps: Gap[] = [];

  constructor(context: EarlyContext, world: World) {
    [this.#context, this.#world] = [context, world];
  }

  /** Hears of a key that is judged; `open`: the records that texts resemble which are not judged yet. */
  hear(judgement: Judgement, open: ReadonlySet<string>): void {
    if (this.#world.confirm !== null) return;
    const decided = this.#decideAlone(judgement);
    if (decided) this.#due.push(decided);
    if (this.#due.length === 0 || !this.#isWithinCap(open)) return;
    for (const key of this.#due) this.#begin(key);
    this.#due = [];
  }

  /** What came of it, when all is done. */
  async finish(): Promise<EarlyResult> {
    await this.#last;
    return { keys: this.#keys, gaps: this.#gaps };
  }

  #decideAlone(judgement: Judgement): DecidedKey | null {
    const { policy, now, unmatched } = this.#context;
    const [decided] = decide([judgement], policy, now, unmatched);
    return decided && isContainment(decided.decision) ? decided : null;
  }

  #isWithinCap(open: ReadonlySet<string>): boolean {
    const ids = [...this.#begun, ...this.#due].flatMap(listRecord);
    return isWithinCap([...ids, ...open], this.#context.policy);
  }

  #begin(key: DecidedKey): void {
    if (this.#begun.length === 0) this.#world.onContainment();
    this.#begun.push(key);
    this.#last = this.#containAfter(this.#last, key);
  }

  async #containAfter(last: Promise<void>, key: DecidedKey): Promise<void> {
    await last;
    const { gaps, ...result } = await containKey(key, this.#world);
    this.#keys.set(key.fingerprint, { ...key, ...result });
    this.#gaps.push(...gaps);
  }
}

function listRecord({ identity }: LeakCase): readonly string[] {
  return identity.kind === "ours" ? [identity.record.id] : [];
}
