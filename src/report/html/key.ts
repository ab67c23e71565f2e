import type { Finding } from "../../domain/finding.ts";
import { listSteps } from "../advice/advice.ts";
import { describeOutcome } from "../done.ts";
import type { Setting } from "../markdown/key.ts";
import { getSeverity, isLiveAdminKey, type Severity } from "../severity.ts";
import { describeActionTaken } from "../wording/action-taken.ts";
import { describeIgnoreReason } from "../wording/ignore-reason.ts";
import { describeOwner } from "../wording/ownership.ts";
import { describeState, KIND_NAMES } from "../wording/states.ts";
import { describeStatus } from "../wording/status-phrase.ts";
import { type Markup, markup, NOTHING } from "./markup.ts";
import { renderTime } from "./moment.ts";
import { renderPlaces } from "./places.ts";
import { capitalize, renderLine } from "./sentence.ts";
import { renderTimeline } from "./timeline.ts";
import { renderUse } from "./use.ts";

/** How loud a finding is: names of styles. */
type Tone = "bad" | "warn" | "good" | "quiet";

const TONES = {
  exposed: "bad",
  lingering: "warn",
  dead: "good",
  older: "warn",
  ignored: "quiet",
} as const satisfies Record<Severity, Tone>;

/** How loud a finding is. */
export function toneOf(finding: Finding): Tone {
  return isLiveAdminKey(finding) ? "bad" : TONES[getSeverity(finding)];
}

/** All about one key. `id` is the anchor that the table links to. */
export function renderKey(finding: Finding, id: string, setting: Setting): Markup {
  const { kind, mask, fingerprint, confidence, validity, outcome, ignored } = finding;
  const deed = describeActionTaken(finding);
  const steps = listSteps(finding, setting.change);
  const at = outcome.kind === "contained" ? markup`, ${renderTime(outcome.at)}` : null;
  return markup`<article class="key ${toneOf(finding)}" id="${id}" aria-labelledby="${id}-h">
<h3 id="${id}-h">${capitalize(KIND_NAMES[kind])} <code>${mask}</code></h3>
<p class="tale"><span class="chip ${toneOf(finding)}">${capitalize(validity.kind)}</span> This key ${describeStatus([finding], setting.change)}.</p>
<dl class="facts">
<div><dt>Whose</dt><dd>${renderLine(describeOwner(finding))}</dd></div>
<div><dt>Works</dt><dd>${describeState(validity)}</dd></div>
<div><dt>Done</dt><dd>${describeOutcome(finding)}${at}</dd></div>
${deed && fact("Breaks", renderLine(deed.breaks))}${ignored && fact("Ignored", renderLine(describeIgnoreReason(ignored)))}<div><dt>Known by</dt><dd>fingerprint <code>${fingerprint}</code>; its shape is ${confidence}</dd></div>
</dl>
${
  steps.length === 0
    ? NOTHING
    : markup`<h4>What to do next</h4>
<ol class="steps">
${steps.map(
  (step) => markup`<li>${renderLine(step)}</li>
`,
)}</ol>
`
}${renderTimeline(finding, id)}${renderUse(finding)}${renderPlaces(finding, setting)}</article>
`;
}

function fact(name: string, told: Markup): Markup {
  return markup`<div><dt>${name}</dt><dd>${told}</dd></div>
`;
}
