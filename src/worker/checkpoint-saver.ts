import { performance } from 'node:perf_hooks';
import { writeCheckpointPart } from './checkpoint-writer.ts';
import type { Session } from './session.ts';
import type { SnapshotReply } from './trainer-protocol.ts';
import type { CheckpointAt } from './worker.ts';

/** Writes checkpoint parts one after the other, beside the training, and reports each. */
export interface CheckpointSaver {
  save(at: CheckpointAt, snapshot: SnapshotReply): void;
  /** Resolves when nothing is being written. */
  finished(): Promise<void>;
}

export function createCheckpointSaver(runDirectory: string, session: Session): CheckpointSaver {
  let writing = Promise.resolve();

  const write = async ({ generation, step, rank }: CheckpointAt, snapshot: SnapshotReply): Promise<void> => {
    const began = performance.now();
    const { begin, bytes, fileBytes, seconds } = snapshot;
    const part = {
      generation,
      step,
      rank,
      begin,
      end: begin + bytes.length,
      fileBytes,
      stallSeconds: seconds,
    };
    try {
      const sha256 = await writeCheckpointPart({ runDirectory, generation, step, snapshot });
      session.say({ checkpointPart: { ...part, sha256, writeSeconds: (performance.now() - began) / 1000 } });
    } catch (error) {
      session.say({ checkpointPart: { ...part, failure: (error as Error).message } });
    }
  };
  return {
    save: (at, snapshot) => {
      writing = writing.then(() => write(at, snapshot));
    },
    finished: () => writing,
  };
}
