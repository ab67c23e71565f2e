import { quoteForMessage, UsageError } from "../../errors.ts";

/** Where a repository is fetched from: `https://host/owner/name`, without a name or a password in it. */
export type Address = { url: string; protocol: "http" | "https" };

/** Hosts that are this machine: what is sent there passes no network. */
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** Reads an address. A UsageError says what is wrong with one; a password in it is not repeated. */
export function addressOf(url: string): Address {
  if (!URL.canParse(url))
    throw new UsageError(`${quoteForMessage(url)} is no address; write it as https://host/owner/name.`);
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  if (username !== "" || password !== "") {
    throw new UsageError("The repository's address holds a name or a password; give the token apart from it.");
  }
  if (search !== "" || hash !== "") {
    throw new UsageError(`${quoteForMessage(url)} is no address of a repository; leave out what follows its path.`);
  }
  if (protocol === "https:") return { url, protocol: "https" };
  if (protocol === "http:" && LOOPBACK.test(hostname)) return { url, protocol: "http" };
  throw new UsageError(`${quoteForMessage(url)} would be fetched without encryption; give its https:// address.`);
}
