import type { Clock } from "../domain/clock.ts";
import { describeTimeLimit, STOPPED_ANSWERING } from "../messages/gaps/openai.ts";
import { parseRefusal, type Refusal } from "./refusal.ts";
import { computeRetryWait, isOutage, LONGEST_WAIT, TRIES } from "./retry.ts";

/** How much requests of one sort may ask for. */
type RequestLimits = {
  /** The most that are under way. */
  underWay: number;
  /** How often a request is made that the network or the server failed. */
  tries: number;
  /** How often one is made that was told to come later (429): each waits as long as it was told, so most get through. */
  lateTries: number;
  /** After this many failures for good, with no success between them, nobody is there, and no more requests are made. */
  outage: number;
  /** How long all requests together may take, in milliseconds. */
  total: number;
};

/**
 * Of a listing all pages are needed, and where one is missing it says so. OpenAI publishes no limit for the Admin API. With
 * answers after 50 ms this makes 320 requests a second, which lists a thousand projects in three to four seconds; more
 * would gain little there, and a small organisation never gets to it. Where it is too much, a 429 says so and the limit
 * drops.
 */
const LISTING: RequestLimits = { underWay: 16, tries: TRIES, lateTries: 8, outage: 16, total: 300_000 };

/**
 * A trial says by itself that a key could not be tried; one that fails says nothing of the next. With answers after 100 ms
 * four hundred texts are tried in five quarters of a second, while a key among them works.
 */
export const TRIALS: RequestLimits = {
  underWay: 32,
  tries: 1,
  lateTries: 3,
  outage: Number.POSITIVE_INFINITY,
  total: Number.POSITIVE_INFINITY,
};

/** A request that was not made any more, and why, as a sentence. */
export class RequestDropped extends Error {
  override readonly name = "RequestDropped";
}

/**
 * Makes requests a few at a time. A 429 makes all of them wait, as long as it asks for, and halves how many may be under
 * way; each round without one adds one.
 */
export class RateLimiter {
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #limits: RequestLimits;
  readonly #startedAt: number;
  readonly #waiting: (() => void)[] = [];
  #limit: number;
  #underWay = 0;
  /** Successes since the limit last changed. */
  #successes = 0;
  /** Failures for good in a row, by the sort of request. */
  readonly #failures = new Map<string, number>();
  #quietUntil = 0;
  /** How often the limit was halved. */
  #halvings = 0;

  /** `random` (0 to 1) spreads retries. */
  constructor(clock: Clock, random: () => number = Math.random, limits: RequestLimits = LISTING) {
    [this.#clock, this.#random, this.#limits] = [clock, random, limits];
    this.#limit = limits.underWay;
    this.#startedAt = clock.elapsed();
  }

  /**
   * Makes a request when there is a place for it, and again where that may help. `first`: before all that wait. `sort`:
   * what it asks for; where nobody answers one sort of request, the others are still made.
   *
   * @throws RequestDropped when it was not made any more; else what the request threw last.
   */
  async send<T>(request: () => Promise<T>, { first = false, sort = "" } = {}): Promise<T> {
    await this.#enter(first);
    try {
      for (let tries = 1; ; tries += 1) {
        await this.#waitForQuiet(sort);
        const halvings = this.#halvings;
        try {
          const answer = await request();
          this.#countSuccess(sort);
          return answer;
        } catch (error) {
          await this.#recover(error, { tries, halvings, sort });
        }
      }
    } finally {
      this.#leave();
    }
  }

  /**
   * Waits until the request may be made again.
   *
   * @throws the error where that cannot help.
   */
  async #recover(
    error: unknown,
    { tries, halvings, sort }: { tries: number; halvings: number; sort: string },
  ): Promise<void> {
    const refusal = parseRefusal(error);
    const { tries: usual, lateTries } = this.#limits;
    // What a key may spend comes back next month, if at all.
    const isLate = refusal.status === 429 && refusal.type !== "insufficient_quota";
    const wait = tries < (isLate ? lateTries : usual) ? computeRetryWait(refusal, tries, this.#random) : null;
    if (wait === null) {
      this.#failures.set(sort, isOutage(refusal) ? (this.#failures.get(sort) ?? 0) + 1 : 0);
      throw error;
    }
    // One that failed keeps its place: where nobody answers, the others need not find that out as well.
    if (!isLate) return await this.#clock.sleep(wait);
    this.#slowDown(halvings, refusal);
    this.#leave();
    await this.#clock.sleep(wait);
    await this.#enter(true);
  }

  async #enter(first: boolean): Promise<void> {
    if (this.#underWay < this.#limit) {
      this.#underWay += 1;
      return;
    }
    await new Promise<void>((resolve) => {
      if (first) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }

  /** Waits as long as no request may be made. */
  async #waitForQuiet(sort: string): Promise<void> {
    for (;;) {
      if ((this.#failures.get(sort) ?? 0) >= this.#limits.outage) throw new RequestDropped(STOPPED_ANSWERING);
      const now = this.#clock.elapsed();
      const { total } = this.#limits;
      if (Math.max(now, this.#quietUntil) > this.#startedAt + total) {
        throw new RequestDropped(describeTimeLimit(Math.ceil(total / 60_000)));
      }
      if (this.#quietUntil <= now) return;
      await this.#clock.sleep(this.#quietUntil - now);
    }
  }

  /** Hands this place to as many as there is room for. */
  #leave(): void {
    this.#underWay -= 1;
    while (this.#underWay < this.#limit) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#underWay += 1;
      next();
    }
  }

  #countSuccess(sort: string): void {
    this.#failures.delete(sort);
    this.#successes += 1;
    if (this.#successes < this.#limit || this.#limit >= this.#limits.underWay) return;
    this.#successes = 0;
    this.#limit += 1;
  }

  /** Requests that were under way together are refused together: they halve the limit once. */
  #slowDown(halvings: number, { retryAfterSeconds }: Refusal): void {
    const wait = Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_WAIT);
    this.#quietUntil = Math.max(this.#quietUntil, this.#clock.elapsed() + wait);
    this.#successes = 0;
    if (halvings < this.#halvings) return;
    this.#halvings += 1;
    this.#limit = Math.max(1, Math.floor(this.#limit / 2));
  }
}
