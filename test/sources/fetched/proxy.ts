import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A TCP proxy to a server on loopback. It counts bytes, and can cut connections. */
export type CountingProxy = AsyncDisposable & {
  /** The origin to use instead of that of the server. */
  origin: string;
  /** Bytes from the server since the last reset. */
  received: number;
  /** Bytes to the server since the last reset. */
  sent: number;
  /** Cuts each connection after this many bytes from the server; null for never. */
  cutAfter: number | null;
  /** The number of open connections. */
  readonly open: number;
  /** Hides the version of the git protocol from the server, so that it speaks the old one. */
  hidesProtocol: boolean;
  reset(): void;
};

/** Starts a proxy to the server at this origin. */
export async function startProxy(origin: string): Promise<CountingProxy> {
  const port = Number(new URL(origin).port);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(port, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => {}).on("close", () => sockets.delete(socket));
    }
    let came = 0;
    client.on("data", (chunk) => {
      proxy.sent += chunk.length;
      upstream.write(proxy.hidesProtocol ? hideProtocol(chunk) : chunk);
    });
    upstream.on("data", (chunk) => {
      proxy.received += chunk.length;
      came += chunk.length;
      if (proxy.cutAfter !== null && came > proxy.cutAfter) {
        client.destroy();
        upstream.destroy();
      } else if (!client.write(chunk)) {
        upstream.pause();
        client.once("drain", () => upstream.resume());
      }
    });
    client.on("end", () => upstream.end()).on("close", () => upstream.destroy());
    upstream.on("end", () => client.end()).on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const proxy: CountingProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: 0,
    sent: 0,
    cutAfter: null,
    hidesProtocol: false,
    get open() {
      return sockets.size / 2;
    },
    reset() {
      proxy.received = 0;
      proxy.sent = 0;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return proxy;
}

function hideProtocol(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString("latin1").replace(/^(Git-Protocol: version=)2/im, "$10"), "latin1");
}
