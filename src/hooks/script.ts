/** The hooks of git that are ours: before a commit is made, and before a push leaves (githooks(5)). */
export const HOOKS = ["pre-commit", "pre-push"] as const;
export type HookName = (typeof HOOKS)[number];

/** What the name of a hook that was there before gets, which ours runs first. */
export const KEPT = ".before-openai-key-guard";

/** The line that says whose hook it is. */
const MARK = "# Written by openai-key-guard; `openai-key-guard hook uninstall` takes it away. Edits do not last.";

/** The programs that a hook starts, by absolute path: hooks of graphical clients have hardly any PATH. */
export type Programs = { node: string; cli: string };

/** Whether a hook is one of ours, of whatever version. */
export function isOurs(text: string): boolean {
  return text.includes("\n# Written by openai-key-guard;");
}

/**
 * A hook for any POSIX sh, that of Git for Windows included. It fails closed: where the program is gone, nothing was
 * searched, and a guard that is silently away is worse than none. What to do about it is in its one sentence.
 */
export function hookScript(hook: HookName, { node, cli }: Programs): string {
  const isPush = hook === "pre-push";
  const feeding = isPush ? "printf '%s' \"$pushed\" | " : "";
  // What a push writes to its output is for programs (git push --porcelain).
  const words = isPush ? 'scan --pushed --quiet -- "$1" >&2' : "scan --staged --quiet";
  const [subject, skip] = isPush ? ["push", "git push --no-verify"] : ["commit", "git commit --no-verify"];
  return [
    "#!/bin/sh",
    MARK,
    `node=${inShell(node)}`,
    `cli=${inShell(cli)}`,
    // What git writes is read once, for all who want it; the x keeps its last line feed.
    ...(isPush ? ["pushed=$(cat; echo x)", "pushed=${pushed%x}"] : []),
    `if [ -x "$0${KEPT}" ]; then`,
    `  ${feeding}"$0${KEPT}" "$@" || exit $?`,
    "fi",
    '[ -x "$node" ] || node=$(command -v node)',
    'if [ -f "$cli" ] && [ -n "$node" ]; then',
    `  ${feeding}"$node" "$cli" ${words}`,
    "elif command -v openai-key-guard > /dev/null; then",
    `  ${feeding}openai-key-guard ${words}`,
    "else",
    `  echo "openai-key-guard is gone from $cli, so that nothing was searched for keys and the ${subject} stops here." >&2`,
    `  echo "Install it again and run: openai-key-guard hook install. Or skip this once: ${skip}. Or delete $0." >&2`,
    "  exit 2",
    "fi",
    "",
  ].join("\n");
}

/** A path as one word of sh. Its Windows kind takes slashes, and would lose backslashes to some programs. */
function inShell(path: string): string {
  const slashed = /^(?:[A-Za-z]:\\|\\\\)/.test(path) ? path.replaceAll("\\", "/") : path;
  return `'${slashed.replaceAll("'", "'\\''")}'`;
}
