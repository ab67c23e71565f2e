import "./rolldown-runtime.js";
import { a as commandOf, n as flagOf, o as flagsOf, r as COMMANDS, s as isCommand, t as FLAGS } from "./help-flags.js";
import { Xt as suggestNearest, on as UsageError } from "./core.js";
import { r as shownWord } from "./flags.js";
// src/completion/bash.ts
function bash(offers, flags) {
	const names = offers.map(({ name }) => name);
	const values = flags.flatMap(({ name, choice }) => choice ? [`    --${name}) ${given(choice)}; return ;;`] : []);
	const valued = flags.flatMap(({ name, choice }) => choice ? [`--${name}`] : []);
	const cases = offers.map(({ name, words, flags: own }) => {
		return `    ${name})
      case "$current" in
        -*) _openai_key_guard_words "${own.map((flag) => `--${flag.name}`).join(" ")}" ;;
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
function given(choice) {
	switch (choice.kind) {
		case "words": return `_openai_key_guard_words "${choice.words.join(" ")}"`;
		case "file": return "_openai_key_guard_paths -f";
		case "folder": return "_openai_key_guard_paths -d";
		case "revision": return "if [[ \" ${COMP_WORDS[*]} \" == *\" --files \"* ]]; then _openai_key_guard_paths -f; else _openai_key_guard_revisions; fi";
		case "unknown": return ":";
		default: return choice;
	}
}
// src/completion/fish.ts
const COMPLETE = "complete -c openai-key-guard";
function fish(offers) {
	const none = `not __fish_seen_subcommand_from ${offers.map(({ name }) => name).join(" ")}`;
	const lines = offers.flatMap(({ name, says, words, flags }) => {
		const here = `__fish_seen_subcommand_from ${name}`;
		return [
			`${COMPLETE} -n ${quoted$1(none)} -a ${name} -d ${quoted$1(says)}`,
			...argumentsOf(words, here),
			...flags.map((flag) => `${COMPLETE} -n ${quoted$1(here)} ${flagged(flag)}`)
		];
	});
	return `# fish completion for openai-key-guard. In ~/.config/fish/completions/openai-key-guard.fish
function __openai_key_guard_revisions
    # What stands before the dots of a range stays as it is.
    set -l start (string match -r '^.*\\.\\.' -- (commandline -ct))
    for name in HEAD (git for-each-ref --format='%(refname:short)' 2>/dev/null)
        echo "$start$name"
    end
end

${COMPLETE} -f
${COMPLETE} -n ${quoted$1(none)} -l help -d 'What it does'
${COMPLETE} -n ${quoted$1(none)} -l version -d 'Which version this is'
${lines.join("\n")}
`;
}
function argumentsOf(words, here) {
	switch (words.kind) {
		case "words": {
			const list = words.words.join(" ");
			return [`${COMPLETE} -n ${quoted$1(`${here}; and not __fish_seen_subcommand_from ${list}`)} -a ${quoted$1(list)}`];
		}
		case "file":
		case "folder": return [`${COMPLETE} -n ${quoted$1(here)} -F`];
		case "revision": return [`${COMPLETE} -n ${quoted$1(`${here}; and __fish_contains_opt files`)} -F`, `${COMPLETE} -n ${quoted$1(`${here}; and not __fish_contains_opt files`)} -a '(__openai_key_guard_revisions)'`];
		case "unknown": return [];
		default: return words;
	}
}
function flagged({ name, says, choice }) {
	return `-l ${name}${choice ? valueOf(choice) : ""} -d ${quoted$1(says)}`;
}
function valueOf(choice) {
	switch (choice.kind) {
		case "words": return ` -x -a ${quoted$1(choice.words.join(" "))}`;
		case "file": return " -r -F";
		case "folder": return " -x -a '(__fish_complete_directories)'";
		case "revision": return " -x -a '(__openai_key_guard_revisions)'";
		case "unknown": return " -x";
		default: return choice;
	}
}
function quoted$1(text) {
	return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
// src/completion/zsh.ts
function zsh(offers) {
	const commands = offers.map(({ name, says }) => `    ${quoted(`${name}:${says}`)}`);
	const cases = offers.map(({ name, words, flags }) => {
		return `    ${name})\n      _arguments -S ${[...flags.map(specOf), `*:${name}:${words.kind === "unknown" ? GUARD : action(words)}`].map(quoted).join(" \\\n        ")}\n      ;;`;
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
const GUARD = "_guard \"^-*\" word";
function specOf({ name, says, choice, repeats }) {
	const words = says.replaceAll(/[[\]:\\]/g, String.raw`\$&`);
	return `${repeats ? "*" : ""}--${name}${choice ? "=" : ""}[${words}]${choice ? `:${name}:${action(choice)}` : ""}`;
}
function action(choice) {
	switch (choice.kind) {
		case "words": return `(${choice.words.join(" ")})`;
		case "file": return "_files";
		case "folder": return "_files -/";
		case "revision": return "_openai_key_guard_revisions";
		case "unknown": return " ";
		default: return choice;
	}
}
function quoted(text) {
	return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
// src/completion/completion.ts
const SCRIPTS = {
	bash,
	zsh,
	fish
};
const SHELLS = [
	"bash",
	"zsh",
	"fish"
];
function completion(shell) {
	const offers = Object.keys(COMMANDS).filter(isCommand).map(offerOf);
	return SCRIPTS[shell](offers, Object.keys(FLAGS).map(offeredOf));
}
function offerOf(name) {
	const { says, words } = commandOf(name);
	return {
		name,
		says,
		words: words === null ? { kind: "unknown" } : typeof words === "string" ? { kind: words } : {
			kind: "words",
			words
		},
		flags: flagsOf(name).map(offeredOf)
	};
}
function offeredOf(name) {
	const { value, says, words, takes, repeats = false } = flagOf(name);
	const choice = words ? {
		kind: "words",
		words
	} : { kind: takes ?? "unknown" };
	return {
		name,
		says: firstOf(says),
		choice: value === null ? null : choice,
		repeats
	};
}
function firstOf(says) {
	return /^(?:With --[a-z -]+: )?.+?(?=[;:]|\.(?: |$)|$)/.exec(says)?.[0] ?? says;
}
// src/cli/complete.ts
function complete([word, ...more]) {
	const shell = SHELLS.find((one) => one === word);
	if (shell === void 0 || more.length > 0) throw new UsageError(`completion takes one of ${SHELLS.join(", ")}; ${shownWord([word, ...more].join(" "))} was given.${suggestNearest(word ?? "", SHELLS)}`);
	process.stdout.write(completion(shell));
}
export { complete };
