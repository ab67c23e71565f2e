import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { faultsOf, notesOf, type Places, placesHere } from "../scripts/release.ts";
import { type Bom, billOf, bundledIn } from "../scripts/sbom.ts";
import { read, type Step, TOP } from "./recipes/workflows.ts";

const run = promisify(execFile);
const { version } = JSON.parse(read("package.json")) as { version: string };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "release-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the version", () => {
  const places: Places = {
    manifest: '{"version":"1.2.3"}',
    lock: '{"version":"1.2.3","packages":{"":{"version":"1.2.3"}}}',
    source: 'export const VERSION = "1.2.3";',
    changelog: "# Changelog\n\n## 1.2.3 - 2026-11-21\n\n### Fixed\n\n- All.\n\n## 1.2.2 - 2026-11-20\n\n- Old.\n",
    pages: { "README.md": "uses: openai-key-guard/openai-key-guard@v1.2.3\n" },
  };

  test("is the same wherever it is written, or there is no release", () => {
    expect(faultsOf("v1.2.3", places)).toEqual([]);
    expect(faultsOf("v1.2.4", places)).toHaveLength(5);
    expect(faultsOf("1.2.3", places)).toEqual(["the tag 1.2.3 is not vX.Y.Z"]);
  });

  test.each([
    ["manifest", "package.json says 1.2.2"],
    ["lock", "package-lock.json says 1.2.2"],
    ["source", "src/version.ts says 1.2.2"],
  ] as const)("in %s is not forgotten", (place, fault) => {
    const [told] = faultsOf("v1.2.3", { ...places, [place]: places[place].replaceAll("1.2.3", "1.2.2") });
    expect(told).toContain(fault);
  });

  test("a page that has npm install an earlier version is told", () => {
    const pages = { "docs/ci-systems.md": "npm install --global openai-key-guard@1.2.2\n" };
    expect(faultsOf("v1.2.3", { ...places, pages })).toEqual(["docs/ci-systems.md shows 1.2.2, and the tag is 1.2.3"]);
  });

  test("is not released with changes that no version has yet", () => {
    const changelog = places.changelog.replace("## 1.2.3", "## Unreleased\n\n### Added\n\n- More.\n\n## 1.2.3");
    expect(faultsOf("v1.2.3", { ...places, changelog })).toEqual(["CHANGELOG.md has changes that are not released"]);
  });

  test("of this repository is the same everywhere but in CHANGELOG, which a release dates", () => {
    const faults = faultsOf(`v${version}`, placesHere());
    expect(faults.filter((fault) => !fault.startsWith("CHANGELOG.md"))).toEqual([]);
  });

  test("has notes, which are what CHANGELOG says of it", () => {
    expect(notesOf("v1.2.3", places.changelog)).toBe("### Fixed\n\n- All.\n");
    expect(notesOf("v1.2.2", places.changelog)).toBe("- Old.\n");
    expect(() => notesOf("v1.2.1", places.changelog)).toThrow("says nothing of v1.2.1");
  });
});

describe("the package", () => {
  let output: string;
  let release: string;
  let archive: string;
  beforeAll(async () => {
    const copy = path.join(folder, "copy");
    await mkdir(copy);
    const needed = ["dist", "schema", "scripts", "README.md", "LICENSE", "package.json", "package-lock.json"];
    for (const name of needed) await cp(path.join(TOP, name), path.join(copy, name), { recursive: true });
    await symlink(path.join(TOP, "node_modules"), path.join(copy, "node_modules"));
    await writeFile(path.join(copy, "CHANGELOG.md"), "# Changelog\n\n## 9.9.9 - 2026-11-21\n\n- All is new.\n");
    ({ stdout: output } = await run("bash", ["scripts/pack", "v9.9.9"], { cwd: copy, env: withNode() }));
    release = path.join(copy, "release");
    const [packed = ""] = (await readdir(release)).filter((file) => file.endsWith(".tgz"));
    archive = path.join(release, packed);
  });

  test("holds what it needs and no more, and nothing that is installed with it", async () => {
    // As tar lists them: the mode, and the path in the folder `package`.
    const { stdout } = await run("tar", ["-tvzf", archive]);
    const listed = [...stdout.matchAll(/^(\S+) .* package\/(.+)$/gm)].map(([, mode, file = ""]) => ({ mode, file }));
    const files = listed.map(({ file }) => file);
    const stray = files.filter(
      (file) =>
        !/^(?:dist\/[\w.-]+\.(?:js|txt)|dist\/types\/[\w/.-]+\.d\.ts|schema\/[\w.-]+\.json|(?:README|CHANGELOG)\.md|LICENSE|package\.json)$/.test(
          file,
        ),
    );
    expect(stray).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(["dist/cli.js", "dist/licenses.txt", "schema/report.v1.json"]));
    expect((await stat(archive)).size).toBeLessThan(1_250_000);
    expect(listed.find(({ file }) => file === "dist/cli.js")?.mode).toBe("-rwxr-xr-x");
    const manifest = JSON.parse(read("package.json")) as Record<string, unknown>;
    for (const kind of ["dependencies", "peerDependencies", "optionalDependencies", "bundleDependencies"]) {
      expect(manifest, kind).not.toHaveProperty(kind);
    }
    const scripts = Object.keys(manifest["scripts"] ?? {});
    expect(scripts.filter((name) => /^(?:pre|post)?(?:install|prepare|publish)/.test(name))).toEqual([]);
  });

  test("says which repository it comes from, without which npm takes no provenance", () => {
    const { repository } = JSON.parse(read("package.json")) as { repository?: { url: string } };
    expect(repository?.url).toBe("git+https://github.com/openai-key-guard/openai-key-guard.git");
  });

  test("has a bill of materials that names what was bundled", async () => {
    const bundled = bundledIn(read("dist/licenses.txt"));
    expect(bundled.length).toBeGreaterThan(10);
    const bill = JSON.parse(await readFile(path.join(release, "sbom.cdx.json"), "utf8")) as Bom;
    expect(bill.components.map((one) => `${one.name}@${one.version}`).toSorted()).toEqual(bundled.toSorted());
    expect(bill.metadata.component).toMatchObject({ name: "openai-key-guard", version });
    expect(JSON.stringify(bill)).not.toContain("development");
    expect(() => billOf("x", bill, [...bundled, "left-pad@1.0.0"])).toThrow("lacks left-pad@1.0.0");
  });

  test("is packed by the release's script, and what is packed runs", async () => {
    expect(output).toContain("all hold");
    const sums = await readFile(path.join(release, "SHA256SUMS"), "utf8");
    expect(sums.match(/^[0-9a-f]{64} {2}\S+$/gm)).toHaveLength(2);
    expect(await readFile(path.join(release, "NOTES.md"), "utf8")).toBe("- All is new.\n");
  });
});

