/** Why a message did not arrive; `status` is that of the answer. */
export type NotifyFailure =
  | { kind: "private-address" }
  | { kind: "no-answer" }
  | { kind: "redirect"; status: number }
  | { kind: "unknown-address"; status: number }
  | { kind: "limited"; status: number }
  | { kind: "outage"; status: number }
  | { kind: "refused"; status: number };

/** That nobody was told. `name` is the setting with the address, `receiver` who was to be told. The result stands. */
export function describeNotifyFailure(name: string, receiver: string, failure: NotifyFailure): string {
  return `The message to ${receiver} was not sent: ${explain(name, failure)} The result of the run is not affected.`;
}

/** Who receives a message, by its format. */
export const RECEIVERS = { slack: "Slack", teams: "Teams", json: "the webhook" } as const;

function explain(name: string, failure: NotifyFailure): string {
  switch (failure.kind) {
    case "private-address":
      return `the host in ${name} leads to a private address. Use an address that the internet can reach.`;
    case "no-answer":
      return `nobody answered three times. Check ${name}, and whether this machine may reach its host.`;
    case "redirect":
      return `the answer was a redirect (${failure.status}), which is not followed. Put the final address into ${name}.`;
    case "unknown-address":
      return `the answer was ${failure.status}. The address in ${name} is wrong, or it was revoked.`;
    case "limited":
      return `it was asked to slow down (${failure.status}).`;
    case "outage":
      return `the answer was ${failure.status}, three times.`;
    case "refused":
      return `the answer was ${failure.status}. If the address in ${name} takes this format, please report this.`;
    default:
      return failure satisfies never;
  }
}
