import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";

const TOP = path.resolve(import.meta.dirname, "..");

type Component = {
  "bom-ref": string;
  name: string;
  version: string;
  scope?: string;
  properties?: { name: string; value: string }[];
};
/** A bill of materials as npm writes it (CycloneDX 1.5), as far as it is changed here. */
export type Bom = {
  metadata: { component: Component } & Record<string, unknown>;
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
} & Record<string, unknown>;

/** The packages whose code stands in `dist`, as `name@version`: those whose licences were put there. */
export function bundledIn(licences: string): readonly string[] {
  return [...licences.matchAll(/^-{80}\n\n(\S+) (\d\S*)$/gm)].map(([, name, version]) => `${name}@${version}`);
}

/**
 * npm's bill lists all that is installed to build and test, and calls it development. What a user runs is the bundle: this
 * keeps what went into it.
 *
 * @throws Error where the bill lacks a package that was bundled.
 */
export function billOf(name: string, bom: Bom, bundled: readonly string[]): Bom {
  const kept = bom.components.filter((one) => bundled.includes(`${one.name}@${one.version}`));
  const lacking = bundled.filter((id) => !kept.some((one) => `${one.name}@${one.version}` === id));
  if (lacking.length > 0)
    throw new Error(`the bill of materials lacks ${lacking.join(", ")}; dist is not built from package-lock.json`);
  const own = bom.metadata.component;
  const refs = new Set([own["bom-ref"], ...kept.map((one) => one["bom-ref"])]);
  return {
    ...bom,
    // npm names it by the folder it stands in.
    metadata: { ...bom.metadata, component: { ...own, name } },
    components: kept.map((one) => ({
      ...one,
      scope: "required",
      properties: (one.properties ?? []).filter((property) => property.name !== "cdx:npm:package:development"),
    })),
    dependencies: bom.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

// npm sbom --package-lock-only --sbom-format cyclonedx | node scripts/sbom.ts > sbom.cdx.json
if (import.meta.main) {
  const { name } = JSON.parse(readFileSync(path.join(TOP, "package.json"), "utf8")) as { name: string };
  const bundled = bundledIn(readFileSync(path.join(TOP, "dist/licenses.txt"), "utf8"));
  const bill = billOf(name, JSON.parse(await text(process.stdin)) as Bom, bundled);
  process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
}
