import fc from "fast-check";

/** A text cut into chunks anywhere, also inside a character. */
export const chunks = fc.array(
  fc
    .string({ unit: fc.constantFrom("a", "\n", "\0", "é"), minLength: 1, maxLength: 6 })
    .map((text) => Buffer.from(text)),
  { maxLength: 12 },
);

/** The output of a process, in these chunks. */
export async function* stream(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}
