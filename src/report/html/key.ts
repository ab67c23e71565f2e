import type { Finding } from "../../domain/finding.ts";
import { advice } from "../advice/advice.ts";
import { done } from "../done.ts";
import type { Setting } from "../markdown/key.ts";
import { isAlarming, type Standing, standingOf } from "../severity.ts";
import { deedOf } from "../wording/action-taken.ts";
import { excuse } from "../wording/ignore-reason.ts";
import { whose } from "../wording/ownership.ts";
import { KIND_NAMES, said } from "../wording/states.ts";
import { taleOf } from "../wording/status-phrase.ts";
import { type Markup, markup, NOTHING } from "./markup.ts";
import { timed } from "./moment.ts";
import { places } from "./places.ts";
import { capital, sentence } from "./sentence.ts";
import { timeline } from "./timeline.ts";
import { use } from "./use.ts";

/** How loud a finding is: names of styles. */
type Tone = "bad" | "warn" | "good" | "quiet";

const TONES = {
  exposed: "bad",
  lingering: "warn",
  dead: "good",
  older: "warn",
  ignored: "quiet",
} as const satisfies Record<Standing, Tone>;

/** How loud a finding is. */
export function toneOf(finding: Finding): Tone {
  return isAlarming(finding) ? "bad" : TONES[standingOf(finding)];
}

/** All about one key. `id` is the anchor that the table links to. */
export function key(finding: Finding, id: string, setting: Setting): Markup {
  const { kind, mask, fingerprint, confidence, validity, outcome, ignored } = finding;
  const deed = deedOf(finding);
  const steps = advice(finding, setting.change);
  const at = outcome.kind === "contained" ? markup`, ${timed(outcome.at)}` : null;
  return markup`<article class="key ${toneOf(finding)}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${capital(KIND_NAMES[kind])} <code>${mask}</code></h3>
<p class="tale"><span class="chip ${toneOf(finding)}">${capital(validity.kind)}</span> This key ${taleOf([finding], setting.change)}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${sentence(whose(finding))}</dd></div>
<div><dt>Works</dt><dd>${said(validity)}</dd></div>
<div><dt>Done</dt><dd>${done(finding)}${at}</dd></div>
${deed && fact("Breaks", sentence(deed.breaks))}${ignored && fact("Ignored", sentence(excuse(ignored)))}<div><dt>Known by</dt><dd>fingerprint <code>${fingerprint}</code>; its shape is ${confidence}</dd></div>
</dl>
${
  steps.length === 0
    ? NOTHING
    : markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map(
  (step) => markup`<li>${sentence(step)}</li>
`,
)}</ol>
`
}${timeline(finding, id)}${use(finding)}${places(finding, setting)}</article>
`;
}

function fact(name: string, told: Markup): Markup {
  return markup`<div><dt>${name}</dt><dd>${told}</dd></div>
`;
}
