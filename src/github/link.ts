import { encodePathForUrl } from "../domain/path-text.ts";

/** The parts of a sighting that a link needs. */
type LinkTarget = { path: string | null; line: number | null; commit: string | null; alert?: { url: string } };

/** An address of GitHub's as it is written, without anything that a medium would have to escape. */
const ADDRESS = /^https?:\/\/[\w.:-]+\/[\w./-]+$/;

/** Creates links to a line at the commit that introduced it: a branch would move on under the link. */
export function createLinks(repositoryUrl: string): (target: LinkTarget) => string | null {
  return ({ path, line, commit, alert }) => {
    // The alert leads to all of its places, and may be of another repository.
    if (alert) return findAlertPage({ alert });
    if (commit === null) return null;
    if (path === null) return `${repositoryUrl}/commit/${commit}`;
    const file = encodePathForUrl(path);
    // `plain=1` shows the source of files that GitHub renders, which is where lines can be pointed at.
    return `${repositoryUrl}/blob/${commit}/${file}?plain=1${line === null ? "" : `#L${line}`}`;
  };
}

/** The page of the alert that names a place; null where there is none. */
export function findAlertPage({ alert }: Pick<LinkTarget, "alert">): string | null {
  return alert && ADDRESS.test(alert.url) ? alert.url : null;
}
