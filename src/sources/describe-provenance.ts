import type { Provenance } from "../domain/blob.ts";
import { quoteForMessage } from "../errors.ts";

/** What a person would call what is read of a repository, but for blobs, which go by their paths. */
export function describeProvenance(provenance: Exclude<Provenance, { kind: "object" }>): string {
  switch (provenance.kind) {
    case "commit-message":
      return `the message of commit ${provenance.commit}`;
    case "commit-people":
      return `the author or committer of commit ${provenance.commit}`;
    case "tag-message":
      return `the tag ${provenance.tag}`;
    case "note":
      return `a note on commit ${provenance.commit}`;
    case "path":
    case "file":
      return quoteForMessage(provenance.path);
    case "ref":
    case "stdin":
      return quoteForMessage(provenance.name);
    case "event-text":
      return provenance.of.what;
    default:
      return provenance satisfies never;
  }
}
