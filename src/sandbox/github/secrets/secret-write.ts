import type { Answer } from "../../answer.ts";
import { createRefusal } from "../tokens.ts";
import type { SecretOptions, SecretPlace } from "./secret-vault.ts";

/** GitHub's limits: the number of secrets in a place, and the bytes of each. */
const MOST_SECRETS = { organization: 1000, other: 100 } as const;
const LARGEST_SECRET = 48 * 1024;

/** GitHub's words for a name it does not take. */
const WRONG_NAME =
  "Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).";

/** GitHub's words for a value that its key does not open. */
const IMPROPER = "validation failed due to an improperly encrypted secret";

/** A request to create or change a secret. `repositoryIds` are those of the organisation's repositories, null elsewhere. */
export type SecretWrite = {
  place: SecretPlace;
  name: string;
  body: string;
  repositoryIds: readonly number[] | null;
  page: string;
};

/** Creates or changes a secret as GitHub does: the value is opened with the place's private key. */
export async function writeStoredSecret({ place, name, body, repositoryIds, page }: SecretWrite): Promise<Answer> {
  const fields = readFields(body);
  if (fields === null) return createRefusal(400, "Problems parsing JSON", page);
  const refuse = (message: string) => createRefusal(422, message, page);
  if (!/^[A-Za-z_]\w*$/.test(name)) return refuse(WRONG_NAME);
  if (/^GITHUB_/i.test(name)) return refuse("Secret names must not start with GITHUB_.");
  const { encrypted_value: sealed, key_id: keyId } = fields;
  if (typeof sealed !== "string") return refuse('Invalid request.\n\n"encrypted_value" wasn\'t supplied.');
  if (typeof keyId !== "string") return refuse('Invalid request.\n\n"key_id" wasn\'t supplied.');
  if (!BASE64.test(sealed)) return refuse(`Invalid request.\n\n${sealed} does not match ${BASE64}.`);
  const shared: SecretOptions | string = repositoryIds === null ? {} : readVisibility(fields, repositoryIds);
  if (typeof shared === "string") return refuse(shared);
  const value = keyId === place.key.id ? await openSealed(sealed, place) : null;
  if (value === null) return refuse(IMPROPER);
  if (value.length > LARGEST_SECRET) return refuse("Secret value is too large.");
  const isNew = place.get(name) === null;
  const most = MOST_SECRETS[repositoryIds === null ? "other" : "organization"];
  if (isNew && place.list().length >= most) return refuse(`You cannot have more than ${most} secrets.`);
  place.set(name, value.toString("utf8"), shared);
  return isNew ? { status: 201, body: {} } : { status: 204 };
}

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Who may read an organisation's secret, or what is wrong with that. Repositories that are left out are lost: whether
 * GitHub keeps them, its pages do not say.
 */
function readVisibility(
  { visibility, selected_repository_ids: selected = [] }: Record<string, unknown>,
  known: readonly number[],
): SecretOptions | string {
  if (visibility === undefined) return 'Invalid request.\n\n"visibility" wasn\'t supplied.';
  if (visibility !== "all" && visibility !== "private" && visibility !== "selected") {
    return `Invalid request.\n\n${String(visibility)} is not a member of ["all", "private", "selected"].`;
  }
  if (!Array.isArray(selected) || !selected.every((id) => known.includes(id as number))) {
    return "Invalid request.\n\nThe selected repositories are not of this organization.";
  }
  return { visibility, repositoryIds: selected as readonly number[] };
}

/** Null for what was not sealed with the place's public key. */
async function openSealed(sealed: string, { key }: SecretPlace): Promise<Buffer | null> {
  const { default: sodium } = await import("libsodium-wrappers");
  await sodium.ready;
  try {
    return Buffer.from(sodium.crypto_box_seal_open(Buffer.from(sealed, "base64"), key.publicKey, key.privateKey));
  } catch {
    return null;
  }
}

function readFields(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
