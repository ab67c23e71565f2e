import { createHash } from "node:crypto";

/** The name git gives to content: the hash of `type length NUL` and the bytes; SHA-256 where names are that long. */
export function computeObjectId(type: string, content: Buffer, algorithm: "sha1" | "sha256"): string {
  return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}

/** Whether content bears the name that it was asked for by. */
export function hasObjectId(oid: string, type: string, content: Buffer): boolean {
  return computeObjectId(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
