const REPORT_IT = "https://github.com/openai-key-guard/openai-key-guard/issues";

/** An error of our own. `name` says its class and code; the lines that follow are stack frames. */
export function describeBug(name: string): string {
  return `openai-key-guard crashed (${name}). This is a bug in openai-key-guard. The change counts as not scanned. Please report it with these lines, which hold no text of the change: ${REPORT_IT}`;
}

/** What stands in the place of an error's class where something else was thrown. */
export const NOT_AN_ERROR = "not an Error";
