import type { Choice, Offer, Offered } from "./completion.ts";

/** For bash 3.2 and later, which macOS still has; it needs nothing of the bash-completion package. */
export function bash(offers: readonly Offer[], flags: readonly Offered[]): string {
  const names = offers.map(({ name }) => name);
  const values = flags.flatMap(({ name, choice }) => (choice ? [`    --${name}) ${given(choice)}; return ;;`] : []));
  const valued = flags.flatMap(({ name, choice }) => (choice ? [`--${name}`] : []));
  const cases = offers.map(({ name, words, flags: own }) => {
    const list = own.map((flag) => `--${flag.name}`).join(" ");
    return `    ${name})
      case "$current" in
        -*) _openai_key_guard_words "${list}" ;;
        *) ${given(words)} ;;
      esac ;;`;
  });
  return `# bash completion for openai-key-guard. In ~/.bashrc: source <(openai-key-guard completion bash)
_openai_key_guard_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}

_openai_key_guard_paths() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$current"))
}

_openai_key_guard_revisions() {
  local start= name
  # What stands before the dots of a range stays as it is.
  case "$current" in *..*) start="\${current%..*}.." ;; esac
  # Plain names alone, and not by compgen -W, which would run what stands in one.
  while IFS= read -r name; do
    case "$name" in
      *[!A-Za-z0-9._/@+-]*) ;;
      "\${current#"$start"}"*) COMPREPLY+=("$start$name") ;;
    esac
  done < <(echo HEAD; git for-each-ref --format='%(refname:short)' 2>/dev/null)
}

_openai_key_guard() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD - 1]}" command= at word
  COMPREPLY=()
  # Bash takes the = of --flag=value for a word of its own.
  if [ "$current" = "=" ]; then
    current=
  elif [ "$before" = "=" ]; then
    before="\${COMP_WORDS[COMP_CWORD - 2]}"
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    word="\${COMP_WORDS[at]}"
    case "\${COMP_WORDS[at - 1]}" in ${valued.join("|")}) continue ;; esac
    case "$word" in ${names.join("|")}) command="$word" && break ;; esac
  done
  case "$before" in
${values.join("\n")}
  esac
  case "$command" in
${cases.join("\n")}
    *)
      case "$current" in
        -*) _openai_key_guard_words "--help --version" ;;
        *) _openai_key_guard_words "${names.join(" ")}" ;;
      esac ;;
  esac
}

complete -F _openai_key_guard openai-key-guard
`;
}

function given(choice: Choice): string {
  switch (choice.kind) {
    case "words":
      return `_openai_key_guard_words "${choice.words.join(" ")}"`;
    case "file":
      return "_openai_key_guard_paths -f";
    case "folder":
      return "_openai_key_guard_paths -d";
    case "revision":
      return 'if [[ " ${COMP_WORDS[*]} " == *" --files "* ]]; then _openai_key_guard_paths -f; else _openai_key_guard_revisions; fi';
    case "unknown":
      return ":";
    default:
      return choice satisfies never;
  }
}
