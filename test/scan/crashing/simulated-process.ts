import type { Clock } from "../../../src/domain/clock.ts";
import type { Journal } from "../../../src/domain/journal.ts";

/** When a run dies at a request. "after-effect": OpenAI has done it, and the run does not hear its answer. */
export type Moment = "before" | "after-effect" | "after-answer";

/** The moments of a request, as `GET /v1/me`, at which a death leaves something else behind: a question changes nothing. */
export function listMoments(request: string): readonly Moment[] {
  return request.startsWith("GET ") ? ["before"] : ["before", "after-effect", "after-answer"];
}

/** The request a run dies at: the `nth` of those with this method and path, counted from 0. */
export type At = { request: string; nth: number; moment: Moment };

/** How a process ended before its run did. */
export type Death = { exitCode: number | null; signal: "SIGKILL" | null };

/** A request as `GET /v1/me`. */
export function nameRequest(address: Parameters<typeof fetch>[0], init: RequestInit | undefined): string {
  const url = address instanceof Request ? address.url : address;
  return `${init?.method?.toUpperCase() ?? "GET"} ${new URL(url).pathname}`;
}

/**
 * A process that can be killed without one: everything its run does outside goes through here, and from its death on
 * nothing that the run awaits ever settles.
 */
export class SimulatedProcess {
  /** Resolves when it dies. */
  readonly death: Promise<Death>;
  #die: (death: Death) => void = () => {};
  #isDead = false;

  constructor() {
    this.death = new Promise((resolve) => {
      this.#die = resolve;
    });
  }

  end(death: Death): void {
    this.#isDead = true;
    this.#die(death);
  }

  async kill(): Promise<never> {
    this.end({ exitCode: null, signal: "SIGKILL" });
    return await new Promise<never>(() => {});
  }

  /** The network, on which it dies at the request; `stop` is told of each request that is sent. */
  fetch(at: At | null, stop: (request: string) => void): typeof fetch {
    let left = at?.nth ?? 0;
    return async (address, init) => {
      const request = nameRequest(address, init);
      const moment = at?.request === request && left-- === 0 ? at.moment : null;
      if (moment === "before") return await this.kill();
      const response = await this.#await(async () => {
        stop(request);
        const answer = await fetch(address, init);
        // The whole answer has come before anything else happens.
        const body = await answer.arrayBuffer();
        return new Response(body.byteLength > 0 ? body : null, { status: answer.status, headers: answer.headers });
      });
      if (moment === "after-effect") return await this.kill();
      if (moment === "after-answer") void this.kill();
      return response;
    };
  }

  clock(clock: Clock): Clock {
    const { now, elapsed } = clock;
    return { now, elapsed, sleep: async (...sleep) => await this.#await(() => clock.sleep(...sleep)) };
  }

  journal(journal: Journal): Journal {
    return {
      recorded: async () => await this.#await(journal.recorded),
      unfinished: async () => await this.#await(journal.unfinished),
      unfinishedFixes: async () => await this.#await(journal.unfinishedFixes),
      begin: async (act) => await this.#await(() => journal.begin(act)),
      end: async (...ended) => await this.#await(() => journal.end(...ended)),
      rotations: async () => await this.#await(journal.rotations),
      noteRotation: async (entry) => await this.#await(() => journal.noteRotation(entry)),
    };
  }

  async #await<T>(step: () => Promise<T>): Promise<T> {
    const forever = new Promise<never>(() => {});
    if (this.#isDead) return await forever;
    try {
      const result = await step();
      return this.#isDead ? await forever : result;
    } catch (error) {
      if (this.#isDead) await forever;
      throw error;
    }
  }
}
