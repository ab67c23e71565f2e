import type { Command } from "commander";
import { COMPLETION_HELP, EXIT_CODES_OF } from "../messages/command-line/help.ts";
import { addHelpNotes } from "./help.ts";
import { createWordArgument } from "./options.ts";
import { FILES, FOLDERS, suggestWords } from "./suggest-words.ts";

const { stdout } = process;

/**
 * The scripts hand over the words up to the cursor and show what comes back: `complete` knows the commands. They run nothing
 * that stands in a word or in the name of a branch.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  // For bash 3.2 and later, which macOS still has; nothing of the bash-completion package is needed. Bash takes the = of
  // --flag=value for a word of its own.
  bash: `# ${COMPLETION_HELP.heads.bash}
_openai_key_guard() {
  local IFS=$'\\n' line current="\${COMP_WORDS[COMP_CWORD]#=}"
  COMPREPLY=()
  while read -r line; do
    case "$line" in
      ${FILES}) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- "$current")) ;;
      ${FOLDERS}) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- "$current")) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <("$1" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}

complete -F _openai_key_guard openai-key-guard
`,
  zsh: `#compdef openai-key-guard
# ${COMPLETION_HELP.heads.zsh}
_openai_key_guard() {
  local line
  local -a found
  for line in "\${(@f)$("\${words[1]}" complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    case $line in
      ${FILES}) compset -P '--*='; _files ;;
      ${FOLDERS}) compset -P '--*='; _files -/ ;;
      ?*) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done
  (( $#found )) && _describe 'openai-key-guard' found
}

if [ "$funcstack[1]" = "_openai_key_guard" ] || [ "$funcstack[1]" = "_openai-key-guard" ]; then
  _openai_key_guard "$@"
else
  compdef _openai_key_guard openai-key-guard
fi
`,
  // For fish 3 and later.
  fish: `# ${COMPLETION_HELP.heads.fish}
function __openai_key_guard
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    for line in ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
        switch $line
            case ${FILES}
                __fish_complete_path (string replace -r -- '^--[^=]*=' '' "$current")
            case ${FOLDERS}
                __fish_complete_directories (string replace -r -- '^--[^=]*=' '' "$current")
            case '*'
                echo $line
        end
    end
end

complete -c openai-key-guard -f -a '(__openai_key_guard)'
`,
};

/** Adds `completion`, and the hidden `complete` that its scripts call. */
export function addCompletion(program: Command): void {
  const { summary, description, examples } = COMPLETION_HELP;
  const shells = Object.keys(SCRIPTS);
  const command = program
    .command("completion")
    .summary(summary)
    .description(`${summary}\n\n${description}`)
    .addArgument(createWordArgument("completion", shells))
    .action((shell: string) => void stdout.write(SCRIPTS[shell] ?? ""));
  addHelpNotes(command, {
    examples,
    exitCodes: EXIT_CODES_OF.other,
  });
  program
    .command("complete", { hidden: true })
    .argument("[words...]")
    .action(async (words: readonly string[]) => {
      const lines = (await suggestWords(program, words)).map(([word, description]) => `${word}\t${description}`);
      stdout.write(lines.map((line) => `${line.trimEnd()}\n`).join(""));
    });
}
