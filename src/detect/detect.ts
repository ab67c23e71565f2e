import { type Detect, type Hit, isNoted } from "../domain/candidate.ts";
import { createBlobSearch } from "./blob-search.ts";
import { isClear } from "./screen/screen.ts";

/** What a detector does. `onSearch` is called before a blob is searched that the screen does not rule out. */
type DetectorOptions = { otherVendors: boolean; onSearch?: () => void };

/**
 * A detector that finds the keys of a blob. Most blobs are ruled out by the screen, and what searches the others is not
 * even loaded for a change that has none. What was noted of a blob before is noted again. With `otherVendors`, keys of other
 * vendors are noted as look-alikes.
 */
export function createDetector({ otherVendors, onSearch = () => {} }: DetectorOptions): Detect {
  let search: Detect | null = null;
  return (blob, note) => {
    if (isNoted(blob)) {
      for (const noted of blob.noted) note(noted);
      return NOTHING;
    }
    // The screen has no needles of other vendors.
    if (!otherVendors && isClear(blob.chunks)) return NOTHING;
    onSearch();
    search ??= createBlobSearch(otherVendors);
    return search(blob, note);
  };
}

const NOTHING: AsyncIterable<Hit> = {
  [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }),
};

/** The detector that every run has. */
export const detect: Detect = createDetector({ otherVendors: false });
