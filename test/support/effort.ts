let isSoak = false;

/** Makes the tests that are imported from now on exhaustive. For `npm run test:soak`. */
export function soak(): void {
  isSoak = true;
}

/**
 * Declares tests to which a soak has nothing to add: `npm test` has run them, and a soak that takes the rest of their file
 * leaves them out.
 */
export function declareOnce(declare: () => void): void {
  if (!isSoak) declare();
}

/** How many cases are tried: a few in `npm test`, all or very many in `npm run test:soak`. */
export function effort(quick: number, exhaustive: number): number {
  return isSoak ? exhaustive : quick;
}
