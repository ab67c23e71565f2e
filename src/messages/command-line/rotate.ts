// What the command line says of `rotate`.

/** Of `rotate`. */
export const ROTATE_HELP = {
  summary: "Replace a key with a new one where it lives, and retire the old one once the new one is used.",
  description:
    "KEY is the id or name of a key, or of the service account that owns it. The new key belongs to the same service account and may do no more than the old one. It is stored in every place of --to or of the keys file. The old key ends only when the new one was used and the old one is not any more. Keys of people cannot be created by a program.",
  examples: [
    ["rotate checkout-bot --to github:acme/shop/OPENAI_API_KEY --dry-run", "see every step, and change nothing"],
    [
      "rotate checkout-bot --to github:acme/shop/OPENAI_API_KEY@production --expires-in 90d",
      "rotate a key that is the secret of an environment",
    ],
    [
      'rotate key_abc --to "command:vault kv put secret/openai value=-" --audit-file rotate.jsonl',
      "hand the new key to a program on its standard input, and keep a record",
    ],
    ["rotate --due --audit-file rotate.jsonl", "rotate every key of the keys file that is old enough"],
    ["rotate --due --audit-file rotate.jsonl --resume", "go on with what an earlier run did not finish"],
  ],
} as const satisfies Record<string, string | readonly (readonly [typed: string, purpose: string])[]>;

/** Its flags. */
export const ROTATE_FLAGS = {
  to: "Store the new key in this place: github:OWNER/REPO/NAME, with @ENVIRONMENT after it if need be, github-org:ORG/NAME, dependabot:OWNER/REPO/NAME, codespaces:OWNER/REPO/NAME, command:PROGRAM ARG…, or file:PATH. Without it, the places of the keys file.",
  due: "Rotate every key of the keys file that is older than its rotate-every, or near its end.",
  keysFile: (preset: string) =>
    `The file that says where keys live, read from the default branch of the remote. The default is ${preset}.`,
  expiresIn: "How long the new key lives, such as 90d. The default is as long as the old one.",
  scopes:
    "What the new key may do, such as api.model.request, with commas between. The default is what the old one may.",
  widen: "Let --scopes give the new key more rights than the old one has.",
  create: "Create secrets that do not exist yet.",
  overlap:
    "How long the old key goes on working once the new one is used. With 0 it is revoked at once. The default is 24h.",
  wait: "How long to wait for the new key to be used. With 0 nobody waits, and the old key ends after --overlap. The default is 30m.",
  resume: "Go on with the rotations of --audit-file that are not finished. Repeat the other flags.",
  ignoreFile: (preset: string) =>
    `The file whose protect list counts, read from the commit HEAD. The default is ${preset}.`,
  quiet: "Print no progress, and nothing at all when every key was rotated.",
  verbose: "Also say where the keys file was read, and each look at the new key.",
} as const;

/** Headings above its flags. */
export const ROTATE_HEADINGS = {
  what: "What to rotate:",
  key: "The new key:",
  old: "The old key:",
  run: "The run:",
} as const;

/** What its exit codes mean. */
export const ROTATE_EXIT_CODES =
  "0 rotated, nothing due, or a dry run · 1 not rotated, or not finished: the report says what is left · 2 not everything could be asked, or wrong use.";

/** What help says of the variable with the Admin API key. */
export const ROTATE_ADMIN_KEY =
  "An Admin API key of your organisation, which may create and change keys. It is never a flag: everyone on the machine could read that.";
