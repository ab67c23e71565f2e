/** Reading failed after keys had been found. `error` is the class of the error. */
export function describeEarlyStop(error: string): string {
  return `Reading stopped early (${error}), after keys were found: there may be more of them. Run it again, and please report this if it comes back.`;
}

/** A blob that the detector failed in. `name` is null where it has no path that counts. */
export function describeUnsearched(name: string | null, error: string): string {
  return `${name ?? "A text without a path"} was not searched to its end (${error}). This is a bug in openai-key-guard: please report it.`;
}

/** Keys were found, and their places were not. */
export function describeUnlocatedPlaces(count: number): string {
  return `The keys were found, but not the line or commit of ${count === 1 ? "1 place" : `${count} places`}. This is a bug in openai-key-guard: please report it.`;
}

/** For these keys it is not known whether the base had them. */
export function describeUncompared(count: number): string {
  return `${count === 1 ? "1 key counts" : `${count} keys count`} as new, because the base could not be searched for it. This is a bug in openai-key-guard: please report it.`;
}

/** The search of the built-in sample missed keys. */
export function describeSelfTest(missed: number, all: number): string {
  return `The search missed ${missed} of ${all} built-in sample keys, so its result cannot be trusted. Use another version, and please report this.`;
}

/** A containment whose end could not be written down. `id` is the record's. */
export function describeUnrecordedEnd(id: string): string {
  return `The audit file lacks the result for ${id}, because it could not be written. Check that the disk has room. The next run with the same audit file finds out what became of the key.`;
}
