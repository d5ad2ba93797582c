import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Ranks of one peer program, which answer each line with one number. */
export interface PeerTeam {
  /** The largest of the ranks' answers. */
  ask(line: string): Promise<number>;
  end(): void;
}

export interface PeerTeamOptions {
  readonly python: string;
  /** The program; it takes further arguments, and then rank, number of ranks and a port. */
  readonly args: readonly string[];
  readonly worldSize: number;
}

/** Starts the ranks and waits until all are ready. Throws where one ends instead. */
export async function startPeerTeam({ python, args, worldSize }: PeerTeamOptions): Promise<PeerTeam> {
  const port = await freePort();
  const ranks = Array.from({ length: worldSize }, (_, rank) => {
    const child = spawn(python, [...args, `${rank}`, `${worldSize}`, `${port}`], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, OMP_NUM_THREADS: '1' },
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const answer = async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${python} ${args.join(' ')} ended`);
      return value;
    };
    return { child, answer };
  });
  await Promise.all(ranks.map(({ answer }) => answer()));
  return {
    ask: async (line) => {
      for (const { child } of ranks) child.stdin.write(`${line}\n`);
      return Math.max(...(await Promise.all(ranks.map(({ answer }) => answer()))).map(Number));
    },
    end: () => {
      for (const { child } of ranks) child.stdin.end();
    },
  };
}

/** A port of this host that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
