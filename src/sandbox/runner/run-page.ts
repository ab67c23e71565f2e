/** How loud an annotation is, in GitHub's words. */
export type AnnotationLevel = "error" | "warning" | "notice";

/** An annotation on a run's page. `properties` say where it stands: `title`, `file`, `line` and others. */
export type ShownAnnotation = { level: AnnotationLevel; message: string; properties: Readonly<Record<string, string>> };

/** How many annotations of one level a step may have; the others stand in the log alone. */
const MOST_OF_A_LEVEL = 10;

/** The longest message of an annotation, in characters. */
const LONGEST_MESSAGE = 4096;

/** The largest summary of a step, in bytes. Of a larger one nothing is shown. */
const LARGEST_SUMMARY = 1_048_576;

const COMMAND = /^\s*::(error|warning|notice)(?: ([^:]*))?::(.*)$/gm;

/** Parses the annotations that a step's output asks for, as far as the run's page shows them. */
export function parseAnnotations(stdout: string): readonly ShownAnnotation[] {
  const counts = { error: 0, warning: 0, notice: 0 };
  return [...stdout.matchAll(COMMAND)].flatMap(([, word, list = "", text = ""]) => {
    const level = word as AnnotationLevel;
    counts[level] += 1;
    if (counts[level] > MOST_OF_A_LEVEL) return [];
    return [{ level, message: unescape(text).slice(0, LONGEST_MESSAGE), properties: parseProperties(list) }];
  });
}

function parseProperties(list: string): Readonly<Record<string, string>> {
  const pairs = list.split(",").filter((pair) => pair.includes("="));
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), unescape(pair.slice(at + 1))];
    }),
  );
}

/** The runner undoes what `@actions/core` does to line breaks and to its own signs. */
function unescape(text: string): string {
  return text
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
    .replaceAll("%3A", ":")
    .replaceAll("%2C", ",")
    .replaceAll("%25", "%");
}

/** The part of a summary's file that the run's page shows: all of it, or nothing. */
export function selectShownSummary(summary: string): string {
  return Buffer.byteLength(summary) > LARGEST_SUMMARY ? "" : summary;
}
