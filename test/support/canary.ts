import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect } from "vitest";
import type { E2eEnvironment } from "./e2e-environment.ts";

/** Every form in which a key could be written by a careless program, of the whole key and of its halves. */
export function formsOf(key: string): readonly (readonly [form: string, text: string])[] {
  const halves = [key.slice(0, key.length / 2), key.slice(key.length / 2)];
  return [key, ...halves].flatMap((text) => {
    const bytes = Buffer.from(text);
    // The three alignments of base64, without the characters that depend on the neighbours.
    const base64 = [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString("base64")
        .slice(4, -4),
    );
    return [
      ["plain", text],
      ["json", JSON.stringify(text).slice(1, -1)],
      ["url", encodeURIComponent(text)],
      ["hex", bytes.toString("hex")],
      ["reversed", [...text].toReversed().join("")],
      ...base64.map((one) => ["base64", one] as const),
      ...base64.map((one) => ["base64url", one.replaceAll("+", "-").replaceAll("/", "_")] as const),
    ] as const;
  });
}

/** All that a run left where anyone can read it. The runner takes its own masking commands out of the log. */
export function leavings(all: E2eEnvironment): ReadonlyMap<string, string> {
  const left = new Map<string, string>();
  for (const [index, ran] of all.runs.entries()) {
    left.set(`run ${index} stdout`, ran.stdout.replaceAll(/^::add-mask::.*$/gm, ""));
    left.set(`run ${index} stderr`, ran.stderr);
    left.set(`run ${index} outputs`, JSON.stringify(ran.outputs));
    left.set(`run ${index} summary`, ran.summary);
  }
  for (const [file, content] of readTree(all.folder)) left.set(file, content);
  for (const [index, { body }] of all.comments().entries()) left.set(`comment ${index}`, body);
  left.set("requests", JSON.stringify([...all.openai.requests, ...all.github.requests]));
  return left;
}

/** Expects that no text holds any of these keys, tokens or other secrets, in any form. */
export function expectNoKey(left: ReadonlyMap<string, string>, keys: readonly string[]): void {
  const forms = keys.flatMap(formsOf);
  for (const [where, content] of left) {
    const held = forms.filter(([, text]) => content.includes(text)).map(([form]) => form);
    expect(held, `${where} holds a key`).toEqual([]);
  }
}

/** All files in a folder and below it, by their paths, byte for byte. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) => path.join(parentPath, name));
  return new Map(files.map((file) => [file, readFileSync(file, "latin1")]));
}
