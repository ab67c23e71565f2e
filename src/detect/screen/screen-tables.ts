import { ANCHORS } from "../anchors.ts";
import { buildTeddyTables } from "../prefilter/teddy-tables.ts";
import { createAnchorSet } from "../search.ts";

const NEEDLES = [...createAnchorSet(ANCHORS, false).byStart.values()].flatMap((needles) =>
  needles.map(({ bytes }) => bytes),
);

/** All needles of the search, each behind a byte with its length. */
export const SCREEN_NEEDLES: Buffer = Buffer.concat(NEEDLES.flatMap((needle) => [Buffer.of(needle.length), needle]));

/** What Teddy needs to find them. When the bundle is built, these two are worked out and written into it. */
export const SCREEN_TABLES: Buffer = Buffer.from(buildTeddyTables(NEEDLES));
