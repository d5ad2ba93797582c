import { readdir, readFile, readlink } from 'node:fs/promises';

/** State of a socket that listens, as /proc/net/tcp writes it. */
const LISTENS = '0A';

/** The values of a metric without labels, one for each worker process among `pids`. */
export async function workerMetric(pids: readonly number[], name: string): Promise<number[]> {
  const ports = await Promise.all(pids.map(listeningPorts));
  const pages = await Promise.all(ports.flat().map(scrape));
  const line = new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'm');
  return pages.flatMap((page) => line.exec(page)?.[1] ?? []).map(Number);
}

async function scrape(port: number): Promise<string> {
  // Some of the ports speak gRPC.
  const response = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => null);
  return response?.ok ? response.text() : '';
}

/** TCP ports on which a process listens. */
export async function listeningPorts(pid: number): Promise<number[]> {
  const folder = `/proc/${pid}/fd`;
  const descriptors = await readdir(folder).catch(() => []);
  const links = await Promise.all(descriptors.map((name) => readlink(`${folder}/${name}`).catch(() => '')));
  const open = new Set(links);
  const table = await readFile('/proc/net/tcp', 'utf8');
  return table
    .split('\n')
    .slice(1)
    .map((row) => row.trim().split(/\s+/))
    .filter((columns) => columns[3] === LISTENS && open.has(`socket:[${columns[9]}]`))
    .map((columns) => Number.parseInt(columns[1]!.split(':')[1]!, 16));
}
