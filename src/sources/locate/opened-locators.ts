import { type Base, BaseContents } from "./base-contents.ts";
import { BlobLocator, createLocatorContext, type LocatedRange, type LocatorContext } from "./blob-locator.ts";
import { ObjectLocator } from "./object-locator.ts";
import type { KeptObjects } from "./objects/kept-objects.ts";
import { Positions } from "./positions.ts";

// Loaded with the first hit: a clean change locates nothing.

/** What locates the hits of a range. */
export type RangeLocators = { context: LocatorContext; blobs: BlobLocator; objects: ObjectLocator };

/** Opens what locates the hits of a range; `reader` has what was kept of its commits and trees. The caller closes them. */
export function openRangeLocators(range: LocatedRange, reader: KeptObjects): RangeLocators {
  const context = createLocatorContext(range, reader);
  const blobs = new BlobLocator(context);
  return { context, blobs, objects: new ObjectLocator(context, blobs) };
}

/** What locates the hits of an index. */
export type IndexLocators = { base: BaseContents; positions: Positions };

/** Opens what locates the hits of an index; `base` is what HEAD has. The caller closes them. */
export function openIndexLocators(head: Base): IndexLocators {
  const base = new BaseContents(head);
  return { base, positions: new Positions(base, head.gaps) };
}
