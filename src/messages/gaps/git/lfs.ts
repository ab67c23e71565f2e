import { quoteForMessage } from "../../quote.ts";

/** A Git LFS pointer whose content is not on this machine. */
export function describeMissingContent(path: string): string {
  return `${quoteForMessage(path)} was not read: its content is in Git LFS.`;
}

/** The content is here and cannot be read; `code` is the system's. */
export function describeUnreadableContent(path: string, code: string | undefined): string {
  return `${quoteForMessage(path)} was not read to its end: its Git LFS content on this machine cannot be read (${code ?? "no code"}).`;
}

/** The content that is here has another hash than the pointer. */
export function describeWrongContent(path: string): string {
  return `${quoteForMessage(path)} was not read: its Git LFS content on this machine is not the one it points to.`;
}
