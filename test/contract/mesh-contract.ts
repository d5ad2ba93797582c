import { afterEach, describe, expect, it } from 'vitest';
import { MAX_CHUNK_FLOATS } from '../../src/collective/chunk.ts';
import type { LinkKind, Mesh } from '../../src/collective/mesh.ts';

/** Workers that can link with each other. */
export interface MeshWorld {
  /** The meshes of a generation among all workers, or among those of the given indexes, in the order of the ranks. */
  connect(generation: number, workers?: readonly number[]): Mesh[];
  /** The mesh of one worker, whatever the others do. */
  connectOne(generation: number, worker: number): Mesh;
  /** Ends a worker as if its process had died. */
  kill(worker: number): void;
  close(): Promise<void> | void;
}

/** A chunk that was read. */
interface Received {
  readonly fromRank: number;
  readonly generation: number;
  readonly position: number;
  readonly values: Float32Array;
}

/** What every kind of link promises. */
export function describeMesh(name: string, kind: LinkKind, open: (numWorkers: number) => Promise<MeshWorld>) {
  describe(`links over ${name}`, () => {
    const worlds: MeshWorld[] = [];
    const openWorld = async (numWorkers: number): Promise<MeshWorld> => {
      const world = await open(numWorkers);
      worlds.push(world);
      return world;
    };
    afterEach(async () => {
      for (const world of worlds.splice(0)) await world.close();
    });

    it('carry chunks of one float to the largest unchanged and in order, between all pairs at once', async () => {
      const meshes = (await openWorld(3)).connect(1);
      const lengths = [1, 0, 3, MAX_CHUNK_FLOATS, 65_537, 2, MAX_CHUNK_FLOATS - 1];
      const total = lengths.reduce((sum, length) => sum + length, 0);
      const inboxes = meshes.map((mesh) => collect(mesh));
      await Promise.all(
        meshes.flatMap((mesh) =>
          peersOf(mesh).map(async (peer) => {
            let position = 0;
            for (const length of lengths) {
              await send(mesh, peer, position, values(mesh.rank, peer, position, length));
              position += length;
            }
          }),
        ),
      );
      for (const [rank, inbox] of inboxes.entries()) {
        for (const peer of peersOf(meshes[rank]!)) {
          await until(() => numFloats(inbox, peer) === total);
          expectSame(joined(inbox, peer), values(peer, rank, 0, total));
        }
      }
      for (const mesh of meshes)
        expect(mesh.links()).toEqual(meshes.map((_, rank) => (rank === mesh.rank ? null : kind)));
    });

    it('hold the sender back while the receiver takes nothing, and lose nothing', async () => {
      const [sender, receiver] = (await openWorld(2)).connect(1) as [Mesh, Mesh];
      let position = 0;
      const waiting: (() => void)[] = [];
      const inbox: Received[] = [];
      let isSlow = true;
      receiver.receive((fromRank, chunk) => {
        const take = (): void => {
          const taken = new Float32Array(chunk.numFloats);
          chunk.take(taken);
          inbox.push({ fromRank, ...chunk, values: taken });
        };
        if (isSlow) waiting.push(take);
        else take();
      });
      const numChunks = 40;
      let numSent = 0;
      const sends: Promise<void>[] = [];
      for (let chunk = 0; chunk < numChunks; chunk++) {
        sends.push(
          send(sender, 1, position, values(0, 1, position, MAX_CHUNK_FLOATS)).then(() => {
            numSent += 1;
          }),
        );
        position += MAX_CHUNK_FLOATS;
      }
      await until(() => numSent > 0);
      if (kind === 'shared-memory') {
        await new Promise((resolve) => setTimeout(resolve, 100));
        expect(numSent).toBeLessThan(numChunks / 2);
      }
      isSlow = false;
      for (const take of waiting.splice(0)) take();
      await Promise.all(sends);
      await until(() => numFloats(inbox, 0) === position);
      expectSame(joined(inbox, 0), values(0, 1, 0, position));
    });

    it('deliver what came before anybody listened', async () => {
      const [sender, receiver] = (await openWorld(2)).connect(1) as [Mesh, Mesh];
      await send(sender, 1, 0, values(0, 1, 0, 100));
      await send(sender, 1, 100, values(0, 1, 100, 50));
      const inbox = collect(receiver);
      await until(() => numFloats(inbox, 0) === 150);
      expectSame(joined(inbox, 0), values(0, 1, 0, 150));
    });

    it('break with the rank of a peer that dies in the middle, and reject what waits for it', async () => {
      const world = await openWorld(3);
      const meshes = world.connect(1);
      await linked(meshes);
      const endless = Array.from({ length: 40 }, (_, index) =>
        send(meshes[0]!, 2, index * MAX_CHUNK_FLOATS, new Float32Array(MAX_CHUNK_FLOATS)),
      );
      for (const sent of endless) sent.catch(() => undefined);
      world.kill(2);
      expect((await meshes[0]!.broken).rank).toBe(2);
      expect((await meshes[1]!.broken).rank).toBe(2);
      meshes[0]!.close();
      await expect(Promise.race(endless.slice(-1))).rejects.toThrow();
    });

    it('carry on with the survivors in the next generation', async () => {
      const world = await openWorld(3);
      const before = world.connect(1);
      await linked(before);
      world.kill(1);
      await before[0]!.broken;
      const meshes = world.connect(2, [0, 2]);
      for (const mesh of [before[0]!, before[2]!]) mesh.close();
      await linked(meshes);
    });

    it('P7: are made anew for each generation, and refuse one that is over', async () => {
      const world = await openWorld(2);
      const first = world.connect(4);
      await linked(first);
      const second = world.connect(5);
      for (const mesh of first) mesh.close();
      await linked(second);
      const failure = await world.connectOne(4, 0).broken;
      expect(failure).toMatchObject({ rank: 1, message: expect.stringContaining('generation 4 is over') });
    });

    it('are closed without a broken link on the side that closes, while the other hears of it', async () => {
      const [first, second] = (await openWorld(2)).connect(1) as [Mesh, Mesh];
      await linked([first, second]);
      let isBroken = false;
      first.broken.then(() => {
        isBroken = true;
      });
      first.close();
      expect((await second.broken).rank).toBe(0);
      expect(isBroken).toBe(false);
      await expect(send(first, 1, 0, new Float32Array(1))).rejects.toThrow();
    });
  });
}

