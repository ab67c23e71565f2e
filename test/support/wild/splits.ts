import { HERE } from "./encodings.ts";
import { pick } from "./shapes.ts";

/** A way to keep a key in pieces. `most`: of no more pieces than that. */
export type Split = { name: string; most: number; write: (pieces: readonly string[]) => string };

const NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight"];
const ORDINALS = ["first", "second", "third", "fourth"];
const LETTERS = "abcdefgh";

/** Each piece in a text of its own, `HERE` before the first. */
const mapped = (pieces: readonly string[], one: (piece: string, index: number) => string, between: string) =>
  pieces.map((piece, index) => one(index === 0 ? HERE + piece : piece, index)).join(between);

/** Pieces put together by an operator, or nothing, between their quotes. */
const joined = (name: string, before: string, between: string, after: string): Split => ({
  name,
  most: 8,
  write: (pieces) => before + mapped(pieces, (piece) => piece, between) + after,
});

/** A line, field or item a piece. */
const listed = (
  name: string,
  one: (piece: string, index: number) => string,
  between: string,
  [before, after]: readonly [string, string] = ["", "\n"],
  most = 8,
): Split => ({ name, most, write: (pieces) => before + mapped(pieces, one, between) + after });

// biome-ignore format: a way a line
export const SPLITS: readonly Split[] = [
  joined("JavaScript", 'const key = "', '" + "', '";\n'),
  joined("JavaScript without blanks", "x='", "'+'", "';\n"),
  joined("JavaScript, a line each", 'const key =\n  "', '" +\n  "', '";\n'),
  joined("JavaScript, operators first", 'const key = "', '"\n  + "', '";\n'),
  joined("JavaScript with comments", 'const key = "', '" + /* more, don\'t tell */ "', '";\n'),
  joined("JavaScript with comments at line ends", 'const key = "', '" + // it\'s long\n  "', '";\n'),
  joined("JavaScript, backticks", "const key = `", "` + `", "`;\n"),
  joined("JavaScript, concat", 'const key = "', '".concat("', '");\n'),
  joined("JavaScript, join", "const key = ['", "', '", "'].join('');\n"),
  joined("JavaScript, nested templates", "key = `${'", "'}${'", "'}`;\n"),
  joined("behind other text", 'headers = { Authorization: "Bearer ', '" + "', '" }\n'),
  joined("before other text", 'args = "--key=', '" + "', ' --model x"\n'),
  joined("Python, implicitly", 'key = ("', '" "', '")\n'),
  joined("Python, implicitly, a line each", 'key = (\n    "', '"\n    "', '"\n)\n'),
  joined("Python, with prefixes", 'key = (b"', '"\n       b"', '")\n'),
  joined("Python, a tuple", "KEY = ('", "',\n       '", "')\n"),
  joined("C", 'char *key = "', '""', '";\n'),
  joined("C, a line each", 'const char key[] =\n\t"', '"\r\n\t"', '";\r\n'),
  joined("PHP", "$key = '", "' . '", "';\n"),
  joined("PHP without blanks", '$key="', '"."', '";\n'),
  joined("Visual Basic", 'key = "', '" & "', '"\n'),
  joined("Visual Basic, continued", 'key = "', '" & _\r\n    "', '"\r\n'),
  joined("Lua", 'local key = "', '" .. "', '"\n'),
  joined("Haskell", 'key = "', '" ++ "', '"\n'),
  joined("SQL", "SELECT '", "' || '", "';\n"),
  joined("Elixir", 'key = "', '" <> "', '"\n'),
  joined("Rust", 'concat!("', '", "', '")\n'),
  joined("Objective-C", 'NSString *k = @"', '" @"', '";\n'),
  joined("shell", "KEY='", "''", "'\n"),
  joined("Java, a builder", 'sb.append("', '").append("', '");\n'),
  joined("Java, a builder, a line each", 'sb.append("', '");\nsb.append("', '");\n'),
  joined("JSON in a notebook", '"source": ["key = (\\"', '\\"\\n",\n  "  \\"', '\\")"]\n'),
  joined("Go, a builder", 'b.WriteString("', '")\n\tb.WriteString("', '")\n'),
  joined("JavaScript, added to", 'let key = "', '";\nkey += "', '";\n'),
  joined("PHP, added to", "$key = '", "';\n$key .= '", "';\n"),
  joined("C++, a stream", 'out << "', '" << "', '";\n'),
  joined("a JSON array", '{"key": ["', '", "', '"]}\n'),
  joined("a JSON array, a line each", '{\n  "key": [\n    "', '",\n    "', '"\n  ]\n}\n'),
  joined("a C array", 'const char *k[] = { "', '", "', '", NULL };\n'),
  joined("a Terraform join", 'join("", ["', '", "', '"])\n'),
  joined("a line each, continued", 'KEY="', "\\\n", '"\n'),
  joined("a Makefile", "KEY := ", "\\\n", "\n"),
  joined("YAML, folded", 'key: "', "\\\n  ", '"\n'),
  joined("quoted-printable", "Subject: x\n\nKey: ", "=\r\n", "\r\n"),
  joined("a wrapped line", "The key:\n\n", "\n", "\n\nKeep it.\n"),
  joined("a wrapped comment", "# key: ", "\n# ", "\n"),
  joined("a wrapped quotation", "> ", "\n> ", "\n"),
  joined("a wrapped line in JSON", '{"text": "The key: ', "\\n", '"}\n'),
  listed("variables, numbered", (piece, n) => `const part${n + 1} = "${piece}";`, "\n"),
  listed("variables, numbered, on one line", (piece, n) => `a${n} = '${piece}'`, "; "),
  listed("variables with types", (piece, n) => `static const std::string k${n}="${piece}";`, "\n"),
  listed("variables, Go", (piece, n) => `\tpart${n} := "${piece}"`, "\n"),
  listed("variables, Rust", (piece, n) => `const PART_${n}: &str = "${piece}";`, "\n"),
  listed("variables, Java", (piece, n) => `  private static final String K${n} = "${piece}";`, "\n"),
  listed("variables, PHP", (piece, n) => `$k${n} = '${piece}';`, "\n"),
  listed("variables with comments", (piece, n) => `p${n} = "${piece}"  # part ${n}, isn't it`, "\n"),
  listed("variables, by letter", (piece, n) => `key_${LETTERS[n]} = "${piece}"`, "\n"),
  listed("variables, by ordinal", (piece, n) => `let ${ORDINALS[n]}Part = '${piece}'`, "\n", ["", "\n"], 4),
  listed("variables, by word", (piece, n) => `KEY_${NUMBERS[n]?.toUpperCase()} = "${piece}"`, "\n"),
  listed("variables among others", (piece, n) => `PART_${n} = "${piece}"`, "\n", ['MODEL = "gpt-4o"\n', '\nREGION = "us-east-1"\n']),
  listed("variables, the first of them in use", (piece, n) => (n === 0 ? `const p = "${piece}";` : `const k${n} = ${n === 1 ? "p" : `k${n - 1}`} + "${piece}";`), "\n"),
  listed(".env", (piece, n) => `KEY_PART_${n + 1}=${piece}`, "\n", ["MODEL=gpt-4o\n", "\nPORT=3000\n"]),
  listed(".env, in part quoted", (piece, n) => (n % 2 ? `K${n}="${piece}"` : `K${n}=${piece}`), "\n"),
  listed(".env, with blank lines and comments", (piece, n) => `# part ${n}\nKEY_${n}=${piece}\n`, "\n"),
  listed("shell", (piece, n) => `export OPENAI_K${n}=${piece}`, "\n"),
  listed("shell, on one line", (piece, n) => `K${n}=${piece}`, "; "),
  listed("Dockerfile", (piece, n) => `ENV KEY_${n}=${piece}`, "\n", ["FROM x\n", "\nRUN y\n"]),
  listed("Dockerfile, on one line", (piece, n) => `KEY_${n}=${piece}`, " ", ["ENV ", "\n"]),
  listed("batch", (piece, n) => `set K${n}=${piece}`, "\r\n", ["", "\r\n"]),
  listed("YAML", (piece, n) => `  part${n}: ${piece}`, "\n", ["openai:\n", "\nother: 1\n"]),
  listed("YAML, a list", (piece) => `  - ${piece}`, "\n", ["parts:\n", "\n"]),
  listed("YAML, a list in quotes", (piece) => `  - "${piece}"`, "\n", ["parts:\n", "\n"]),
  listed("properties", (piece, n) => `openai.key.${n}=${piece}`, "\n"),
  listed("INI", (piece, n) => `key${n} = ${piece}`, "\n", ["[openai]\n", "\n"]),
  listed("JSON", (piece, n) => `"k${n}": "${piece}"`, ", ", ['{"model": "gpt-4o", ', "}\n"]),
  listed("JSON, a line each", (piece, n) => `  "part_${n}": "${piece}"`, ",\n", ["{\n", "\n}\n"]),
  listed("PHP, an array", (piece, n) => `'p${n}' => '${piece}'`, ", ", ["[", "]\n"]),
  listed("Terraform", (piece, n) => `  part${n} = "${piece}"`, "\n", ["locals {\n", "\n}\n"]),
  listed("XML", (piece, n) => `  <part${n}>${piece}</part${n}>`, "\n", ["<key>\n", "\n</key>\n"]),
  listed("Android resources", (piece, n) => `  <string name="k${n}">${piece}</string>`, "\n"),
  listed("environment by index", (piece, n) => `os.environ["K${n}"] = "${piece}"`, "\n"),
  {
    name: "variables, the last first",
    most: 4,
    write: (pieces) =>
      `${pieces
        .map((piece, n) => `part${n + 1} = "${n === pieces.length - 1 ? HERE : ""}${piece}"`)
        .toReversed()
        .join("\n")}\n`,
  },
  {
    name: "a template around a variable",
    most: 2,
    write: ([first = "", second = ""]) => `const rest = "${HERE}${second}";\nconst key = \`${first}\${rest}\`;\n`,
  },
  {
    name: "a template with what is put in behind it",
    most: 2,
    write: ([first = "", second = ""]) => `key = "${HERE}${first}{}".format("${second}")\n`,
  },
];

/** A key cut in so many pieces, at places that the seed tells; none is very short. */
export function cutInto(key: string, count: number, seed: string): readonly string[] {
  const size = Math.floor(key.length / count);
  const room = Math.max(1, size >> 1);
  const cuts = Array.from(
    { length: count - 1 },
    (_, at) => (at + 1) * size - (room >> 1) + pick(room, `${seed}:${at}`),
  );
  return [0, ...cuts].map((start, at) => key.slice(start, cuts[at]));
}

/** Where a key can be cut that scanners look for it by its prefix and its marker: beside these, and within. */
export function cutsAround(key: string, marker: string): readonly (readonly string[])[] {
  const at = key.indexOf(marker);
  const body = key.lastIndexOf("-", at - 20) + 1 || 3;
  const places = [1, 2, 3, body, at, ...Array.from(marker, (_, index) => at + index + 1)];
  return places.map((place) => [key.slice(0, place), key.slice(place)]);
}
