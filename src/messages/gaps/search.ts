/** Reading failed after keys had been found. `error` is the class of the error. */
export function describeEarlyStop(error: string): string {
  return `Reading stopped early (${error}), after keys were found: there may be more of them.`;
}

/** A blob that the detector failed in. `name` is null where it has no path that counts. */
export function describeUnsearched(name: string | null, error: string): string {
  return `${name ?? "A text without a path"} was not searched to its end: the search failed (${error}).`;
}

/** Keys were found, and their places were not. */
export function describeUnlocatedPlaces(count: number): string {
  return `${count === 1 ? "1 place of a key has" : `${count} places of keys have`} no line and no commit: looking them up failed.`;
}

/** For these keys it is not known whether the base had them. */
export function describeUncompared(count: number): string {
  return `${count === 1 ? "1 key counts" : `${count} keys count`} as new, because the search of the base failed.`;
}

/** The search of the built-in samples missed some. */
export function describeSelfTest(missed: number, all: number): string {
  return `The search missed ${missed} of ${all} built-in samples, so its result cannot be trusted.`;
}

/** A containment whose end could not be written down. `id` is the record's. */
export function describeUnrecordedEnd(id: string): string {
  return `The audit file lacks what became of ${id}: the line could not be written.`;
}
