import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DIST, NODE } from "../support/e2e-environment.ts";

/** What an interactive shell is told first: to read the script, and to show the line as it is when Ctrl-T is typed. */
const START = {
  bash: (script: string) =>
    `PS1='READY> '; bind 'set bell-style none' 'set completion-query-items 0' 'set page-completions off'; source ${script}; bind -x '"\\C-t": echo; echo "<<$READLINE_LINE>>"'`,
  zsh: (script: string) =>
    `PS1='READY> '; unsetopt prompt_sp zle_bracketed_paste 2>/dev/null; autoload -U compinit; compinit -u -D; source ${script}; shown() { print; print -r -- "<<$BUFFER>>"; BUFFER=; zle redisplay }; zle -N shown; bindkey '^T' shown; LISTMAX=1000`,
} as const;

const RUN = { bash: "bash --norc --noprofile -i", zsh: "zsh -f -i" } as const;

/** Whether this shell, and what gives it a terminal, are here. */
export function hasShell(shell: string): boolean {
  const isHere = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
  return isHere(shell) && (shell === "fish" || isHere("script"));
}

/** Puts a command `openai-key-guard` into a folder, for a shell that calls it, and gives the folder. */
export async function installCommand(folder: string): Promise<string> {
  const command = path.join(folder, "openai-key-guard");
  await writeFile(command, `#!/bin/sh\nexec '${NODE}' '${path.join(DIST, "cli.js")}' "$@"\n`);
  await chmod(command, 0o755);
  return folder;
}

/** A real shell on a terminal of its own (script(1)), in a folder. */
export class Terminal implements AsyncDisposable {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #folder: string;
  #seen = "";

  private constructor(child: ChildProcessWithoutNullStreams, folder: string) {
    this.#child = child;
    this.#folder = folder;
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      this.#seen += text;
    });
  }

  static async open(shell: "bash" | "zsh", script: string, cwd: string): Promise<Terminal> {
    const folder = await mkdtemp(path.join(tmpdir(), "shell-"));
    const file = path.join(folder, "completion");
    await writeFile(file, script);
    const PATH = `${await installCommand(folder)}:${process.env["PATH"]}`;
    const env = { PATH, HOME: folder, TERM: "dumb", COLUMNS: "400" };
    const child = spawn("script", ["--quiet", "--flush", "--command", RUN[shell], "/dev/null"], { cwd, env });
    const terminal = new Terminal(child, folder);
    child.stdin.write(`${START[shell](file)}; echo BEG"UN"\n`);
    await terminal.#waitFor(/BEGUN\r?\n[^]*READY> [^\n]*$/);
    return terminal;
  }

  /** What is on the line after this was typed, with a tab for each `→`. */
  async line(typed: string): Promise<string> {
    this.#seen = "";
    this.#child.stdin.write(`${typed.replaceAll("→", "\t")}\x14`);
    const [, line = ""] = await this.#waitFor(/<<([^]*?)>>\r?\n/);
    this.#child.stdin.write("\x15");
    return line;
  }

  /** Waits until the shell has written this; the test's own time limit ends it. */
  async #waitFor(sign: RegExp): Promise<RegExpExecArray> {
    return await new Promise((resolve, reject) => {
      const { stdout } = this.#child;
      const look = () => {
        const found = sign.exec(this.#seen);
        if (!found) return;
        stdout.off("data", look).off("close", end);
        resolve(found);
      };
      const end = () => reject(new Error(`the shell ended: ${JSON.stringify(this.#seen.slice(-500))}`));
      stdout.on("data", look).on("close", end);
      look();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
