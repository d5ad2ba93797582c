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

  it('gets another snapshot instead of all steps when it reads too slowly, and is level in the end', async () => {
    let applied = 0;
    let numSnapshots = 0;
    const snapshotAll = async () => {
      numSnapshots += 1;
      return { bytes: new Uint8Array(8), step: applied };
    };
    const donor = createStateDonor('job-1', { snapshotAll } as unknown as Trainer);
    const server = await openCollectiveServer('127.0.0.1:0', createPullDesk('job-1'), donor);
    const clients = createPeerClients();
    closings.push(server.close, clients.close);
    const peer = { workerId: 'w-1', collectiveAddress: server.address };
    const stream = openStateStream(clients, peer, { jobId: 'job-1', workerId: 'w-2' });
    const reduced = new Float32Array(8 * 1024 * 1024);
    const numSteps = 30;
    let held = -1;
    for await (const message of stream) {
      const { step, reducedStep, offset, totalBytes, data } = message as Required<typeof message>;
      if (held === -1) {
        for (applied = 1; applied <= numSteps; applied++) donor.onApplied(applied, reduced);
        applied = numSteps;
      }
      if (offset + data.length < totalBytes) continue;
      if (reducedStep !== 0) expect(reducedStep).toBe(held + 1);
      held = reducedStep === 0 ? step : reducedStep;
      if (held === numSteps) break;
    }
    expect({ held, numSnapshots }).toEqual({ held: numSteps, numSnapshots: 2 });
  });

  it('hears that the donor has no state to give', async () => {
    const failing = pullState('job-1', async () => {
      throw new Error('the training thread was closed');
    });
    await expect(failing).rejects.toThrow('the training thread was closed');
  });
});
