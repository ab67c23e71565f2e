import { pause } from "./pause.ts";
import { type Refusal, refusalOf } from "./refusal.ts";

/**
 * How many requests are under way at most. OpenAI publishes no limit for the Admin API. With answers after 50 ms this
 * makes 320 requests a second, which lists a thousand projects in three to four seconds; more would gain little there,
 * and a small organisation never gets to it. Where it is too much, a 429 says so and the pace drops.
 */
const AT_ONCE = 16;

/** How often a request is made that the network or the server failed. */
const TRIES = 3;

/** How often a request is made that was asked to come later: each time when it was told to, so that most come through. */
const LATE_TRIES = 8;

/** The first wait after a failure, in milliseconds. It doubles. */
const FIRST_WAIT = 500;

/** A longer wait than this is not waited for, in milliseconds. */
const LONGEST_WAIT = 60_000;

/** So many requests that failed for good, and none that came through between them: nobody is there, and none is asked. */
const HOPELESS = AT_ONCE;

/** How long all requests together may take, in milliseconds. */
const TOTAL = 300_000;

/** A request that was not made any more, and why, as the end of a sentence. */
export class NotAsked extends Error {
  override readonly name = "NotAsked";
}

/**
 * Makes requests a few at a time. Who is asked to slow down (429) makes all wait, as long as was asked for, and halves
 * how many are under way; each round without complaint adds one.
 */
export class RateLimiter {
  readonly #started = performance.now();
  readonly #waiting: (() => void)[] = [];
  readonly #most: number;
  readonly #total: number;
  readonly #firstWait: number;
  #room: number;
  #underWay = 0;
  #calm = 0;
  #hopeless = 0;
  #quietUntil = 0;
  #slowedAt = 0;

  constructor({ most = AT_ONCE, total = TOTAL, firstWait = FIRST_WAIT } = {}) {
    this.#most = most;
    this.#room = most;
    this.#total = total;
    this.#firstWait = firstWait;
  }

  /**
   * Makes a request when there is room, and again where that may help. `first`: before all that wait.
   *
   * @throws NotAsked when it was not made any more; else what the request threw last.
   */
  async ask<T>(request: () => Promise<T>, { first = false } = {}): Promise<T> {
    await this.#enter(first);
    try {
      for (let tries = 1; ; tries += 1) {
        await this.#quiet();
        const asked = performance.now();
        try {
          const answer = await request();
          this.#wentWell();
          return answer;
        } catch (error) {
          const refusal = refusalOf(error);
          const wait = waitAfter(refusal, tries, this.#firstWait);
          if (wait === null) {
            this.#hopeless = isOutage(refusal) ? this.#hopeless + 1 : 0;
            throw error;
          }
          if (refusal.status !== 429) {
            await pause(wait); // In its place: where nobody answers, the others need not find that out as well.
            continue;
          }
          this.#slowDown(asked, refusal);
          this.#leave();
          await pause(wait);
          await this.#enter(true);
        }
      }
    } finally {
      this.#leave();
    }
  }

  async #enter(first: boolean): Promise<void> {
    if (this.#underWay < this.#room) {
      this.#underWay += 1;
      return;
    }
    await new Promise<void>((resolve) => {
      if (first) this.#waiting.unshift(resolve);
      else this.#waiting.push(resolve);
    });
  }

  /** Waits as long as everybody is to be quiet. */
  async #quiet(): Promise<void> {
    for (;;) {
      if (this.#hopeless >= HOPELESS) throw new NotAsked("OpenAI had stopped answering");
      const now = performance.now();
      if (Math.max(now, this.#quietUntil) > this.#started + this.#total) {
        throw new NotAsked(`OpenAI had been asked for ${Math.ceil(this.#total / 60_000)} minutes, which is the limit`);
      }
      if (this.#quietUntil <= now) return;
      await pause(this.#quietUntil - now);
    }
  }

  /** Hands this place to as many as there is room for. */
  #leave(): void {
    this.#underWay -= 1;
    while (this.#underWay < this.#room) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#underWay += 1;
      next();
    }
  }

  #wentWell(): void {
    this.#hopeless = 0;
    this.#calm += 1;
    if (this.#calm < this.#room || this.#room >= this.#most) return;
    this.#calm = 0;
    this.#room += 1;
  }

  /** Requests that were under way together are refused together: they halve the pace once. */
  #slowDown(asked: number, { retryAfterSeconds }: Refusal): void {
    const wait = Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_WAIT);
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + wait);
    this.#calm = 0;
    if (asked < this.#slowedAt) return;
    this.#slowedAt = performance.now();
    this.#room = Math.max(1, Math.floor(this.#room / 2));
  }
}

/** How long to wait before a request is made again, in milliseconds; null: it is not. */
function waitAfter(refusal: Refusal, tries: number, firstWait: number): number | null {
  const { status, retryAfterSeconds } = refusal;
  const told = retryAfterSeconds === null ? null : retryAfterSeconds * 1000;
  if (!isOutage(refusal) && status !== 408 && status !== 409) return null;
  if (tries >= (status === 429 ? LATE_TRIES : TRIES) || (told ?? 0) > LONGEST_WAIT) return null;
  // Somewhat apart, or all who were refused together come back together.
  const usual = firstWait * 2 ** Math.min(tries - 1, 4) * (0.75 + Math.random() / 2);
  return told === 0 ? 0 : Math.max(told ?? 0, usual);
}

function isOutage({ status }: Refusal): boolean {
  return status === null || status === 429 || status >= 500;
}
