/** Whose alerts are read: those of a repository, or of all repositories of an organisation. */
export type AlertScope =
  | { kind: "repository"; repository: { owner: string; repo: string } }
  | { kind: "organization"; org: string };
