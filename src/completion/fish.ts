import type { Choice, Offer, Offered } from "./completion.ts";

const COMPLETE = "complete -c openai-key-guard";

/** For fish 3 and later. */
export function fish(offers: readonly Offer[]): string {
  const names = offers.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const lines = offers.flatMap(({ name, says, words, flags }) => {
    const here = `__fish_seen_subcommand_from ${name}`;
    return [
      `${COMPLETE} -n ${quoted(none)} -a ${name} -d ${quoted(says)}`,
      ...argumentsOf(words, here),
      ...flags.map((flag) => `${COMPLETE} -n ${quoted(here)} ${flagged(flag)}`),
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
${COMPLETE} -n ${quoted(none)} -l help -d 'What it does'
${COMPLETE} -n ${quoted(none)} -l version -d 'Which version this is'
${lines.join("\n")}
`;
}

function argumentsOf(words: Choice, here: string): readonly string[] {
  switch (words.kind) {
    case "words": {
      const list = words.words.join(" ");
      return [`${COMPLETE} -n ${quoted(`${here}; and not __fish_seen_subcommand_from ${list}`)} -a ${quoted(list)}`];
    }
    case "file":
    case "folder":
      return [`${COMPLETE} -n ${quoted(here)} -F`];
    case "revision":
      return [
        `${COMPLETE} -n ${quoted(`${here}; and __fish_contains_opt files`)} -F`,
        `${COMPLETE} -n ${quoted(`${here}; and not __fish_contains_opt files`)} -a '(__openai_key_guard_revisions)'`,
      ];
    case "unknown":
      return [];
    default:
      return words satisfies never;
  }
}

function flagged({ name, says, choice }: Offered): string {
  return `-l ${name}${choice ? valueOf(choice) : ""} -d ${quoted(says)}`;
}

function valueOf(choice: Choice): string {
  switch (choice.kind) {
    case "words":
      return ` -x -a ${quoted(choice.words.join(" "))}`;
    case "file":
      return " -r -F";
    case "folder":
      return " -x -a '(__fish_complete_directories)'";
    case "revision":
      return " -x -a '(__openai_key_guard_revisions)'";
    case "unknown":
      return " -x";
    default:
      return choice satisfies never;
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, String.raw`\$&`)}'`;
}
