import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What expressions may speak of: `secrets`, `github`, `needs`, `steps`, `matrix`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** How the steps and jobs before have ended, which decides what `success()` and the like say. */
export type Status = "success" | "failure" | "cancelled";

/** Puts the values of expressions in the place of each `${{ … }}`, as a runner does. */
export function resolved(text: string, contexts: Contexts, status: Status = "success"): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    valueOf(expression, contexts, status).coerceString(),
  );
}

/**
 * Whether a step or a job with this `if` would run. Where the condition does not ask how it went before, GitHub adds
 * `success()` to it (workflow syntax: "jobs.<job_id>.if").
 */
export function wouldRun(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  const bare = (condition ?? "success()").replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const asks = /\b(?:success|failure|always|cancelled)\(\)/.test(bare);
  const whole = asks ? bare : `success() && (${bare})`;
  // Only these are false: false itself, 0, an empty text, null.
  const value = valueOf(whole, contexts, status);
  return !["", "0", "false"].includes(value.coerceString());
}

function valueOf(expression: string, contexts: Contexts, status: Status) {
  const functions = Object.entries({
    success: status === "success",
    failure: status === "failure",
    cancelled: status === "cancelled",
    always: true,
  }).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }));
  const { tokens } = new Lexer(expression.trim()).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, known, new Map(functions.map((one) => [one.name, one]))).evaluate();
}