/** The environment in which the Node of these tests comes first. */
function withNode(before?: string): NodeJS.ProcessEnv {
  const paths = [...(before ? [before] : []), path.dirname(process.execPath), process.env["PATH"]];
  return { ...process.env, PATH: paths.join(path.delimiter) };
}

describe("the release's last steps", () => {
  const { jobs } = parse(read(".github/workflows/release.yml")) as {
    jobs: Record<string, { steps: (Step & { name?: string })[] }>;
  };
  const step = (name: string) => jobs["publish"]?.steps.find((one) => one.name === name)?.run ?? "exit 99";

  /** Runs a step's script with a `gh` that answers as it is told, and gives what it was asked. */
  async function played(name: string, gh: string): Promise<{ asked: readonly string[]; code: number }> {
    const place = await mkdtemp(path.join(folder, "step-"));
    await mkdir(path.join(place, "bin"));
    await mkdir(path.join(place, "release"));
    await writeFile(path.join(place, "release/NOTES.md"), "- New.\n");
    await writeFile(path.join(place, "release/a.tgz"), "");
    const log = path.join(place, "asked");
    await writeFile(log, "");
    await writeFile(path.join(place, "bin/gh"), `#!/usr/bin/env bash\necho "$*" >> ${log}\n${gh}\n`);
    await chmod(path.join(place, "bin/gh"), 0o755);
    const env = {
      ...withNode(path.join(place, "bin")),
      GITHUB_REF_NAME: "v1.10.0",
      GITHUB_SHA: "a".repeat(40),
      GH_REPO: "acme/guard",
    };
    // As a runner does: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const code = await run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step(name)], {
      cwd: place,
      env,
    }).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    return { asked: (await readFile(log, "utf8")).trim().split("\n"), code };
  }

  test("publish a draft once its files are attached, since an immutable release takes none after", async () => {
    const { asked, code } = await played("Draft, attach, publish", "");
    expect(code).toBe(0);
    expect(asked.map((one) => one.split(" ").slice(0, 4).join(" "))).toEqual([
      "release create v1.10.0 --draft",
      "release edit v1.10.0 --draft=false",
    ]);
    expect(asked[0]).toMatch(/ release\/a\.tgz$/);
  });

  test("fail when the release is not immutable", async () => {
    expect(await played("It is immutable", "echo true")).toMatchObject({ code: 0 });
    expect(await played("It is immutable", "echo false")).toMatchObject({ code: 1 });
  });

  const moving = "Move the major tag, if this is its newest version";
  const newest = "case $* in *matching-refs*) printf 'refs/tags/v1.9.1\\nrefs/tags/v1.10.0\\n';; esac";

  test("move the major tag to the newest version", async () => {
    const { asked, code } = await played(moving, newest);
    expect(code).toBe(0);
    expect(asked.at(-1)).toBe(
      `api --method PATCH repos/acme/guard/git/refs/tags/v1 -f sha=${"a".repeat(40)} -F force=true`,
    );
  });

  test("make the major tag where there is none", async () => {
    const { asked, code } = await played(moving, `${newest}; case $* in *PATCH*) exit 1;; esac`);
    expect(code).toBe(0);
    expect(asked.at(-1)).toContain("--method POST repos/acme/guard/git/refs -f ref=refs/tags/v1 ");
  });

  test("leave the major tag where it is for a fix to an older version", async () => {
    const { asked, code } = await played(moving, newest.replace("v1.10.0", "v1.11.0"));
    expect(code).toBe(0);
    expect(asked).toHaveLength(1);
  });
});
