import type { Writable } from "node:stream";

/** Writes, and waits until more may be written. False when nobody reads any more. */
export async function writeChunk(input: Writable, data: string | Uint8Array): Promise<boolean> {
  if (!input.writable) return false;
  if (input.write(data)) return true;
  return await new Promise((resolve) => {
    const settle = () => {
      input.off("drain", settle).off("close", settle);
      resolve(input.writable);
    };
    input.on("drain", settle).on("close", settle);
  });
}

/** Hands the output of one process to another, no faster than it is taken. */
export async function pipeTo(from: AsyncIterable<Uint8Array>, input: Writable): Promise<void> {
  for await (const chunk of from) {
    if (!(await writeChunk(input, chunk))) break;
  }
  input.end();
}
