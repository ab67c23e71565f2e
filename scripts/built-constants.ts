import path from "node:path";
import type { Plugin } from "rolldown";

/** Modules that export buffers alone, which take long to work out. */
const FILES = ["src/detect/screen/screen-tables.ts"].map((file) => path.resolve(import.meta.dirname, "..", file));

/** Works out the constants of such modules when the bundle is built, and writes them into it. */
export function writeConstants(): Plugin {
  return { name: "constants", load: async (id) => (FILES.includes(id) ? await writeModule(id) : null) };
}

async function writeModule(file: string): Promise<string> {
  const constants = Object.entries((await import(file)) as Record<string, unknown>);
  return constants
    .map(([name, value]) => {
      if (!Buffer.isBuffer(value)) throw new Error(`${file} exports more than buffers: ${name}`);
      return `export const ${name} = Buffer.from("${value.toString("base64")}", "base64");`;
    })
    .join("\n");
}
