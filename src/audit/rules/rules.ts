import type { Rule } from "../rule.ts";
import { ADMIN_KEY } from "./keys/admin-key.ts";
import { BROAD_SCOPES } from "./keys/broad-scopes.ts";
import { NO_EXPIRY } from "./keys/no-expiry.ts";
import { OLD } from "./keys/old.ts";
import { OWNER_INACTIVE } from "./keys/owner-inactive.ts";
import { PERSON_OWNED } from "./keys/person-owned.ts";
import { UNUSED } from "./keys/unused.ts";
import { ARCHIVED_PROJECT } from "./projects/archived-project.ts";
import { DEFAULT_PROJECT } from "./projects/default-project.ts";
import { NO_SPEND_LIMIT } from "./projects/no-spend-limit.ts";
import { OWNER_ROLE } from "./projects/owner-role.ts";
import { NEW_MODEL } from "./use/new-model.ts";
import { SHARED_KEY } from "./use/shared-key.ts";
import { SPIKE } from "./use/spike.ts";

/** All rules, in the order in which people read of them. */
export const RULES: readonly Rule[] = [
  SPIKE,
  OWNER_INACTIVE,
  UNUSED,
  ADMIN_KEY,
  NEW_MODEL,
  OLD,
  NO_EXPIRY,
  PERSON_OWNED,
  DEFAULT_PROJECT,
  BROAD_SCOPES,
  ARCHIVED_PROJECT,
  OWNER_ROLE,
  NO_SPEND_LIMIT,
  SHARED_KEY,
];
