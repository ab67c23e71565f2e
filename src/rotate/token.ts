import { randomBytes } from "node:crypto";

/** Creates a word of 8 random hex digits: the `createToken` of every run that is no test. */
export function createRotationToken(): string {
  return randomBytes(4).toString("hex");
}
