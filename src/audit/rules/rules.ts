import type { Rule } from "../rule.ts";
import { NO_EXPIRY } from "./keys/no-expiry.ts";

/** All rules, in the order in which people read of them. */
export const RULES: readonly Rule[] = [NO_EXPIRY];
