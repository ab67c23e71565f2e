import type { StoreFailure } from "../../domain/rotation-target.ts";
import { parseFailure, RequestError } from "../api-failure.ts";
import { formatPermissions, type SecretPath } from "./secret-place.ts";

/** Parses whatever was thrown while a secret was checked or written. No text of an answer comes along. */
export function parseStoreFailure(error: unknown, path: SecretPath): StoreFailure {
  const { kind } = parseFailure(error);
  switch (kind) {
    case "no-answer":
      return { because: "network" };
    case "outage":
      return { because: "server-error" };
    case "limited":
      return { because: "rate-limited" };
    case "not-the-api":
      return { because: "not-understood" };
    case "forbidden": {
      const accepted = error instanceof RequestError ? error.headers["x-accepted-github-permissions"] : null;
      return { because: "not-permitted", permission: formatPermissions(path, accepted) };
    }
    case "bad-token":
    case "kept-out":
    case "archived":
    case "not-found":
      return { because: kind };
    case "locked":
    case "full":
    case "refused":
      return { because: "refused" };
    case "fault":
      return { because: "unexpected" };
    default:
      return kind satisfies never;
  }
}
