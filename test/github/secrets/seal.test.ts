import sodium from "libsodium-wrappers";
import { beforeAll, describe, expect, test } from "vitest";
import { Secret } from "../../../src/domain/secret.ts";
import { sealSecret } from "../../../src/github/secrets/seal.ts";

beforeAll(async () => await sodium.ready);

describe("a sealed value", () => {
  const { publicKey, privateKey } = { publicKey: new Uint8Array(), privateKey: new Uint8Array() };
  const pair = { publicKey, privateKey };
  beforeAll(() => void Object.assign(pair, sodium.crypto_box_keypair()));
  const seal = (text: string) => sealSecret(new Secret(text), { id: "1", bytes: pair.publicKey });
  const open = (sealed: string | null) =>
    Buffer.from(
      sodium.crypto_box_seal_open(Buffer.from(sealed ?? "", "base64"), pair.publicKey, pair.privateKey),
    ).toString();

  test.each(["x", "ü€😀", "x".repeat(48 * 1024)])("is opened by the private key alone", async (text) => {
    const sealed = await seal(text);
    expect(open(sealed)).toBe(text);
    expect(sealed).not.toContain(Buffer.from(text).toString("base64").slice(0, 24));
    expect(await seal(text)).not.toBe(sealed);
  });

  test("is not made of more than GitHub takes, counted in bytes", async () => {
    expect(await seal("x".repeat(48 * 1024 + 1))).toBe(null);
    expect(await seal("ü".repeat(24 * 1024 + 1))).toBe(null);
  });
});
