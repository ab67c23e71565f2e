/** How names speak of environments. */
const WORDS: readonly (readonly [environment: string, words: RegExp])[] = [
  ["production", /^(?:prod|production|prd|live)$/],
  ["staging", /^(?:staging|stage|stg|preprod|uat)$/],
  ["development", /^(?:dev|devel|development|local|localhost)$/],
  ["test", /^(?:test|tests|testing|qa)$/],
];

/** The environments that a name speaks of: `checkout-prod`, `checkoutProd2`. */
export function listEnvironments(name: string | null): readonly string[] {
  const words = (name ?? "")
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .toLowerCase()
    .split(/[^\p{L}]+/u);
  return WORDS.filter(([, pattern]) => words.some((word) => pattern.test(word))).map(([environment]) => environment);
}
