import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";

const TOP = path.resolve(import.meta.dirname, "..");

/** What each folder may import: other folders, and packages. ARCHITECTURE.md says why. */
const LAW: Record<string, { rooms: readonly string[]; packages: RegExp }> = {
  errors: { rooms: [], packages: /^$/ },
  version: { rooms: [], packages: /^node:fs\/promises$/ },
  messages: { rooms: ["domain"], packages: /^$/ },
  exit: { rooms: ["domain", "errors"], packages: /^$/ },
  domain: { rooms: [], packages: /^node:crypto$/ },
  detect: { rooms: ["domain"], packages: /^(?:node:(?:crypto|zlib|stream|buffer)|yauzl)$/ },
  // The settings only for how a wrong entry is quoted, and the nearest right one.
  scan: { rooms: ["domain", "settings"], packages: /^$/ },
  // The one place that knows what a run is made of: it builds the World for all entry points.
  "scan/world": { rooms: ["detect", "domain", "journal", "openai", "settings"], packages: /^node:(?:http|v8)$/ },
  // Rules and what they come to, without asking anything: facts are collected by openai. Their numbers are written as
  // in every report.
  audit: { rooms: ["domain", "errors", "settings", "report/numbers"], packages: /^(?:micromatch|yaml)$/ },
  // An audit from its question to its end: the rules judge, and what is done about it goes the way of a leak.
  "audit-run": { rooms: ["audit", "domain", "errors", "git", "scan", "settings", "targets"], packages: /^$/ },
  // The file that says where keys live: read from a text, and turned into orders.
  "rotate/keys-file/parse": { rooms: ["domain", "errors", "settings"], packages: /^yaml$/ },
  "rotate/keys-file/orders": { rooms: ["domain", "errors", "settings"], packages: /^$/ },
  "rotate/keys-file/parse-entry": { rooms: ["domain", "errors", "settings"], packages: /^yaml$/ },
  // A rotation from its plan to its end: the old key is retired by the decision and the record of a leak.
  rotate: { rooms: ["domain", "scan"], packages: /^node:crypto$/ },
  // The one place that knows what a rotation reaches: OpenAI, and the places of keys.
  "rotate/connection": { rooms: ["domain", "openai", "scan", "settings"], packages: /^node:http$/ },
  settings: { rooms: ["detect", "domain", "errors"], packages: /^(?:node:crypto|fastest-levenshtein|yaml)$/ },
  git: { rooms: ["domain", "errors"], packages: /^node:.+$/ },
  sources: { rooms: ["domain", "errors", "git"], packages: /^(?:node:.+|fast-glob|micromatch)$/ },
  // Alerts are read from GitHub's API, whose shapes stop there.
  "sources/alerts/alerts-source": { rooms: ["domain", "github"], packages: /^$/ },
  "sources/alerts/sighting": { rooms: ["domain", "github"], packages: /^$/ },
  // A thread has the detector look at what it reads.
  "sources/history/history-worker": {
    rooms: ["detect", "domain", "git", "sources"],
    packages: /^node:worker_threads$/,
  },
  // A sweep of an organisation: its plan, its shards, and the merge, which goes the way of every scan.
  sweep: {
    rooms: ["domain", "errors", "git", "github", "report/safe-json", "scan", "sources", "version"],
    packages: /^(?:node:(?:crypto|fs\/promises|path)|micromatch)$/,
  },
  // A file of the base that says where keys are kept is parsed where such keys are rotated.
  "targets/base-keys": {
    rooms: ["domain", "errors", "git", "ignore-file", "rotate/keys-file/parse", "settings", "targets"],
    packages: /^$/,
  },
  "targets/keys-file": {
    rooms: ["domain", "errors", "git", "github", "ignore-file", "rotate/keys-file/parse", "settings"],
    packages: /^node:(?:fs\/promises|path)$/,
  },
  targets: {
    rooms: [
      "audit",
      "domain",
      "errors",
      "git",
      "github",
      "ignore-file",
      "rotate/keys-file/parse",
      "settings",
      "sources",
    ],
    packages: /^node:stream\/consumers$/,
  },
  openai: { rooms: ["domain", "errors"], packages: /^openai(?:\/.+)?$/ },
  github: { rooms: ["domain", "errors"], packages: /^@actions\/github$/ },
  "github/secrets/seal": { rooms: ["domain"], packages: /^libsodium-wrappers$/ },
  // Where a new key is put, each kind of place by itself.
  "rotate/stores/key-store": { rooms: ["domain", "github"], packages: /^$/ },
  "rotate/stores/command-store": { rooms: ["domain"], packages: /^node:(?:child_process|fs\/promises|path|process)$/ },
  "rotate/stores/file-store": {
    rooms: ["domain", "errors", "output-files"],
    packages: /^node:(?:crypto|fs|fs\/promises|path)$/,
  },
  // Names may spell keys in every form that the detector reads: what is written asks it.
  report: { rooms: ["detect", "domain"], packages: /^$/ },
  "report/audit/csv": { rooms: ["domain"], packages: /^csv-stringify\/sync$/ },
  sandbox: {
    rooms: ["domain", "errors"],
    packages: /^(?:node:.+|openai\/resources\/.+|@octokit\/openapi-(?:types|webhooks-types)|libsodium-wrappers)$/,
  },
  action: { rooms: ["*", "!cli", "!sandbox"], packages: /^(?:node:.+|@actions\/core)$/ },
  cli: { rooms: ["*", "!action"], packages: /^(?:node:.+|cli-progress|commander|supports-hyperlinks)$/ },
  library: { rooms: ["*", "!action", "!cli", "!sandbox"], packages: /^node:.+$/ },
  "output-files": { rooms: ["errors"], packages: /^node:.+$/ },
  // Messages to a channel or a program: what they say is the report's business.
  notify: { rooms: ["domain", "report"], packages: /^node:(?:crypto|dns\/promises|http|net)$/ },
  journal: { rooms: ["detect", "domain", "errors", "output-files"], packages: /^node:.+$/ },
  // It looks at everything that a run uses, each by what the run itself uses for it.
  doctor: {
    rooms: [
      "detect",
      "domain",
      "errors",
      "exit",
      "git",
      "github",
      "hooks",
      "ignore-file",
      "openai",
      "report",
      "scan",
      "settings",
      "targets",
      "version",
    ],
    packages: /^(?:node:(?:fs\/promises|http|path)|yaml)$/,
  },
  // Other managers of hooks are told which version to install.
  hooks: { rooms: ["domain", "errors", "git", "output-files", "version"], packages: /^node:.+$/ },
  "ignore-file": {
    rooms: ["domain", "errors", "git", "output-files", "settings", "sources"],
    packages: /^(?:node:.+|yaml)$/,
  },
};

