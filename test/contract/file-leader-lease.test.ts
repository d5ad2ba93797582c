import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFileLeaderLease } from '../../src/store/file-leader-lease.ts';
import { leaderLeaseContract } from './leader-lease-contract.ts';

leaderLeaseContract('the file lease', 100, async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'file-leader-lease-'));
  return {
    open: () => openFileLeaderLease({ directory }),
    description: { directory },
    remove: () => rm(directory, { recursive: true }),
  };
});
