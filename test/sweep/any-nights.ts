import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { expect } from "vitest";
import type { SweptRepository } from "../../src/domain/sweep.ts";
import { resolveRecords, updateState } from "../../src/sweep/merge/resolve-records.ts";
import { importCommits } from "../support/fast-import.ts";
import { fingerprintOf, keyOf, type SweptOrganization } from "./organization.ts";

const REFS = ["refs/heads/main", "refs/heads/topic", "refs/pull/1/head", "refs/notes/x", "refs/tags/light"];
const PATHS = ["a", "dir/b"];

/** What people do in a day: commits on any commits, refs that move anywhere or go, and tags that are signed or not. */
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("commit" as const),
      ref: fc.nat({ max: REFS.length - 1 }),
      parents: fc.array(fc.nat({ max: 30 }), { maxLength: 2 }),
      /** Whether it goes on where its ref is. */
      isOnRef: fc.boolean(),
      path: fc.nat({ max: PATHS.length - 1 }),
      key: fc.option(fc.nat({ max: 9 }), { freq: 2 }),
      said: fc.option(fc.nat({ max: 9 }), { freq: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("move" as const), ref: fc.nat({ max: 4 }), to: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("delete" as const), ref: fc.nat({ max: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("tag" as const), to: fc.nat(), key: fc.nat({ max: 9 }) }) },
);

/** The days of a repository, up to four. */
export const days = fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { minLength: 2, maxLength: 4 });

type Step = ReturnType<typeof step.generate>["value"];
type Commit = { parents: readonly number[]; files: Readonly<Record<string, number | null>>; said: number | null };

/** A repository, and what it holds as one knows who made it. */
class Model {
  readonly #dir: string;
  readonly #commits: Commit[] = [];
  readonly #oids: string[] = [];
  /** What each ref leads to, and the key in the message of a tag. */
  readonly #refs = new Map<string, { commit: number; key: number | null }>();
  #tags = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The keys that any ref reaches. */
  get keys(): ReadonlySet<number> {
    const reached = new Set([...this.#refs.values()].map(({ commit }) => commit));
    for (const at of reached) for (const parent of this.#commits[at]?.parents ?? []) reached.add(parent);
    const held = [...reached].flatMap((at) => {
      const { files = {}, said = null } = this.#commits[at] ?? {};
      return [...Object.values(files), said];
    });
    const signed = [...this.#refs.values()].map(({ key }) => key);
    return new Set([...held, ...signed].filter((key) => key !== null));
  }

  take(step: Step): void {
    switch (step.kind) {
      case "commit":
        return this.#commit(step);
      case "move":
        if (this.#commits.length > 0) this.#point(REFS[step.ref] ?? "", step.to % this.#commits.length);
        return;
      case "delete":
        if (this.#refs.delete(REFS[step.ref] ?? "")) this.#git("update-ref", "-d", REFS[step.ref] ?? "");
        return;
      case "tag":
        return this.#tag(step);
      default:
        return step satisfies never;
    }
  }

  #commit({ ref, parents, isOnRef, path, key, said }: Extract<Step, { kind: "commit" }>): void {
    const at = this.#commits.length;
    const name = REFS[ref] ?? "";
    const own = this.#refs.get(name);
    const others = at === 0 ? [] : parents.map((parent) => parent % at);
    const all = [...new Set([...(isOnRef && own ? [own.commit] : []), ...others])];
    const [first] = all;
    const before = first === undefined ? {} : (this.#commits[first]?.files ?? {});
    const file = PATHS[path] ?? "";
    this.#commits.push({ parents: all, files: { ...before, [file]: key }, said });
    const [oid = ""] = importCommits({ dir: this.#dir }, [
      {
        ref: `refs/made/${at}`,
        parents: all.map((parent) => this.#oids[parent] ?? ""),
        files: { [file]: key === null ? `nothing ${at % 3}\n` : `${keyOf(`${key}`)}\n` },
        message: said === null ? `commit ${at}` : `${at} ${keyOf(`${said}`)}`,
        time: 1_790_000_000 + ((at * 7919) % 1000) * 3600,
      },
    ]);
    this.#oids.push(oid);
    this.#point(name, at);
  }

  #point(name: string, commit: number): void {
    this.#refs.set(name, { commit, key: null });
    this.#git("update-ref", name, this.#oids[commit] ?? "");
  }

  #tag({ to, key }: Extract<Step, { kind: "tag" }>): void {
    if (this.#commits.length === 0) return;
    const commit = to % this.#commits.length;
    const name = `v${this.#tags++}`;
    this.#git("tag", "-a", "-m", keyOf(`${key}`), name, this.#oids[commit] ?? "");
    this.#refs.set(`refs/tags/${name}`, { commit, key });
  }

  #git(...words: readonly string[]): void {
    const who = { GIT_COMMITTER_NAME: "Grace", GIT_COMMITTER_EMAIL: "grace@example.com" };
    execFileSync("git", ["-C", this.#dir, ...words], { env: { PATH: process.env["PATH"], ...who } });
  }
}

/**
 * Sweeps repositories after each of their days, and expects each night to know every key that any ref had reached in any
 * night so far: as many as by reading all of it each time. Gives how many nights went on from an earlier one.
 */
export async function expectKeysOfAnyNights(
  org: SweptOrganization,
  repositories: readonly (readonly (readonly Step[])[])[],
): Promise<number> {
  const models = await Promise.all(
    repositories.map(async (_, at) => new Model((await org.github.repository(`acme/any${at}`)).dir)),
  );
  const expected = models.map(() => new Set<number>());
  let state = { organization: "acme", at: new Date(0), repositories: [] as readonly SweptRepository[] };
  let continued = 0;
  for (let night = 0; night < Math.max(...repositories.map(({ length }) => length)); night += 1) {
    for (const [at, model] of models.entries()) {
      for (const one of repositories[at]?.[night] ?? []) model.take(one);
      for (const key of model.keys) expected[at]?.add(key);
    }
    const records = await org.scan(await org.plan(1, state));
    continued += records.filter((record) => record.state === "continued").length;
    const resolved = resolveRecords(records, state);
    expect(resolved.flatMap(({ gaps }) => gaps)).toEqual([]);
    for (const [at, keys] of expected.entries()) {
      const found = resolved.find(({ name }) => name === `acme/any${at}`)?.keys.map(({ fingerprint }) => fingerprint);
      expect(found?.toSorted(), `any${at}, night ${night}`).toEqual(
        [...keys].map((key) => fingerprintOf(`${key}`)).toSorted(),
      );
    }
    state = updateState("acme", new Date(0), resolved, state);
  }
  return continued;
}
