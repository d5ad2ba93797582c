import { Worker } from 'node:worker_threads';
import { type ErrorCode, LockstepError } from '../core/errors.ts';
import type {
  ProgressListener,
  TrainerAnswer,
  TrainerApi,
  TrainerCall,
  TrainerMethod,
} from './trainer-protocol.ts';

/** The training thread as the main thread sees it. */
export interface Trainer extends TrainerApi {
  /** Ends the thread, whatever it is doing. */
  close(): Promise<void>;
}

const METHODS: readonly TrainerMethod[] = [
  'load',
  'share',
  'compute',
  'summarize',
  'apply',
  'snapshot',
  'snapshotAll',
  'restore',
  'sampleRows',
  'exportModel',
];

interface PendingCall {
  readonly resolve: (reply: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ProgressListener | undefined;
}

/** Starts the thread that computes: TF.js blocks whoever calls it, and heartbeats must not wait for it. */
export function createTrainer(threadUrl: URL): Trainer {
  const thread = new Worker(threadUrl, { stdout: false, stderr: false });
  const pending = new Map<number, PendingCall>();
  let lastId = 0;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of pending.values()) reject(error);
    pending.clear();
  };
  thread.on('message', (answer: TrainerAnswer) => {
    const waiting = pending.get(answer.id);
    if ('progress' in answer) {
      waiting?.onProgress?.(answer.progress.partial, answer.progress.numFinal);
      return;
    }
    pending.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.reply);
    else waiting?.reject(errorOf(answer.error));
  });
  thread.on('error', (error) =>
    end(new LockstepError('INTERNAL', `the training thread crashed: ${error.message}`, error.stack)),
  );
  thread.on('exit', (code) =>
    end(new LockstepError('INTERNAL', `the training thread ended with exit code ${code}`)),
  );

  const call = (method: TrainerMethod, request: unknown, onProgress?: ProgressListener): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) {
        reject(ended);
        return;
      }
      const id = ++lastId;
      pending.set(id, { resolve, reject, onProgress });
      thread.postMessage({ id, method, request } satisfies TrainerCall);
    });

  const api = Object.fromEntries(
    METHODS.map((name) => [
      name,
      (request: unknown, onProgress?: ProgressListener) => call(name, request, onProgress),
    ]),
  );
  return {
    ...(api as unknown as TrainerApi),
    close: async () => {
      end(new LockstepError('INTERNAL', 'the training thread was closed'));
      await thread.terminate();
    },
  };
}

function errorOf({
  code,
  message,
  details,
}: {
  code: string;
  message: string;
  details: string;
}): LockstepError {
  return new LockstepError(code as ErrorCode, message, details || undefined);
}
