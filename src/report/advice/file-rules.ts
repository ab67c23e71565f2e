import { type Line, line } from "../line.ts";

/** Where a key belongs, how to take it out of its file, and how to do without any; `keep` goes on from "keep it". */
export type FileAdvice = { keep: Line; remove: Line; instead: Line | null };

/** A kind of file, told by its path in lower case, and what is to be done about a key in it. */
export type FileRule = { of: RegExp; keep?: Line; remove: (path: string) => Line; instead?: Line };

/** The variable that OpenAI's libraries read by themselves. */
export const VARIABLE = "OPENAI_API_KEY";

/** Where a key belongs when nothing better is known. */
export const ENVIRONMENT = line`in an environment variable such as ${VARIABLE}`;

/** The same as a reference that shells and many formats fill in. */
export const REFERENCE = `\${${VARIABLE}}`;

/** How to take a key out of a file that can read it from somewhere else. */
export const readInstead = (how: string) => (path: string) => line`In ${path}, read ${how} instead.`;