/** The chapters of the domain, in the order of the story: each looks only backwards. */
const STORY = [
  "clock",
  "private-text",
  "gap",
  "path-text",
  "key-grammar",
  "secret",
  "change",
  "blob",
  "wide-text",
  "candidate",
  "sightings",
  "source",
  "sweep",
  "inventory",
  "redaction",
  "identity",
  "validity",
  "ignore-entry",
  "proof",
  "impact",
  "earlier-act",
  "protection",
  "decision",
  "outcome",
  "response",
  "audit-facts",
  "rotation-target",
  "rotation",
  "succession",
  "rotation-plan",
  "keys-file",
  "kept-key",
  "rotation-record",
  "journal",
  "key-minter",
  "registry",
  "finding",
  "report",
  "news",
  "restricted-rotation",
  "audit-report",
];

/** Words with one home: seeing one elsewhere means that something stands in the wrong room. */
const HOMES: readonly (readonly [RegExp, RegExp])[] = [
  [
    /\.reveal\(\)/,
    /^src\/(?:domain\/redaction|openai\/(?:registry|proof|access\/admin-reads|rotate\/minter)|sources\/alerts\/alerts-source|action\/run-step|notify\/send-message|github\/secrets\/seal|rotate\/stores\/(?:command|file)-store)\.ts$/,
  ],
  [/T3Blbk|\(\?:proj\b/, /^src\/domain\/key-grammar\.ts$/],
  [/redacted_value/, /^src\/(?:openai\/wire\.ts|sandbox\/)/],
  [/\bgetOctokit\b/, /^src\/github\/client\.ts$/],
  [/(?<![.\w])core\.(?:get|set|info|error|warning|notice|summary|debug)/, /^src\/action(?:\.ts$|\/)/],
  [/\bprocess\.(?!nextTick)/, /^src\/(?:action|cli|library)(?:\.ts$|\/)/],
  [/\bconsole\./, /^$/],
  // Node 20 has none of these, and the types know them all.
  [/\b(?:Map|Object)\.groupBy\b|\bArray\.fromAsync\b|\bPromise\.(?:try|withResolvers)\b|\bRegExp\.escape\b/, /^$/],
  [/\.(?:toArray|union|intersection|difference|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom)\(/, /^$/],
  [/\bDate\.now\(\)|\bnew Date\(\)|\bperformance\.now\b/, /^src\/domain\/clock\.ts$/],
  // A range that nobody reads would keep git waiting: a timer that ends a process is no wait.
  [/\bsetTimeout\(/, /^src\/(?:domain\/clock|sources\/(?:range\/range|staged\/index-source))\.ts$/],
];

/** What an exported function's name may begin with. A new verb is added here; a noun is not. */
const VERBS = new Set(
  [
    "add answer append begin build capitalize change check choose clarify classify clip collect compare",
    "compose compute concat conclude confirm contain count create decide decode deepen describe detect discard",
    "edit encode escape expire explain extract fetch find fix format get group identify ignore install join",
    "judge lend link list listen locate make mark match measure merge mint name normalize note open pack paint",
    "parse pipe plan poll print probe publish pull push quarantine quote rank read rebuild redact refuse",
    "remove render repeat replace require resolve restrict retire retry revoke rotate run scan seal select",
    "send serve set settle shorten show simulate skip sort splice split start store stress suggest take tell",
    "to trim truncate try uninstall unpack update watch wrap write",
    "are can get has is may",
  ].flatMap((line) => line.split(" ")),
);

/** The three words of the templates that sentences are written in: not calls, and so no verbs. */
const TEMPLATES = ["line", "words", "markup"];

const sources = filesIn("src").map((file) => ({ file, text: readFileSync(path.join(TOP, file), "utf8") }));

function filesIn(folder: string): readonly string[] {
  return readdirSync(path.join(TOP, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.posix.join(folder, name.split(path.sep).join("/")))
    .filter((name) => /\.[cm]?ts$/.test(name));
}

type Import = { target: string; isLazy: boolean; isType: boolean };

function importsOf(text: string): readonly Import[] {
  const statics = [...text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']/gm)];
  const lazies = [...text.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)];
  return [
    ...statics.map(([, type, target = ""]) => ({ target, isLazy: false, isType: type !== undefined })),
    ...lazies.map(([, target = ""]) => ({ target, isLazy: true, isType: false })),
  ];
}

/** `src/domain/gap.ts` → "domain"; `src/scan/scan.ts` → "run". */
function roomOf(file: string): string {
  return file.split("/")[1]?.replace(/\.ts$/, "") ?? "";
}

function within(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target);
}

describe("the architecture", () => {
  test.each(sources)("$file keeps to its room", ({ file, text }) => {
    const law = LAW[file.replace(/^src\/|\.ts$/g, "")] ?? LAW[roomOf(file)];
    if (!law) throw new Error(`${file} stands in no room`);
    for (const { target } of importsOf(text)) {
      if (!target.startsWith(".")) {
        expect(law.packages.test(target), `${file} imports ${target}`).toBe(true);
        continue;
      }
      const room = roomOf(within(file, target));
      const isOwn = room === roomOf(file);
      // Sentences are said everywhere but in the domain.
      const isMessage = room === "messages" && roomOf(file) !== "domain";
      const isAllowed =
        isMessage ||
        law.rooms.includes(room) ||
        law.rooms.includes(within(file, target).replace(/^src\/|\.ts$/g, "")) ||
        (law.rooms.includes("*") && !law.rooms.includes(`!${room}`));
      expect(isOwn || isAllowed, `${file} imports ${target}`).toBe(true);
    }
  });

  test("the chapters of the domain look only backwards, and all are in the story", () => {
    const chapters = sources.filter(({ file }) => roomOf(file) === "domain");
    expect(chapters.map(({ file }) => path.basename(file, ".ts")).toSorted()).toEqual(STORY.toSorted());
    for (const { file, text } of chapters) {
      for (const { target } of importsOf(text).filter((one) => one.target.startsWith("."))) {
        const [from, to] = [file, target].map((name) => STORY.indexOf(path.basename(name, ".ts")));
        expect(to, `${file} imports ${target}`).toBeLessThan(from ?? -1);
      }
    }
  });

  test.each([
    "src/action.ts",
    "src/cli.ts",
  ])("%s loads neither openai, nor octokit, nor the sandbox at its start", (door) => {
    const seen = new Set<string>();
    const visit = (file: string) => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = sources.find((one) => one.file === file)?.text ?? "";
      for (const { target, isLazy, isType } of importsOf(text)) {
        if (isLazy || isType) continue;
        if (target.startsWith(".")) visit(within(file, target));
        else
          expect(target, `${file} is reached from ${door}`).not.toMatch(
            /^openai|octokit|^@actions\/github|fast-glob|micromatch/,
          );
      }
    };
    visit(door);
    expect([...seen].filter((file) => file.includes("/sandbox/"))).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });

  test("words with one home stand nowhere else", () => {
    const strays = sources.flatMap(({ file, text }) =>
      text
        .split("\n")
        .flatMap((line, index) =>
          /^\s*(?:\/\/|\*|\/\*)/.test(line)
            ? []
            : HOMES.filter(([word, home]) => word.test(line) && !home.test(file)).map(
                ([word]) => `${file}:${index + 1} ${word}`,
              ),
        ),
    );
    expect(strays).toEqual([]);
  });

  test("no module is mocked in any test", () => {
    const word = ["vi", "mock"].join(".");
    const mocking = filesIn("test").filter((file) => readFileSync(path.join(TOP, file), "utf8").includes(word));
    expect(mocking).toEqual([]);
  });

  test("no file is a bag", () => {
    const bags = [...filesIn("src"), ...filesIn("test"), ...filesIn("scripts")].filter((file) =>
      /(?:^|\/)(?:utils?|helpers?|common|misc|shared|types|constants)(?:\.|\/|$)/.test(file),
    );
    expect(bags).toEqual([]);
  });
});

test("the bundle starts: no two of its files need each other before they are loaded", () => {
  // Help describes every command. Which module is in which file is decided in scripts/build.ts.
  const { status, stderr } = spawnSync(process.execPath, [path.join(TOP, "dist/cli.js"), "--help"], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

/** The files of src with what they export: functions, and types together with classes. */
const exported = sources.map(({ file, text }) => ({
  file,
  functions: [...text.matchAll(/^export (?:async )?function\*? ?(\w+)/gm)].map(([, name = ""]) => name),
  types: [...text.matchAll(/^export (?:abstract )?(?:type|interface|class) (\w+)/gm)].map(([, name = ""]) => name),
}));

describe("the names in src", () => {
  test("exported functions begin with a verb", () => {
    const nouns = exported.flatMap(({ file, functions }) =>
      functions
        .filter((name) => !VERBS.has(/^[a-z]+/.exec(name)?.[0] ?? "") && !TEMPLATES.includes(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(nouns).toEqual([]);
  });

  test("no type is exported under the name of another", () => {
    const all = exported.flatMap(({ file, types }) => types.map((name) => ({ file, name })));
    const byName = Map.groupBy(all, ({ name }) => name);
    const twice = [...byName].filter(([, homes]) => homes.length > 1);
    expect(twice.map(([name, homes]) => [name, ...homes.map(({ file }) => file)])).toEqual([]);
  });
});

describe("the folders of src", () => {
  test("hold at most a dozen files, but for the chapters of the domain and the commands of the command line", () => {
    const folders = Map.groupBy(sources, ({ file }) => path.posix.dirname(file));
    const crowded = [...folders].filter(([folder, { length }]) => length > 12 && !/^src\/(?:domain|cli)$/.test(folder));
    expect(crowded.map(([folder, { length }]) => `${folder}: ${length}`)).toEqual([]);
  });

  test("import in no circle, types included", () => {
    const next = new Map(
      sources.map(({ file, text }) => [
        file,
        importsOf(text)
          .filter(({ target }) => target.startsWith("."))
          .map(({ target }) => within(file, target)),
      ]),
    );
    const reached = (start: string) => {
      const seen = new Set<string>();
      const visit = (file: string) => {
        for (const one of next.get(file) ?? []) {
          if (seen.has(one)) continue;
          seen.add(one);
          visit(one);
        }
      };
      visit(start);
      return seen;
    };
    expect(sources.map(({ file }) => file).filter((file) => reached(file).has(file))).toEqual([]);
  });
});

/** Files of the bundle that need one another, and hold functions alone: whichever is first, nothing is used too early. */
const MUTUAL = ["commands.js", "doctor.js", "program.js"];

describe("the files of the bundle", () => {
  const texts = new Map(
    readdirSync(path.join(TOP, "dist"))
      .filter((name) => name.endsWith(".js"))
      .map((name) => [name, readFileSync(path.join(TOP, "dist", name), "utf8")]),
  );
  const next = (file: string) =>
    [...(texts.get(file) ?? "").matchAll(/^(?:import|export)\s[^;]*?["']\.\/([^"']+)["']/gm)].map(([, to = ""]) => to);

  test("need one another in no circle, in which one would be used before it is there", () => {
    const reached = (start: string) => {
      const seen = new Set<string>();
      const visit = (file: string) => {
        for (const one of next(file).filter((name) => !seen.has(name))) {
          seen.add(one);
          visit(one);
        }
      };
      visit(start);
      return seen;
    };
    const circular = [...texts.keys()].filter((file) => reached(file).has(file));
    expect(circular.filter((file) => !MUTUAL.includes(file))).toEqual([]);
    expect(texts.size).toBeGreaterThan(20);
  });
});
