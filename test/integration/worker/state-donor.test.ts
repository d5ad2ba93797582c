import { afterEach, describe, expect, it } from 'vitest';
import { createPeerClients } from '../../../src/collective/peer-clients.ts';
import { createPullDesk } from '../../../src/collective/pull-desk.ts';
import { openCollectiveServer } from '../../../src/worker/collective-server.ts';
import { openStateStream } from '../../../src/worker/open-state-stream.ts';
import { createStateDonor } from '../../../src/worker/state-donor.ts';
import type { Trainer } from '../../../src/worker/trainer.ts';

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** Asks a donor of job `job-1` for its state, over gRPC, and takes everything that comes. */
async function pullState(
  jobId: string,
  snapshotAll: Trainer['snapshotAll'],
  onRefused?: (reason: string) => void,
): Promise<void> {
  const donor = createStateDonor('job-1', { snapshotAll } as Trainer, onRefused);
  const server = await openCollectiveServer('127.0.0.1:0', createPullDesk('job-1'), donor);
  const clients = createPeerClients();
  closings.push(server.close, clients.close);
  const peer = { workerId: 'w-1', collectiveAddress: server.address };
  for await (const _ of openStateStream(clients, peer, { jobId, workerId: 'w-2' }));
}

describe('a worker that asks a donor for its state', () => {
  it('hears that the donor serves another job', async () => {
    const refused: string[] = [];
    const snapshot = async () => ({ bytes: new Uint8Array(8), step: 1 });
    await expect(pullState('job-2', snapshot, (reason) => refused.push(reason))).rejects.toThrow(
      'this worker serves job job-1, not job-2',
    );
    expect(refused).toEqual(['wrong_job']);
  });

  it('hears that the donor has no state to give', async () => {
    const failing = pullState('job-1', async () => {
      throw new Error('the training thread was closed');
    });
    await expect(failing).rejects.toThrow('the training thread was closed');
  });
});
