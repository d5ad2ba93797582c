import { performance } from 'node:perf_hooks';
import type { lockstep } from '../gen/lockstep.js';
import { writeCheckpointPart } from './checkpoint-writer.ts';
import type { SnapshotReply } from './trainer-protocol.ts';
import type { CheckpointAt } from './worker.ts';

/** Says what became of a part. */
export type ReportPart = (part: lockstep.v1.ICheckpointPart) => void;

/** Writes checkpoint parts one after the other, beside the training, and reports each. */
export interface CheckpointSaver {
  save(at: CheckpointAt, snapshot: SnapshotReply, report: ReportPart): void;
  /** Memory of a part that has been written, for the next snapshot; null where there is none. */
  takeSpareMemory(): SharedArrayBuffer | null;
  /** Resolves when nothing is being written. */
  finished(): Promise<void>;
}

export function createCheckpointSaver(runDirectory: string): CheckpointSaver {
  let writing = Promise.resolve();
  let spare: SharedArrayBuffer | null = null;

  const write = async (
    { generation, step, rank }: CheckpointAt,
    snapshot: SnapshotReply,
    report: ReportPart,
  ): Promise<void> => {
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
      report({ ...part, sha256, writeSeconds: (performance.now() - began) / 1000 });
    } catch (error) {
      report({ ...part, failure: (error as Error).message });
    }
    if (bytes.buffer instanceof SharedArrayBuffer) spare = bytes.buffer;
  };
  return {
    save: (at, snapshot, report) => {
      writing = writing.then(() => write(at, snapshot, report));
    },
    takeSpareMemory: () => {
      const memory = spare;
      spare = null;
      return memory;
    },
    finished: () => writing,
  };
}
