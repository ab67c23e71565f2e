import { readFileSync } from "node:fs";
import { chmod, writeFile } from "node:fs/promises";
import path from "node:path";
import type { RotationTarget } from "../../src/domain/rotation-target.ts";
import { createKeyStore } from "../../src/rotate/stores/key-store.ts";
import { startGitHub } from "../../src/sandbox/github/github-sandbox.ts";
import type { KilledRotation } from "./killing.ts";

const shop = { owner: "acme", repo: "shop", secret: "OPENAI_API_KEY" };

/** One place of each kind. The job takes its key from the first. */
export function listEveryPlace(folder: string): readonly [RotationTarget, ...RotationTarget[]] {
  return [
    { kind: "github", ...shop, environment: null },
    { kind: "github", ...shop, environment: "production" },
    { kind: "github-org", org: "acme", secret: "OPENAI_API_KEY" },
    { kind: "dependabot", ...shop },
    { kind: "codespaces", ...shop },
    { kind: "command", argv: [path.join(folder, "vault"), path.join(folder, "vault.txt")] },
    { kind: "file", path: path.join(folder, "key.txt") },
  ];
}

const EVERY = {
  secrets: "write",
  environments: "write",
  "organization-secrets": "write",
  "dependabot-secrets": "write",
  "codespaces-secrets": "write",
} as const;

/** Gives a rotation the real store, a GitHub on loopback with the old key in its secrets, and a program that keeps keys. */
export async function openEveryPlace(one: KilledRotation): Promise<void> {
  const { at, folder } = one;
  const github = await startGitHub({ path: process.env["PATH"] ?? null, clock: at.clock });
  one.closing.push(async () => await github.close());
  await github.repository("acme/shop");
  github.environment("acme/shop", "production");
  const targets = listEveryPlace(folder);
  for (const target of targets.slice(0, 5)) github.storeSecret(target, at.old.text, { visibility: "all" });
  const program = path.join(folder, "vault");
  await writeFile(program, '#!/bin/sh\ncat > "$1"\n');
  await chmod(program, 0o700);
  const token = github.token({ repo: "acme/shop", kind: "fine-grained", permissions: EVERY });
  const environment = { PATH: process.env["PATH"] ?? "" };
  one.store = createKeyStore({ token, apiUrl: github.apiUrl, clock: at.clock, environment });
  [at.jobPlace] = targets;
  at.readPlace = (target) => {
    if (target.kind === "file") return readHeld(target.path);
    return target.kind === "command" ? readHeld(target.argv[1] ?? "") : github.readSecret(target)?.value;
  };
}

function readHeld(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
