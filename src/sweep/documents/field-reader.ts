import { UsageError } from "../../errors.ts";
import { describeDamagedFile, type SweepFile } from "../../messages/errors/command-line/sweep.ts";

/** Where a value stands, for messages: a file, and the path of a field in it. */
type Place = { file: string; kind: SweepFile; path: string };

/**
 * Reads the fields of a document and checks what they hold. Every method throws a UsageError that names the field, and
 * quotes nothing of the file.
 */
export class FieldReader {
  readonly #value: unknown;
  readonly #place: Place;

  constructor(value: unknown, place: Place) {
    this.#value = value;
    this.#place = place;
  }

  /** The field of this name; one that is not there fails when it is read. */
  get(name: string): FieldReader {
    const { path } = this.#place;
    const isObject = typeof this.#value === "object" && this.#value !== null && !Array.isArray(this.#value);
    const value = isObject ? (this.#value as Record<string, unknown>)[name] : undefined;
    return new FieldReader(value, { ...this.#place, path: path === "" ? name : `${path}.${name}` });
  }

  list(): readonly FieldReader[] {
    if (!Array.isArray(this.#value)) throw this.#fail();
    return this.#value.map((one: unknown, index) => {
      return new FieldReader(one, { ...this.#place, path: `${this.#place.path}[${index}]` });
    });
  }

  text(pattern = /^[^\0]*$/s): string {
    if (typeof this.#value === "string" && pattern.test(this.#value)) return this.#value;
    throw this.#fail();
  }

  /** A whole number from 0 on. */
  count(): number {
    if (typeof this.#value === "number" && Number.isSafeInteger(this.#value) && this.#value >= 0) return this.#value;
    throw this.#fail();
  }

  boolean(): boolean {
    if (typeof this.#value === "boolean") return this.#value;
    throw this.#fail();
  }

  word<Word extends string>(words: readonly Word[]): Word {
    const found = words.find((word) => word === this.#value);
    if (found === undefined) throw this.#fail();
    return found;
  }

  time(): Date {
    const time = new Date(this.text());
    if (Number.isNaN(time.getTime())) throw this.#fail();
    return time;
  }

  /** What `read` makes of the field, or null where it is null. */
  orNull<Value>(read: (field: FieldReader) => Value): Value | null {
    return this.#value === null ? null : read(this);
  }

  /** The same where the field may be left out. */
  orNothing<Value>(read: (field: FieldReader) => Value): Value | undefined {
    return this.#value === undefined ? undefined : read(this);
  }

  #fail(): UsageError {
    const { file, kind, path } = this.#place;
    return new UsageError(describeDamagedFile(file, kind, path));
  }
}
