import type { Secret } from "../../domain/secret.ts";

/** What values for one place are sealed with: GitHub's name for it, and 32 bytes of X25519. */
export type SealingKey = { id: string; bytes: Uint8Array };

/** In bytes: GitHub takes no larger secret ("Limits for secrets"). */
export const LARGEST_SECRET = 48 * 1024;

/** The length of a public key, in bytes. */
export const SEALING_KEY_BYTES = 32;

/**
 * Seals the text of a key in a box that only GitHub opens, as base64: an anonymous box of libsodium. Loads libsodium when
 * first called. Null where the text is larger than GitHub takes.
 */
export async function sealSecret(secret: Secret, key: SealingKey): Promise<string | null> {
  const { default: sodium } = await import("libsodium-wrappers");
  await sodium.ready;
  const text = new TextEncoder().encode(secret.reveal());
  if (text.length > LARGEST_SECRET) return null;
  return Buffer.from(sodium.crypto_box_seal(text, key.bytes)).toString("base64");
}
