import { describeMissingProgram, HOOK_MARK } from "../messages/hooks.ts";

/** The hooks that we install: before a commit is made, and before a push leaves (githooks(5)). */
export const HOOKS = ["pre-commit", "pre-push"] as const;
export type HookName = (typeof HOOKS)[number];

/** Added to the name of a hook that was there before. Our hook runs it first. */
export const KEPT_SUFFIX = ".before-openai-key-guard";

/** The programs that a hook starts, by absolute path: hooks of graphical clients have hardly any PATH. */
export type Programs = { node: string; cli: string };

/** Whether a hook is one of ours, of whatever version. */
export function isOurs(text: string): boolean {
  return text.includes("\n# Written by openai-key-guard;");
}

/**
 * The script of a hook, for any POSIX sh, that of Git for Windows included. It fails closed: when the program is gone it
 * stops the commit, since a guard that is silently missing is worse than none, and says how to go on.
 */
export function createHookScript(hook: HookName, { node, cli }: Programs): string {
  const isPush = hook === "pre-push";
  const input = isPush ? "printf '%s' \"$pushed\" | " : "";
  // Standard output of a push is for programs (git push --porcelain).
  const args = isPush ? 'scan --pushed --quiet -- "$1" >&2' : "scan --staged --quiet";
  const complaint = describeMissingProgram(isPush ? "push" : "commit", "$missing", "$0");
  return [
    "#!/bin/sh",
    HOOK_MARK,
    `node=${quoteForShell(node)}`,
    `cli=${quoteForShell(cli)}`,
    // Standard input is read once, for both hooks; the x keeps its last line feed.
    ...(isPush ? ["pushed=$(cat; echo x)", "pushed=${pushed%x}"] : []),
    `if [ -x "$0${KEPT_SUFFIX}" ]; then`,
    `  ${input}"$0${KEPT_SUFFIX}" "$@" || exit $?`,
    "fi",
    '[ -x "$node" ] || node=$(command -v node)',
    'if [ -f "$cli" ] && [ -n "$node" ]; then',
    `  ${input}"$node" "$cli" ${args}`,
    "elif command -v openai-key-guard > /dev/null; then",
    `  ${input}openai-key-guard ${args}`,
    "else",
    '  [ -f "$cli" ] && missing=node || missing=$cli',
    ...complaint.map((text) => `  echo "${text}" >&2`),
    "  exit 2",
    "fi",
    "",
  ].join("\n");
}

/** A path as one word of sh. On Windows sh takes slashes, and some programs would lose backslashes. */
function quoteForShell(path: string): string {
  const slashed = /^(?:[A-Za-z]:\\|\\\\)/.test(path) ? path.replaceAll("\\", "/") : path;
  return `'${slashed.replaceAll("'", "'\\''")}'`;
}
