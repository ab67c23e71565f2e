import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Shell } from "../../src/completion/completion.ts";

/** What an interactive shell is told first: to read the script, and to show the line as it is when Ctrl-T is typed. */
const START = {
  bash: (script: string) =>
    `PS1='READY> '; bind 'set bell-style none' 'set completion-query-items 0' 'set page-completions off'; source ${script}; bind -x '"\\C-t": echo; echo "<<$READLINE_LINE>>"'`,
  zsh: (script: string) =>
    `PS1='READY> '; unsetopt prompt_sp zle_bracketed_paste 2>/dev/null; autoload -U compinit; compinit -u -D; source ${script}; shown() { print; print -r -- "<<$BUFFER>>"; BUFFER=; zle redisplay }; zle -N shown; bindkey '^T' shown; LISTMAX=1000`,
} as const;

const RUN = { bash: "bash --norc --noprofile -i", zsh: "zsh -f -i" } as const;

/** Whether this shell, and what gives it a terminal, are here. */
export function hasShell(shell: Shell): boolean {
  const isHere = (command: string) => spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
  return isHere(shell) && (shell === "fish" || isHere("script"));
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
    const env = { PATH: process.env["PATH"], HOME: folder, TERM: "dumb", COLUMNS: "400" };
    const child = spawn("script", ["--quiet", "--flush", "--command", RUN[shell], "/dev/null"], { cwd, env });
    const terminal = new Terminal(child, folder);
    child.stdin.write(`${START[shell](file)}; echo BEG"UN"\n`);
    await terminal.#wait(/BEGUN\r?\n[^]*READY> [^\n]*$/);
    return terminal;
  }

  /** What is on the line after this was typed, with a tab for each `→`. */
  async line(typed: string): Promise<string> {
    this.#seen = "";
    this.#child.stdin.write(`${typed.replaceAll("→", "\t")}\x14`);
    const [, line = ""] = await this.#wait(/<<([^]*?)>>\r?\n/);
    this.#child.stdin.write("\x15");
    return line;
  }

  async #wait(sign: RegExp): Promise<RegExpExecArray> {
    for (let left = 500; left > 0; left -= 1) {
      const found = sign.exec(this.#seen);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the shell did not answer: ${JSON.stringify(this.#seen.slice(-500))}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill("SIGKILL");
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
