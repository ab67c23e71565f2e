import { createShapeError } from "../api-failure.ts";
import type { Octokit } from "../client.ts";
import { getObject, getText, getTime, type Json } from "../payload.ts";
import { SEALING_KEY_BYTES, type SealingKey } from "./seal.ts";
import type { SecretPath } from "./secret-place.ts";

/** The largest page of a listing, and how many are read: more than an organisation's secret can be shared with at once. */
const PAGE_SIZE = 100;
const MOST_PAGES = 100;

/** What GitHub shows of a secret. Its value is never shown. */
export type ShownSecret = {
  /** In whole seconds. */
  updatedAt: Date;
  /** Of an organisation's secret: who may read it. Null of others. */
  visibility: "all" | "private" | "selected" | null;
};

/** A sealed value; of an organisation's secret also who may read it, which is lost where it is left out. */
export type SecretChange = {
  encrypted_value: string;
  key_id: string;
  visibility?: ShownSecret["visibility"] & string;
  selected_repository_ids?: readonly number[];
};

/** Reads the key that values for a place are sealed with. It is read before each change, since GitHub may replace it. */
export async function readSealingKey({ request }: Octokit, { path, names }: SecretPath): Promise<SealingKey> {
  const { data } = await request(`GET ${path}/public-key`, { ...names });
  const { key_id: id, key } = getObject({ data }, "data");
  const bytes = Buffer.from(getText(key) ?? "", "base64");
  if (typeof id !== "string" || id === "" || bytes.length !== SEALING_KEY_BYTES) throw createShapeError();
  return { id, bytes };
}

/** Reads what is shown of a secret. */
export async function readSecret(octokit: Octokit, { path, names }: SecretPath, name: string): Promise<ShownSecret> {
  const { data } = await octokit.request(`GET ${path}/{name}`, { ...names, name });
  const { name: shown, updated_at: updated, visibility = null } = getObject({ data }, "data");
  const updatedAt = getTime(updated);
  const isSame = getText(shown)?.toUpperCase() === name.toUpperCase();
  if (!isSame || updatedAt === null || !isVisibility(visibility)) throw createShapeError();
  return { updatedAt, visibility };
}

function isVisibility(value: unknown): value is ShownSecret["visibility"] {
  return value === null || value === "all" || value === "private" || value === "selected";
}

/** Counts the secrets of a place. */
export async function countSecrets({ request }: Octokit, { path, names }: SecretPath): Promise<number> {
  const { data } = await request(`GET ${path}`, { ...names, per_page: 1 });
  return requireTotal(getObject({ data }, "data"));
}

/** Lists the repositories that an organisation's secret is shared with, all of them: those left out would lose it. */
export async function listSharedRepositories(
  { request }: Octokit,
  { path, names }: SecretPath,
  name: string,
): Promise<readonly number[]> {
  const ids = new Set<number>();
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const query = { ...names, name, per_page: PAGE_SIZE, page };
    const { data } = await request(`GET ${path}/{name}/repositories`, query);
    const body = getObject({ data }, "data");
    const { repositories } = body;
    if (!Array.isArray(repositories)) throw createShapeError();
    for (const repository of repositories as readonly unknown[]) {
      const { id } = getObject({ repository }, "repository");
      if (typeof id !== "number" || !Number.isSafeInteger(id)) throw createShapeError();
      ids.add(id);
    }
    if (ids.size === requireTotal(body)) return [...ids];
    if (repositories.length === 0) break;
  }
  throw createShapeError();
}

/** Creates or changes a secret. */
export async function updateSecret(
  { request }: Octokit,
  { path, names }: SecretPath,
  name: string,
  change: SecretChange,
): Promise<void> {
  const { status } = await request(`PUT ${path}/{name}`, { ...names, name, ...change });
  if (status !== 201 && status !== 204) throw createShapeError(status);
}

function requireTotal({ total_count: total }: Json): number {
  if (typeof total !== "number" || !Number.isSafeInteger(total) || total < 0) throw createShapeError();
  return total;
}
