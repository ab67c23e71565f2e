import type { Hit, Sighting } from "../../domain/candidate.ts";
import type { AlertLocation, SecretAlert } from "../../github/alerts/alert.ts";

/** An alert as people call it: `acme/shop#3`. */
export function nameAlert({ repository, number }: Pick<SecretAlert, "repository" | "number">): string {
  return `${repository.owner}/${repository.repo}#${number}`;
}

/**
 * Locates a key at a place of its alert. The key was exposed when GitHub opened the alert, or before. GitHub counts columns
 * in bytes, and readers in characters: they are left out. Nobody has looked whether the place still has the key.
 */
export function locateInAlert(
  alert: SecretAlert,
  location: AlertLocation,
  { encoding }: Pick<Hit, "encoding">,
  isNamed: boolean,
): Sighting {
  const { number, url, repository, createdAt } = alert;
  const isFile = location.kind === "file";
  const kind = isFile ? (location.isWiki ? "wiki" : "file") : location.kind === "text" ? location.what : "unknown";
  return {
    where: "alert",
    path: isFile ? location.path : null,
    line: isFile ? location.line : null,
    column: null,
    commit: isFile ? location.commit : null,
    author: null,
    at: createdAt,
    encoding,
    member: null,
    inHead: false,
    preexisting: false,
    ...(isNamed && { repository: `${repository.owner}/${repository.repo}` }),
    alert: { number, url, kind, textUrl: location.kind === "text" ? location.url : null },
  };
}
