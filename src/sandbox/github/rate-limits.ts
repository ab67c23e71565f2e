import type { Clock } from "../../domain/clock.ts";
import type { Answer } from "../answer.ts";
import type { Request } from "../server.ts";
import { createRefusal } from "./tokens.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** How many requests an hour a job's token may make, and somebody without a token. */
const HOURLY = { token: 1000, none: 60 } as const;

/** The points a minute for one endpoint: reading costs one, and changing five. GraphQL has more. */
const POINTS = { core: 900, graphql: 2000 } as const;

/** How many comments may be written in a minute, and in an hour. */
const CONTENT = { minute: 80, hour: 500 } as const;

type Resource = keyof typeof POINTS;

/** A request that was made. `isContent`: it wrote something that people read. */
type Made = { at: number; resource: Resource; endpoint: string; points: number; isContent: boolean };

/** What GitHub says of its limits beside an answer, and instead of one. */
type Judgement = { headers: Record<string, string>; refusal: Answer | null };

/**
 * GitHub's rate limits, by its documentation: so many requests an hour for a token, and the secondary limits of one minute
 * and of content. That of 100 requests at once is left out.
 */
export class RateLimits {
  readonly #clock: Clock;
  /** By token, or by the empty text where there is none. */
  readonly #made = new Map<string, Made[]>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a request, also one that is refused for it. */
  count({ method, path }: Request, token: string | null): Judgement {
    const now = this.#clock.now().getTime();
    const resource: Resource = path === "/graphql" ? "graphql" : "core";
    const isChange = method !== "GET" && method !== "HEAD" && resource === "core";
    const isContent = isChange && method !== "DELETE" && path.includes("/comments");
    const endpoint = `${method} ${path.replaceAll(/\d+/g, "#")}`;
    const recent = (this.#made.get(token ?? "") ?? []).filter(({ at }) => at > now - HOUR);
    const made = [...recent, { at: now, resource, endpoint, points: isChange ? 5 : 1, isContent }];
    this.#made.set(token ?? "", made);
    const used = made.filter((one) => one.resource === resource);
    const most = token === null ? HOURLY.none : HOURLY.token;
    const reset = Math.ceil(((used[0]?.at ?? now) + HOUR) / 1000);
    const headers = {
      "x-ratelimit-limit": String(most),
      "x-ratelimit-remaining": String(Math.max(most - used.length, 0)),
      "x-ratelimit-used": String(used.length),
      "x-ratelimit-reset": String(reset),
      "x-ratelimit-resource": resource,
    };
    if (used.length > most) return { headers, refusal: createRefusal(403, "API rate limit exceeded.", PAGE) };
    return { headers, refusal: hasSecondaryLimit(made, endpoint, resource, now) ? refuseForAMinute() : null };
  }
}

function hasSecondaryLimit(made: readonly Made[], endpoint: string, resource: Resource, now: number): boolean {
  const lastMinute = made.filter(({ at }) => at > now - MINUTE);
  const points = lastMinute.filter((one) => one.endpoint === endpoint).reduce((sum, one) => sum + one.points, 0);
  const isWriting = made.at(-1)?.isContent === true;
  const written = (requests: readonly Made[]) => requests.filter(({ isContent }) => isContent).length;
  const isTooMuch = isWriting && (written(lastMinute) > CONTENT.minute || written(made) > CONTENT.hour);
  return points > POINTS[resource] || isTooMuch;
}

const PAGE = "/using-the-rest-api/rate-limits-for-the-rest-api";

function refuseForAMinute(): Answer {
  const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return { ...createRefusal(403, message, `${PAGE}#about-secondary-rate-limits`), headers: { "retry-after": "60" } };
}
