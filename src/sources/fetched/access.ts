import { platform } from "node:os";
import { UsageError } from "../../errors.ts";
import type { Environment } from "../../git/git.ts";
import {
  describeInvalidUrl,
  describeUnencryptedUrl,
  describeUrlWithQuery,
  URL_WITH_PASSWORD,
} from "../../messages/errors/fetch.ts";

/** The address of a repository on a server: `https://host/owner/name`, without a user name or password. */
export type RepositoryUrl = { url: string; protocol: "http" | "https" };

/** Hosts that are this machine: a token sent there crosses no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** The standard variables for proxies and certificates, as curl and OpenSSL read them. */
const NETWORK_VARIABLES = /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_ca(?:info|path))$/i;

type GitSetting = readonly [name: string, value: string];

const FETCH_SETTINGS: readonly GitSetting[] = [
  // Without this, newer versions of git also ask for the default branch with every fetch.
  ["remote.origin.followRemoteHEAD", "never"],
  ["protocol.version", "2"],
  // Negotiation would cost a round trip. It would also mislead the server: it assumes that a commit we have came with
  // its trees, and ours come without.
  ["fetch.negotiationAlgorithm", "noop"],
  ["credential.helper", ""],
  // A redirect would send the token to another host.
  ["http.followRedirects", "false"],
  // Bytes per second, and for how many seconds: a slower server counts as stalled.
  ["http.lowSpeedLimit", "100"],
  ["http.lowSpeedTime", "60"],
  // Old repositories have trees that fsck rejects but that can be read. Nothing is ever checked out.
  ["fetch.fsckObjects", "false"],
  ["gc.auto", "0"],
  // What is fetched is read once and thrown away: nobody needs it to be on the disk after the power failed.
  ["core.fsync", "none"],
  ["maintenance.auto", "false"],
];

/**
 * Parses the address of a repository.
 *
 * @throws UsageError where it is not https (http on loopback is allowed) or holds a password, which is not repeated.
 */
export function parseRepositoryUrl(url: string): RepositoryUrl {
  if (!URL.canParse(url)) throw new UsageError(describeInvalidUrl(url));
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  if (username !== "" || password !== "") {
    throw new UsageError(URL_WITH_PASSWORD);
  }
  if (search !== "" || hash !== "") {
    throw new UsageError(describeUrlWithQuery(url));
  }
  if (protocol === "https:") return { url, protocol: "https" };
  if (protocol === "http:" && LOOPBACK.test(hostname)) return { url, protocol: "http" };
  throw new UsageError(describeUnencryptedUrl(url));
}

/**
 * Builds the environment in which git may reach one server and nothing else. All settings, the token among them, are
 * passed in the environment of that one process: any user can list arguments, and files outlive the process. `home` is
 * an empty folder, so that curl finds no `.netrc`.
 */
export function buildFetchEnvironment(
  { url, protocol }: RepositoryUrl,
  token: string | null,
  environment: Environment,
  home: string,
): Readonly<Record<string, string>> {
  const settings: readonly GitSetting[] = [
    ["remote.origin.url", url],
    ...FETCH_SETTINGS,
    // Git for Windows names its certificates in the system settings, which are not read here.
    ...(platform() === "win32" ? [["http.sslBackend", "schannel"] as const] : []),
    ...(token === null ? [] : [[`http.${url}.extraheader`, formatAuthorization(token)] as const]),
  ];
  const network = Object.entries(environment).filter((entry): entry is [string, string] => {
    return NETWORK_VARIABLES.test(entry[0]) && entry[1] !== undefined;
  });
  return {
    ...Object.fromEntries(network),
    ...formatSettings(settings),
    GIT_ALLOW_PROTOCOL: protocol,
    HOME: home,
    USERPROFILE: home,
  };
}

/** GitHub takes a token as the password of the user `x-access-token`; actions/checkout sends it the same way. */
function formatAuthorization(token: string): string {
  return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
}

/** Settings as variables of one process (git-config(1), `GIT_CONFIG_COUNT`). */
function formatSettings(settings: readonly GitSetting[]): Readonly<Record<string, string>> {
  const variables = settings.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, name],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return { ...Object.fromEntries(variables), GIT_CONFIG_COUNT: String(settings.length) };
}
