/** Rows of cells as Markdown. The first row is the heading. */
export function renderTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** Rows of cells for a terminal. */
export function alignTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/**
 * A page with each section written anew between the markers that name it, `<!-- NAME:start -->` and `<!-- NAME:end -->`.
 * Throws where the page has no such place, or a place that no section fills: its numbers would be old ones.
 */
export function withSections(page: string, sections: Readonly<Record<string, string>>): string {
  const places = [...page.matchAll(/<!-- ([\w-]+):start -->/g)].map(([, name = ""]) => name);
  const stale = places.find((name) => !Object.hasOwn(sections, name));
  if (stale) throw new Error(`nothing was measured for the place ${stale}`);
  return Object.entries(sections).reduce((text, [name, content]) => {
    const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
    const [from, to] = [text.indexOf(start), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`the page has no place for ${name}: ${start} and ${end}`);
    return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
  }, page);
}