function peersOf({ rank, worldSize }: Mesh): number[] {
  return Array.from({ length: worldSize }, (_, peer) => peer).filter((peer) => peer !== rank);
}

function send(mesh: Mesh, toRank: number, position: number, sent: Float32Array): Promise<void> {
  const { generation } = mesh;
  return mesh.send(toRank, { generation, operation: 4, position, subtree: 1, values: sent });
}

function values(fromRank: number, toRank: number, position: number, length: number): Float32Array {
  return Float32Array.from(
    { length },
    (_, index) => fromRank * 1e6 + toRank * 1e5 + ((position + index) % 65_521),
  );
}

/** Takes every chunk as it comes. */
function collect(mesh: Mesh): Received[] {
  const inbox: Received[] = [];
  mesh.receive((fromRank, chunk) => {
    const taken = new Float32Array(chunk.numFloats);
    chunk.take(taken);
    inbox.push({ fromRank, ...chunk, values: taken });
  });
  return inbox;
}

function numFloats(inbox: readonly Received[], fromRank: number): number {
  return from(inbox, fromRank).reduce((sum, chunk) => sum + chunk.values.length, 0);
}

/** The values of a peer in the order of arrival, whose positions must be that order. */
function joined(inbox: readonly Received[], fromRank: number): Float32Array {
  const all = new Float32Array(numFloats(inbox, fromRank));
  let position = 0;
  for (const chunk of from(inbox, fromRank)) {
    expect(chunk.position).toBe(position);
    all.set(chunk.values, position);
    position += chunk.values.length;
  }
  return all;
}

function from(inbox: readonly Received[], fromRank: number): Received[] {
  return inbox.filter((chunk) => chunk.fromRank === fromRank);
}

function expectSame(found: Float32Array, due: Float32Array): void {
  expect(Buffer.from(found.buffer).equals(Buffer.from(due.buffer))).toBe(true);
}

/** Resolves when a chunk has gone over every link, and says that it came from the mesh of this generation. */
async function linked(meshes: readonly Mesh[]): Promise<void> {
  const inboxes = meshes.map((mesh) => collect(mesh));
  await Promise.all(
    meshes.flatMap((mesh) => peersOf(mesh).map((peer) => send(mesh, peer, 0, new Float32Array(1)))),
  );
  for (const [rank, inbox] of inboxes.entries()) {
    await until(() => inbox.length === meshes.length - 1);
    for (const { generation } of inbox) expect(generation).toBe(meshes[rank]!.generation);
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 2));
}
