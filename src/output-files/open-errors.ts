import { NO_CODE } from "../messages/names.ts";

/** The system's code of an error, as ENOSPC; otherwise the error's name. Its message may quote anything. */
export function getErrorCode(error: unknown): string {
  if (!(error instanceof Error)) return NO_CODE;
  const { code } = error as NodeJS.ErrnoException;
  return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code) ? code : error.name;
}
