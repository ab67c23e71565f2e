import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";

/** A wire to a server on loopback: counts what passes, and can be cut. */
export type Wire = AsyncDisposable & {
  /** What to take for the server's own origin. */
  origin: string;
  /** Bytes from the server since the last reset. */
  received: number;
  /** Bytes to the server since the last reset. */
  sent: number;
  /** Cuts each connection once so many bytes have come through it from the server; null never does. */
  cutAfter: number | null;
  /** Connections that are open. */
  readonly open: number;
  /** Hides from the server that the client speaks the newer protocol, so that it speaks the old one. */
  isOld: boolean;
  reset(): void;
};

/** Lays a wire to the server at this origin. */
export async function wireTo(origin: string): Promise<Wire> {
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
      wire.sent += chunk.length;
      upstream.write(wire.isOld ? aged(chunk) : chunk);
    });
    upstream.on("data", (chunk) => {
      wire.received += chunk.length;
      came += chunk.length;
      if (wire.cutAfter !== null && came > wire.cutAfter) {
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
  const wire: Wire = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: 0,
    sent: 0,
    cutAfter: null,
    isOld: false,
    get open() {
      return sockets.size / 2;
    },
    reset() {
      wire.received = 0;
      wire.sent = 0;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
  return wire;
}

function aged(chunk: Buffer): Buffer {
  return Buffer.from(chunk.toString("latin1").replace(/^(Git-Protocol: version=)2/im, "$10"), "latin1");
}
