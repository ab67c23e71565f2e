import { platform } from "node:os";
import type { Environment } from "../../git/git.ts";
import type { Address } from "./address.ts";

/** The standard variables for proxies and certificates, as curl and OpenSSL read them. */
const PASSED_ON = /^(?:(?:https?|all|no)_proxy|ssl_cert_(?:file|dir)|git_ssl_ca(?:info|path))$/i;

/**
 * The variables with which git may reach one address and nothing else. All settings go by the environment of the one
 * process, the token among them: arguments can be listed by any user, and files stay. `home` is an empty folder, so that
 * curl finds no `.netrc`. GitHub takes a token for the password of `x-access-token`, as actions/checkout sends it.
 */
export function accessTo(
  { url, protocol }: Address,
  token: string | null,
  environment: Environment,
  home: string,
): Readonly<Record<string, string>> {
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  const settings: readonly (readonly [name: string, value: string])[] = [
    ["remote.origin.url", url],
    // Else newer gits ask for the default branch too, each time.
    ["remote.origin.followRemoteHEAD", "never"],
    ["protocol.version", "2"],
    // The server is told nothing of what is here: one question less to wait for, and of a commit that came without its
    // trees it would believe that they are here too.
    ["fetch.negotiationAlgorithm", "noop"],
    ["credential.helper", ""],
    // A redirect would show the token to whoever it leads to.
    ["http.followRedirects", "false"],
    // Fewer than so many bytes a second, for so many seconds: then nobody is sending any more.
    ["http.lowSpeedLimit", "100"],
    ["http.lowSpeedTime", "60"],
    // Old repositories have trees that fsck refuses and that can be read; nothing is ever checked out of them.
    ["fetch.fsckObjects", "false"],
    ["gc.auto", "0"],
    ["maintenance.auto", "false"],
    // Git for Windows keeps its list of certificates in the system's settings, which are not read here.
    ...(platform() === "win32" ? [["http.sslBackend", "schannel"] as const] : []),
    ...(token === null ? [] : [[`http.${url}.extraheader`, `AUTHORIZATION: basic ${basic}`] as const]),
  ];
  const passed = Object.entries(environment).filter((entry): entry is [string, string] => {
    return PASSED_ON.test(entry[0]) && entry[1] !== undefined;
  });
  return {
    ...Object.fromEntries(passed),
    ...Object.fromEntries(
      settings.flatMap(([name, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, name],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
    GIT_CONFIG_COUNT: String(settings.length),
    GIT_ALLOW_PROTOCOL: protocol,
    HOME: home,
    USERPROFILE: home,
  };
}
