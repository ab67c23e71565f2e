import {
  describeAllProxy,
  describeNoProxy,
  describeProxy,
  describeReachable,
  describeRightClock,
  describeUnheededProxy,
  describeUnknownClock,
  describeUnreachable,
  describeWrongClock,
  describeWrongProxy,
  type FailedRequest,
  type NetworkFailure,
} from "../messages/doctor/network.ts";
import { escapePlain } from "../report/escape.ts";
import { type Check, type CheckId, createCheck } from "./check.ts";
import type { DoctorContext } from "./context.ts";

/** Half of a minute is no skew: answers take time, and GitHub's and OpenAI's `Date` is in seconds. In milliseconds. */
const MOST_SKEW = 300_000;

/** The first version of Node whose fetch uses proxies. */
const PROXY_NODE = 24;

/** What a host answered: how fast, and how far its clock is from ours in milliseconds (ours minus its). */
type Answer = { check: Check; skew: number | null };

/** Checks whether OpenAI and GitHub answer, the proxy, and the clock by what they answer. Sends no key and no token. */
export async function checkNetwork(context: DoctorContext): Promise<readonly Check[]> {
  const { baseURL, github } = context;
  // Node loads its fetch with the first request, which would count as the time that a server took.
  await fetch("data:,");
  const answers = await Promise.all([
    reach("reach-openai", `${baseURL}/models`, context),
    reach("reach-github", github.apiUrl, context),
  ]);
  const skews = answers.flatMap(({ skew }) => (skew === null ? [] : [skew]));
  return [...answers.map(({ check }) => check), checkProxy(context), checkClock(skews)];
}

async function reach(id: CheckId, address: string, context: DoctorContext): Promise<Answer> {
  const { clock, timeout, fetch: send = fetch } = context;
  const host = escapePlain(new URL(address).host);
  const proxy = findVariable(context, PROXY_VARIABLES);
  const started = clock.elapsed();
  try {
    const { status, headers, body } = await send(address, {
      redirect: "manual",
      signal: AbortSignal.timeout(timeout),
      headers: { accept: "application/json", "user-agent": "openai-key-guard" },
    });
    const latency = Math.round(clock.elapsed() - started);
    await body?.cancel();
    const date = Date.parse(headers.get("date") ?? "");
    const skew = Number.isNaN(date) ? null : clock.now().getTime() - date;
    const failure = classifyAnswer(status, headers.get("content-type") ?? "");
    if (failure === null) return { check: createCheck(id, "ok", describeReachable(host, latency)), skew };
    return { check: createFailure(id, host, { failure, reason: String(status), proxy }), skew };
  } catch (error) {
    const code = readCode(error);
    const failure = classifyCode(code);
    return { check: createFailure(id, host, { failure, reason: code, proxy }), skew: null };
  }
}

/** What is wrong on this side is a problem; a network that is not there is only unknown. */
function createFailure(id: CheckId, host: string, failed: FailedRequest): Check {
  const isOurs = failed.failure === "tls" || failed.failure === "web-page" || failed.failure === "proxy-login";
  return createCheck(id, isOurs ? "problem" : "unknown", describeUnreachable(host, failed));
}

/** Both APIs answer this request with JSON, whatever the status: without a key it is mostly a refusal. */
function classifyAnswer(status: number, type: string): NetworkFailure | null {
  if (status === 407) return "proxy-login";
  if (status >= 500) return "outage";
  const isRedirect = status >= 300 && status < 400;
  return isRedirect || /\bhtml\b/i.test(type) ? "web-page" : null;
}

const TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/;

function classifyCode(code: string | null): NetworkFailure {
  if (code === null) return "connection";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "dns";
  if (/TIMEDOUT|TIMEOUT/.test(code)) return "time";
  return TLS.test(code) ? "tls" : "connection";
}

/** The code of a failed request: of the error behind it, or the name of what ended it. */
function readCode(error: unknown): string | null {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string" && /^[A-Z][A-Z0-9_]{2,60}$/.test(one.code)) return one.code;
    if (one.name === "TimeoutError" || one.name === "AbortError") return "TIMEOUT";
  }
  return null;
}

const PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY"] as const;

function findVariable({ environment }: DoctorContext, names: readonly string[]): string | null {
  return names.find((name) => environment[name]) ?? null;
}

function checkProxy(context: DoctorContext): Check {
  const { environment, node } = context;
  const variable = findVariable(context, PROXY_VARIABLES);
  const all = findVariable(context, ["all_proxy", "ALL_PROXY"]);
  if (variable === null) {
    return all === null
      ? createCheck("proxy", "ok", describeNoProxy())
      : createCheck("proxy", "problem", describeAllProxy(all));
  }
  if (!URL.canParse(environment[variable] ?? "")) return createCheck("proxy", "problem", describeWrongProxy(variable));
  if (Number.parseInt(node, 10) < PROXY_NODE) {
    return createCheck("proxy", "problem", describeUnheededProxy(variable, node));
  }
  return createCheck("proxy", "ok", describeProxy(variable, findVariable(context, ["no_proxy", "NO_PROXY"])));
}

/** Servers whose clocks agree are believed before ours; one that is right is enough for ours to be. */
function checkClock(skews: readonly number[]): Check {
  const [skew] = skews.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  if (skew === undefined) return createCheck("clock", "unknown", describeUnknownClock());
  if (Math.abs(skew) <= MOST_SKEW)
    return createCheck("clock", "ok", describeRightClock(Math.round(Math.abs(skew) / 1000)));
  const minutes = Math.round(Math.abs(skew) / 60_000);
  return createCheck("clock", "problem", describeWrongClock(minutes, skew > 0 ? "ahead" : "behind"));
}
