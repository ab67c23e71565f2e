import net from "node:net";

/** Marks the guard, which is set once for all test files of a worker. */
const GUARD = Symbol.for("openai-key-guard: loopback only");

// The product talks to OpenAI and GitHub. A test that leaves loopback would talk to the real ones, with real effects.
const connect = net.Socket.prototype.connect;
if (!(GUARD in connect)) {
  const guarded = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const [first] = (Array.isArray(args[0]) ? args[0] : args) as [unknown];
    const { host, path } = (typeof first === "object" && first !== null ? first : {}) as {
      host?: string;
      path?: string;
    };
    if (path === undefined && host !== undefined && !["127.0.0.1", "::1", "localhost"].includes(host)) {
      throw new Error(`a test tried to reach ${host}; tests stay on loopback`);
    }
    return Reflect.apply(connect, this, args) as net.Socket;
  };
  net.Socket.prototype.connect = Object.assign(guarded, { [GUARD]: true }) as typeof connect;
}
