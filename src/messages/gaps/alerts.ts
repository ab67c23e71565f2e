/** A list of alerts that broke off; `failure` says why, null where it has more pages than are read. */
export function describeCutAlerts(read: number, failure: { status: number | null } | null): string {
  const status = failure === null ? "it is too long" : `GitHub answered ${failure.status ?? "nothing"}`;
  return `The list of alerts was not read to its end: ${status} after ${read} alerts.`;
}

/** Entries of a list that are no alerts as GitHub describes them. */
export function describeUnreadAlerts(count: number): string {
  const which = count === 1 ? "1 entry" : `${count} entries`;
  return `The list of alerts has ${which} in a form that is not known here.`;
}

/** An alert without the text that it is about; `name` is as acme/shop#3. */
export function describeHiddenAlert(name: string): string {
  return `GitHub does not show the text of the alert ${name}.`;
}

/** An alert in whose text no key is seen. */
export function describeUnknownText(name: string): string {
  return `The text of the alert ${name} is not recognised as a key of OpenAI. It was not checked.`;
}

/** An alert whose places GitHub does not list in full. */
export function describeUnlistedPlaces(name: string): string {
  return `Not all places of the alert ${name} were listed. The key itself was checked.`;
}
