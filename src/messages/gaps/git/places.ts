/** A key was found, and its text could not be read a second time; `id` is the text's object name. */
export function describeUnknownLine(id: string): string {
  return `A key was found in object ${id}, but its line could not be read. It counts as new.`;
}

/** A key was found in a blob that no commit of the range seems to have added. */
export function describeUnknownOrigin(oid: string): string {
  return `A key was found in object ${oid}, but no commit of the range adds that object.`;
}

/** Files of the base could not be read; `example` names one of them. */
export function describeUnreadBase(count: number, example: string): string {
  const files = count === 1 ? "1 file" : `${count} files`;
  return `A key that the base already had may count as new: ${files} of the base could not be read, such as ${example}.`;
}

/** A folder has more names than are followed. */
export const UNCOUNTED_PLACES =
  "Not all places of the found keys are listed: one folder has too many names in these commits.";
