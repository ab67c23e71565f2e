import type { Choice, Offer, Offered } from "./completion.ts";

/** For zsh 5, as a function in fpath, or sourced after compinit. */
export function zsh(offers: readonly Offer[]): string {
  const commands = offers.map(({ name, says }) => `    ${quoted(`${name}:${says}`)}`);
  const cases = offers.map(({ name, words, flags }) => {
    const specs = [...flags.map(specOf), `*:${name}:${words.kind === "unknown" ? GUARD : action(words)}`];
    return `    ${name})\n      _arguments -S ${specs.map(quoted).join(" \\\n        ")}\n      ;;`;
  });
  return `#compdef openai-key-guard
# zsh completion for openai-key-guard. In a folder of fpath: openai-key-guard completion zsh > _openai-key-guard
_openai_key_guard_revisions() {
  if (( \${words[(I)--files]} )); then
    _files
    return
  fi
  local -a names
  names=(HEAD \${(f)"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)"})
  # What stands before the dots of a range stays as it is.
  compset -P '*..'
  compadd -a names
}

_openai_key_guard() {
  local -a commands
  commands=(
${commands.join("\n")}
  )
  local curcontext="$curcontext" state line
  _arguments -C '--help[What it does]' '--version[Which version this is]' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe 'command' commands ;;
    argument)
      case $line[1] in
${cases.map((one) => one.replaceAll(/^/gm, "  ")).join("\n")}
      esac ;;
  esac
}

if [ "$funcstack[1]" = "_openai_key_guard" ] || [ "$funcstack[1]" = "_openai-key-guard" ]; then
  _openai_key_guard "$@"
else
  compdef _openai_key_guard openai-key-guard
fi
`;
}

/** A word that nobody can know; without an action zsh would complete no flag after the command either. */
const GUARD = '_guard "^-*" word';

function specOf({ name, says, choice, repeats }: Offered): string {
  const words = says.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
  return `${repeats ? "*" : ""}--${name}${choice ? "=" : ""}[${words}]${choice ? `:${name}:${action(choice)}` : ""}`;
}

function action(choice: Choice): string {
  switch (choice.kind) {
    case "words":
      return `(${choice.words.join(" ")})`;
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "revision":
      return "_openai_key_guard_revisions";
    case "unknown":
      return " ";
    default:
      return choice satisfies never;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
