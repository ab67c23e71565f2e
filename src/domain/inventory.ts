import type { Gap } from "./gap.ts";

/** Where a key lives: in a project, or in the organisation itself (admin keys). Null is what OpenAI did not say. */
export type Home = { kind: "project" | "organization"; id: string | null; name: string | null };

/** What a service account may do in its project. */
export type AccountRole = "owner" | "member" | "none";

/** Who owns a key. `role` is that of a service account; left out where the answer does not say it. */
export type Owner = {
  kind: "user" | "service-account";
  id: string | null;
  name: string | null;
  role?: AccountRole;
};

/** A key as OpenAI's Admin API lists it. What the answer lacks, or `detail` hides, is null. */
export type KeyRecord = {
  id: string;
  name: string | null;
  /** The key's two visible ends, with dots or stars between them. */
  redacted: string | null;
  home: Home;
  owner: Owner | null;
  createdAt: Date | null;
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  /** False when the owner has lost access to the project, so that the key does not work. */
  ownerHasAccess: boolean | null;
  /**
   * Dates that the answer left out, as older ones do: of these null means that it is not known, and of the others never.
   * Left out where there are none.
   */
  absent?: readonly ("createdAt" | "lastUsedAt" | "expiresAt")[];
};

/** A part of the list that could not be read. `covers`: where the keys live that may be in it. */
export type Unseen = Gap & { covers: readonly Home["kind"][] };

/** Every key of the organisation, and what could not be read. */
export type Inventory = {
  records: readonly KeyRecord[];
  /** All projects that were listed, also those without a key. */
  projects: readonly Home[];
  /** The ids of those among them that are archived, as far as it was said. */
  archivedProjects?: readonly string[];
  gaps: readonly Unseen[];
  /** The organisation's name in the Admin API's answers; null where they have none. */
  organization: string | null;
};
