let isSoak = false;

/** Makes the tests that are imported from now on exhaustive. For `npm run test:soak`. */
export function soak(): void {
  isSoak = true;
}

/** How many cases are tried: a few in `npm test`, all or very many in `npm run test:soak`. */
export function effort(quick: number, exhaustive: number): number {
  return isSoak ? exhaustive : quick;
}
