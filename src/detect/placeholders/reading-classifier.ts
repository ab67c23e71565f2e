import type { Hit, SilentKind } from "../../domain/candidate.ts";
import { Secret } from "../../domain/secret.ts";
import { PLACEHOLDERS } from "../../messages/look-alikes.ts";
import type { DecodedKey, DecodedReading } from "../encodings/anchor.ts";
import { classifyKey } from "./placeholders.ts";

/** What a key-shaped place holds: a key with its other readings, or what only looks like one. */
export type ClassifiedReadings =
  | { type: "key"; key: Pick<Hit, "secret" | "kind" | "confidence" | "alternatives"> }
  | { type: "look-alike"; what: string; silent: SilentKind };

/** A text of which no reading is a key. */
const MADE_UP = { what: PLACEHOLDERS.placeholder, silent: "placeholder" } as const;

/** So many different texts are remembered; a blob may have one over and over, and so may a history. */
const MOST_KNOWN = 256;

/** Tells keys from what only looks like one, each text once as long as it is among the last. */
export class ReadingClassifier {
  readonly #known = new Map<string, ClassifiedReadings>();

  /** Classifies the readings of one place. */
  classify({ others, text, kind, confidence }: DecodedKey): ClassifiedReadings {
    const readings = [{ text, kind, confidence }, ...others];
    const id = readings.map((reading) => `${reading.text} ${reading.kind} ${reading.confidence}`).join(" ");
    const known = this.#known.get(id) ?? classifyReadings(readings);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    this.#known.set(id, known);
    return known;
  }
}

function classifyReadings(all: readonly DecodedReading[]): ClassifiedReadings {
  const [own] = all;
  if (!own) throw new Error("a place has at least one reading");
  const readings = listKeys(all);
  const first = chooseReading(own, readings);
  if (!first) {
    const as = classifyKey(own.text, own.confidence, own.kind);
    const { what, silent } = as.kind === "look-alike" ? as : MADE_UP;
    return { type: "look-alike", what, silent };
  }
  // A made-up text may stand around a real key of an unknown length: that is not lost, and no more than suspected.
  const isOwn = first.text === own.text || first.confidence === "certain";
  const alternatives = readings
    .filter((reading) => reading !== first)
    .map(({ text, kind, confidence }) => ({ secret: new Secret(text), kind, confidence }));
  const confidence = isOwn ? first.confidence : "suspected";
  return { type: "key", key: { secret: new Secret(first.text), kind: first.kind, confidence, alternatives } };
}

/** The reading that comes first; where its text looks made up, the first certain one of the others. */
function chooseReading(own: DecodedReading, readings: readonly DecodedReading[]): DecodedReading | undefined {
  const [first] = readings;
  const isLikelyMadeUp = first?.text !== own.text || first.confidence !== own.confidence;
  return (isLikelyMadeUp && readings.find(({ confidence }) => confidence === "certain")) || first;
}

/** The readings that are no look-alikes, each text once, as sure as they are by the look of their text. */
function listKeys(readings: readonly DecodedReading[]): readonly DecodedReading[] {
  const texts = new Map(readings.toReversed().map((reading) => [reading.text, reading]));
  return readings
    .filter((reading) => texts.get(reading.text) === reading)
    .flatMap((reading) => {
      const as = classifyKey(reading.text, reading.confidence, reading.kind);
      return as.kind === "key" ? [{ ...reading, confidence: as.confidence }] : [];
    });
}
