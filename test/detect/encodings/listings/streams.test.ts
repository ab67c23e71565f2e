import { describe, expect, test } from "vitest";
import { createFakeKey } from "../../../../src/sandbox/fake-keys.ts";
import { foundAnywhere } from "../../found.ts";

const time = (index: number) => `2026-11-27T10:00:${String(index % 60).padStart(2, "0")}.${index * 7919}Z`;
const id = (index: number) => (index * 2_654_435_761).toString(36).padEnd(24, "x");

/** How a stream writes one of its parts. */
const FORMS: readonly (readonly [string, (part: string, index: number) => string])[] = [
  [
    "Chat Completions",
    (content, index) =>
      `data: ${JSON.stringify({ id: id(1), object: "chat.completion.chunk", created: index, choices: [{ index: 0, delta: { content }, finish_reason: null }], obfuscation: id(index) })}\n\n`,
  ],
  [
    "Responses",
    (delta, index) =>
      `event: response.output_text.delta\ndata: ${JSON.stringify({ type: "response.output_text.delta", item_id: id(2), sequence_number: index, delta })}\n\n`,
  ],
  [
    "Ollama",
    (response, index) => `${JSON.stringify({ model: "m", created_at: time(index), response, done: false })}\n`,
  ],
  [
    "Anthropic",
    (text) =>
      `data: ${JSON.stringify({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } })}\n\n`,
  ],
  ["Gemini, pretty", (text) => `${JSON.stringify([{ candidates: [{ content: { parts: [{ text }] } }] }], null, 2)},\n`],
  [
    "a log of JSON within JSON",
    (content, index) => `${JSON.stringify({ time: time(index), line: JSON.stringify({ delta: { content } }) })}\n`,
  ],
  [
    "Python's way to print",
    (content, index) =>
      `Chunk(id='${id(index)}', choices=[Choice(delta=Delta(content='${content}', role=None), index=0)])\n`,
  ],
  ["a dictionary of Python", (text, index) => `{'id': ${index}, 'text': '${text}'}\n`],
  [
    "tokens with others beside them",
    (token, index) =>
      `${JSON.stringify({ token, logprob: -1 / (index + 1), bytes: [...Buffer.from(token)], top_logprobs: [token, "a", "b"].map((one) => ({ token: one, logprob: -1 })) }, null, 1)},\n`,
  ],
  ["a recording of a terminal", (part, index) => `[${index / 7}, "o", "${part}"]\n`],
  ["attributes of XML", (part, index) => `<t n="${index}" v="${part}"/>\n`],
  ["a list", (part) => `"${part}",`],
  ["a list of Python", (part) => `'${part}', `],
  ["a pretty list", (part) => `    "${part}",\n`],
  ["fields with numbers", (part, index) => `"${index}":"${part}",`],
  ["a script", (part) => `write("${part}");\n`],
];

const LENGTHS = [1, 2, 3, 4, 5, 7];

/** As tokenizers cut: digits by themselves, and letters by no rule that matters here. */
const cutTokens = (text: string) => text.match(/ ?[a-z]{1,3}|\d|[^]/gi) ?? [];
const cutEvenly = (text: string, length: number) => text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];

describe("a streamed key is found as certain, however it is cut:", () => {
  test.each(FORMS)("%s", async (_, write) => {
    for (const key of [createFakeKey("project", "1"), createFakeKey("user", "2")]) {
      const text = `Use ${key} for it`;
      for (const parts of [...LENGTHS.map((length) => cutEvenly(text, length)), cutTokens(text)]) {
        const stream = parts.map(write).join("");
        expect(await foundAnywhere(`start\n${stream}end\n`), `${parts[1]}`).toMatchObject([
          { text: key, confidence: "certain" },
        ]);
      }
    }
  });
});
