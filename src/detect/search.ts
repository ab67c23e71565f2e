import type { Confidence, DetectorNote, Hit } from "../domain/candidate.ts";
import { Secret } from "../domain/secret.ts";
import { type Anchor, type Key, SIGHT } from "./encodings/anchor.ts";
import { stands } from "./encodings/decoded.ts";
import { isPacked, PACKED_NEEDLES, type Packed, Packing } from "./encodings/packed-base64.ts";
import { strangerAt } from "./other-vendors.ts";
import { weighed } from "./placeholders/placeholders.ts";
import { type Prefilter, prefilter } from "./prefilter/prefilter.ts";
import { type View, Views } from "./sliding-window.ts";

/** All that is looked for, in one pass: the needles, and by their first bytes what each is for. */
export type Net = { filter: Prefilter; byFirst: ReadonlyMap<number, readonly Held[]> };

type Held = { bytes: Buffer; needle: number; use: Use };

type Use = { kind: "anchor"; anchor: Anchor } | { kind: "packed" } | { kind: "stranger" };

/** With `strangers` other vendors' keys are looked for as well. */
export function netOf(anchors: readonly Anchor[], strangers: boolean): Net {
  const held = [
    ...anchors.flatMap((anchor) => heldFor(anchor.needles, { kind: "anchor", anchor })),
    ...heldFor(PACKED_NEEDLES, { kind: "packed" }),
    ...(strangers ? heldFor(STRANGERS, { kind: "stranger" }) : []),
  ];
  const byFirst = new Map<number, Held[]>();
  for (const one of held) {
    const first = one.bytes[0] ?? 0;
    byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  return { filter: prefilter(held.map(({ bytes }) => bytes)), byFirst };
}

function heldFor(needles: readonly Buffer[], use: Use): readonly Held[] {
  return needles.map((bytes, needle) => ({ bytes, needle, use }));
}

const STRANGERS = [Buffer.from("sk-"), Buffer.from("sk_")];

/**
 * So often pieces of a blob are put together, and once more for so many bytes of it. It takes a third of a millisecond;
 * what is not made to be slow has a few places that need it.
 */
const JOINS = 2000;
const BETWEEN_JOINS = 512;

/** Before any place of a blob. */
const NOWHERE = -1;

/**
 * Searches the bytes of one blob, or of one file within it, as they pass. Holds two chunks and one run of base64 at the
 * most. What is packed in such a run is handed out unopened.
 */
export class Search {
  readonly #net: Net;
  readonly #aside: (aside: DetectorNote) => void;
  readonly #views = new Views(SIGHT);
  /** How far the blob was read by an anchor, and where its last key ended. */
  readonly #read = new Map<Anchor, { end: number; floor: number }>();
  #last: Hit | null = null;
  #joins = 0;
  #packing: Packing | null = null;

  constructor(net: Net, aside: (aside: DetectorNote) => void) {
    this.#net = net;
    this.#aside = aside;
  }

  /** What is found now that this chunk is here. */
  *add(chunk: Uint8Array): Generator<Hit | Packed> {
    for (const view of this.#views.add(chunk)) yield* this.#foundIn(view, false);
  }

  /** What is found in the rest when no more chunks come. */
  *rest(): Generator<Hit | Packed> {
    yield* this.#foundIn(this.#views.rest(), true);
  }

  *#foundIn(view: View, isLast: boolean): Generator<Hit | Packed> {
    const { bytes, offset, from, until } = view;
    yield* this.#collect(view, isLast);
    for (const at of this.#net.filter.places(bytes, from - offset, until - offset)) {
      for (const { bytes: needle, needle: index, use } of this.#net.byFirst.get(bytes[at] ?? 0) ?? []) {
        if (!stands(needle, bytes, at)) continue;
        switch (use.kind) {
          case "anchor":
            yield* this.#hits(view, at, index, use.anchor);
            break;
          case "packed":
            if (this.#packing || !isPacked(bytes, at, index)) break;
            this.#packing = new Packing(index, offset + at);
            yield* this.#collect(view, isLast);
            break;
          case "stranger":
            this.#tellStranger(view, at);
            break;
          default:
            use satisfies never;
        }
      }
    }
  }

  *#collect({ bytes, offset }: View, isLast: boolean): Generator<Packed> {
    if (!this.#packing?.take(bytes, offset, isLast)) return;
    const packed = this.#packing.packed();
    this.#packing = null;
    if (packed) yield packed;
  }

  *#hits({ bytes, offset }: View, at: number, needle: number, anchor: Anchor): Generator<Hit> {
    const { end, floor } = this.#read.get(anchor) ?? { end: NOWHERE, floor: NOWHERE };
    if (offset + at < end) return;
    const mayJoin = () => this.#mayJoin(offset + at);
    const read = anchor.read({ text: bytes, at, offset, floor: floor - offset, mayJoin }, needle);
    if (!read) return;
    this.#read.set(anchor, { end: offset + read.end, floor: read.key ? offset + read.key.end : floor });
    const hit = read.key && this.#hitOf(read.key, offset);
    if (!hit || isKnown(hit, this.#last)) return;
    this.#last = hit;
    yield hit;
  }

  #hitOf({ text, others, start, end, kind, confidence, encoding }: Key, offset: number): Hit | null {
    const place = { offset: offset + start, length: end - start };
    const readings = [text, ...others].map((one) => ({ one, weight: weighed(one, confidence) }));
    const [own] = readings;
    const [first, ...rest] = readings.filter(({ weight }) => weight.kind === "key");
    if (first?.weight.kind !== "key") {
      const what = own?.weight.kind === "look-alike" ? own.weight.what : "a placeholder";
      this.#aside({ kind: "look-alike", what, offset: place.offset });
      return null;
    }
    // What looks made up may be written around a key: the key is not lost for that, and no more than suspected.
    const sure = first === own ? first.weight.confidence : "suspected";
    const alternatives = rest.map(({ one }) => new Secret(one));
    const known = { kind, confidence: sure, encoding, alternatives, member: null };
    return { secret: new Secret(first.one), ...known, ...place };
  }

  #mayJoin(place: number): boolean {
    if (this.#joins >= JOINS + place / BETWEEN_JOINS) {
      this.#aside({ kind: "unread", why: "it has too many parts of keys to put them all together" });
      return false;
    }
    this.#joins += 1;
    return true;
  }

  #tellStranger({ bytes, offset }: View, at: number): void {
    const what = strangerAt(bytes, at);
    if (what !== null) this.#aside({ kind: "look-alike", what, offset: offset + at });
  }
}

const RANK = { suspected: 1, likely: 2, certain: 3 } as const satisfies Record<Confidence, number>;

/** Whether a hit stands where another was found in another way, and is no surer. */
function isKnown(hit: Hit, last: Hit | null): boolean {
  if (!last || hit.offset >= last.offset + last.length || hit.offset + hit.length <= last.offset) return false;
  return RANK[hit.confidence] <= RANK[last.confidence];
}
