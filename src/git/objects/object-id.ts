import { createHash } from "node:crypto";

/** Computes the name that git gives to an object: the hash of `type length NUL` and its content. */
export function computeObjectId(type: string, content: Buffer, algorithm: "sha1" | "sha256"): string {
  return createHash(algorithm).update(`${type} ${content.length}\0`).update(content).digest("hex");
}

/** Whether content belongs to the object name it was read by. */
export function hasObjectId(oid: string, type: string, content: Buffer): boolean {
  return computeObjectId(type, content, oid.length === 64 ? "sha256" : "sha1") === oid;
}
