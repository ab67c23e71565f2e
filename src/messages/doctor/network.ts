import { type CheckText, describeFact } from "./check-text.ts";

/** Says that a host answers, and how fast. */
export function describeReachable(host: string, milliseconds: number): CheckText {
  return describeFact(`${host} answers after ${milliseconds} ms.`);
}

/** Why a host could not be reached. */
export type NetworkFailure = "dns" | "tls" | "time" | "connection" | "web-page" | "proxy-login" | "outage";

/** What to do where the network may be at fault; completed by what is known of a proxy. */
const CHECK_NETWORK = "Check the network.";

const FAILURES: Readonly<Record<NetworkFailure, readonly [detail: (host: string) => string, fix: string]>> = {
  dns: [(host) => `${host} was not found by DNS.`, CHECK_NETWORK],
  tls: [
    (host) => `The TLS certificate of ${host} is not trusted here.`,
    "If a proxy inspects TLS, set NODE_EXTRA_CA_CERTS to the file with its certificate.",
  ],
  time: [(host) => `${host} did not answer in time.`, CHECK_NETWORK],
  connection: [(host) => `${host} could not be reached.`, CHECK_NETWORK],
  "web-page": [
    (host) => `A web page answers in place of ${host}, such as a proxy's login page.`,
    "Sign in at the proxy, or have it allow this address.",
  ],
  "proxy-login": [() => "The proxy asks for a login.", "Put its user name and password into HTTPS_PROXY."],
  outage: [(host) => `${host} answers with an error.`, "Try again later."],
};

/** A request that failed. `reason` is a code of the system, or a status; `proxy` is the variable that names one. */
export type FailedRequest = { failure: NetworkFailure; reason: string | null; proxy: string | null };

/** Says why a host could not be reached. */
export function describeUnreachable(host: string, { failure, reason, proxy }: FailedRequest): CheckText {
  const [describe, fix] = FAILURES[failure];
  const detail = describe(host);
  const advice = proxy === null ? "If there is a proxy here, set HTTPS_PROXY." : `Check the proxy in ${proxy}.`;
  return {
    detail: reason === null ? detail : `${detail.slice(0, -1)} (${reason}).`,
    fix: fix === CHECK_NETWORK ? `${fix} ${advice}` : fix,
  };
}

/** Says that there is no proxy. */
export function describeNoProxy(): CheckText {
  return describeFact("No proxy is set.");
}

/** Says which variable names the proxy, and whether another one names exceptions. */
export function describeProxy(variable: string, exceptions: string | null): CheckText {
  const except = exceptions === null ? "" : `, except for the hosts in ${exceptions}`;
  return describeFact(`${variable} is set. Requests go through that proxy${except}.`);
}

/** Says that this Node goes without the proxy. */
export function describeUnheededProxy(variable: string, version: string): CheckText {
  return {
    detail: `${variable} is set, but Node ${version} does not use it for requests to OpenAI.`,
    fix: "Run this with Node 24 or newer.",
  };
}

/** Says that the variable with the proxy holds no URL. */
export function describeWrongProxy(variable: string): CheckText {
  return { detail: `${variable} is not a URL.`, fix: "Write it as http://host:port." };
}

/** Says that only git uses this proxy. */
export function describeAllProxy(variable: string): CheckText {
  return {
    detail: `${variable} is set, but requests to OpenAI and GitHub do not use it.`,
    fix: "Set HTTPS_PROXY as well.",
  };
}

/** Says that the clock is right. */
export function describeRightClock(seconds: number): CheckText {
  return describeFact(`The clock differs from the servers' by ${seconds} s.`);
}

/** Says that the clock is wrong. */
export function describeWrongClock(minutes: number, direction: "ahead" | "behind"): CheckText {
  return {
    detail: `The clock is ${minutes} minutes ${direction}. Expiry and times in reports are wrong.`,
    fix: "Set the clock, for example by NTP.",
  };
}

/** Says that there was nothing to compare the clock with. */
export function describeUnknownClock(): CheckText {
  return describeFact("The clock was not compared, because no server answered.");
}
