import {
  ClientEnd,
  type MemoryStream,
  openMemoryStream,
  type Pipe,
  type ServerEnd,
  type StreamCodec,
} from './memory-stream.ts';
import type { Chance } from './seeded.ts';
import type { SimulatedProcess } from './simulated-process.ts';
import type { VirtualClock } from './virtual-clock.ts';

export interface OpenRequest {
  readonly from: SimulatedProcess;
  readonly address: string;
  readonly path: string;
  readonly codec: StreamCodec;
  /** The one message of a client that sends no others. */
  readonly request?: unknown;
}

export type StreamHandlers = Readonly<Record<string, (call: ServerEnd) => void>>;

/** Streams between processes: ordered as HTTP/2 keeps them, with a latency, and cut when an end dies. */
export interface MemoryNetwork {
  /** Hands streams that come to `address` to the handler of their path, until the process ends or the returned function is called. */
  listen(process: SimulatedProcess, address: string, handlers: StreamHandlers): () => void;
  /** Streams that have not ended. */
  numStreamsOf(process: SimulatedProcess): number;
  open(request: OpenRequest): ClientEnd;
  /**
   * Lets nothing through from one process to another (by name) for `ms`; what is sent meanwhile comes after it, unless
   * the connection is given up for its silence.
   */
  hold(from: string, to: string, ms: number): void;
  /** Resolves true when something has gone to `address` and come back, false after `timeoutMs`. */
  reach(from: SimulatedProcess, address: string, timeoutMs: number): Promise<boolean>;
  /** Nothing comes from a process for `ms`: its peers give their connections up if that is too long. */
  silence(process: SimulatedProcess, ms: number): void;
  /** Resets every connection between two processes. */
  reset(one: string, other: string): void;
}

/** Keeps messages of one direction apart, so that they keep their order. */
const GAP_MS = 0.001;
/** One message in so many is much later than the others. */
const LATE_ONE_IN = 200;
/** A connection on which nothing comes back for so long is given up, as keepalive does. */
const KEEPALIVE_MS = 800;

export function createMemoryNetwork(clock: VirtualClock, chance: Chance): MemoryNetwork {
  const listeners = new Map<string, { process: SimulatedProcess; handlers: StreamHandlers }>();
  const streams = new Set<MemoryStream>();
  const heldUntilMs = new Map<string, number>();
  const latencyMs = (): number =>
    chance.oneIn(LATE_ONE_IN) ? chance.between(5, 150) : chance.between(0.1, 3);

  const createPipe = (from: SimulatedProcess, to: SimulatedProcess): Pipe => {
    let lastMs = 0;
    let numSent = 0;
    let numLost = 0;
    return {
      send: (arrive) => {
        const fromMs = Math.max(clock.nowMs(), heldUntilMs.get(linkOf(from.name, to.name)) ?? 0);
        lastMs = Math.max(fromMs + latencyMs(), lastMs + GAP_MS);
        const number = numSent++;
        clock.after(lastMs - clock.nowMs(), () => {
          if (number >= numLost) to.run(arrive);
        });
      },
      loseAll: () => {
        numLost = numSent;
      },
    };
  };
  const refused = (from: SimulatedProcess, address: string): ClientEnd => {
    const client = new ClientEnd();
    const error = new Error(`UNAVAILABLE: nobody listens on ${address}`);
    clock.after(latencyMs(), () => from.run(() => client.emit('error', error)));
    return client;
  };

  const between = (one: string, other: string): MemoryStream[] =>
    [...streams].filter(
      ({ from, to }) => (from.name === one && to.name === other) || (from.name === other && to.name === one),
    );

  return {
    listen: (process, address, handlers) => {
      const listener = { process, handlers };
      listeners.set(address, listener);
      const stop = (): void => {
        if (listeners.get(address) === listener) listeners.delete(address);
      };
      process.onEnd(() => {
        stop();
        for (const stream of [...streams]) {
          if (stream.from === process || stream.to === process) stream.reset(chance.oneIn(2));
        }
      });
      return stop;
    },
    numStreamsOf: (process) =>
      [...streams].filter(({ from, to }) => from === process || to === process).length,
    open: ({ from, address, path, codec, request = null }) => {
      const listener = listeners.get(address);
      if (!listener) return refused(from, address);
      const { process: to, handlers } = listener;
      const accept = handlers[path];
      if (!accept) throw new Error(`nobody serves ${path} on ${address}`);
      const stream = openMemoryStream({
        from,
        to,
        there: createPipe(from, to),
        back: createPipe(to, from),
        codec,
        request,
        accept,
        onOver: (over) => streams.delete(over),
      });
      streams.add(stream);
      return stream.client;
    },
    reach: (from, address, timeoutMs) =>
      new Promise((resolve) => {
        clock.after(timeoutMs, () => from.run(() => resolve(false)));
        const to = listeners.get(address)?.process;
        if (!to) return;
        const back = createPipe(to, from);
        createPipe(from, to).send(() => back.send(() => resolve(true)));
      }),
    hold: (from, to, ms) => {
      const link = linkOf(from, to);
      heldUntilMs.set(link, Math.max(clock.nowMs() + ms, heldUntilMs.get(link) ?? 0));
      clock.after(KEEPALIVE_MS, () => {
        if (clock.nowMs() >= heldUntilMs.get(link)!) return;
        for (const stream of between(from, to)) stream.giveUp();
      });
    },
    silence: (process, ms) => {
      if (ms < KEEPALIVE_MS) return;
      clock.after(KEEPALIVE_MS, () => {
        for (const stream of [...streams]) {
          if (stream.from === process || stream.to === process) stream.giveUp();
        }
      });
    },
    reset: (one, other) => {
      for (const stream of between(one, other)) stream.reset(chance.oneIn(2));
    },
  };
}

function linkOf(from: string, to: string): string {
  return `${from} ${to}`;
}
