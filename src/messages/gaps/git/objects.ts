import { capitalize } from "../../names.ts";

/** An object of the repository: what a person would call it, and its object name. */
type NamedObject = { name: string; oid: string };

/** A file, a message or a tag that this clone does not have. */
export function describeMissingObject({ name, oid }: NamedObject): string {
  return `${capitalize(name)} was not read: this clone does not have it (object ${oid}).`;
}

/** A folder that this clone does not have: what is below it is not even known. */
export function describeMissingFolder({ name, oid }: NamedObject): string {
  return `${capitalize(name)} and the files below it were not read: this clone does not have the folder (object ${oid}).`;
}

/** An object that git cannot unpack. */
export function describeDamagedObject({ name, oid }: NamedObject): string {
  return `${capitalize(name)} was not read: it is damaged in this clone (object ${oid}).`;
}

/** More gaps of one kind than are listed one by one. */
export function describeMoreGaps(count: number, kind: string): string {
  return `And ${count} more (${kind}).`;
}
