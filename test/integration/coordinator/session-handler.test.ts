import { Server, ServerCredentials } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { createMetricsRecorder } from '../../../src/coordinator/record-metrics.ts';
import { sessionHandler } from '../../../src/coordinator/session-handler.ts';
import { createWorkerService } from '../../../src/coordinator/worker-service.ts';
import type { CoordinatorEvent } from '../../../src/core/coordinator/coordinator-event.ts';
import type { lockstep } from '../../../src/gen/lockstep.js';
import { createMetrics } from '../../../src/observe/metrics.ts';
import { workerService } from '../../../src/wire/services.ts';
import { createSessionClient } from '../../../src/worker/session-stream.ts';

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

const HELLO = {
  workerId: 'w-1',
  jobId: 'job-1',
  version: '1.2.3',
  collectiveAddress: '127.0.0.1:1',
  metricsAddress: '127.0.0.1:2',
  host: 'host',
  pid: 1,
};

/** A coordinator of job `job-1`, version 1.2.3, behind a real port; the machine is left out. */
async function openCoordinator() {
  const metrics = createMetrics('coordinator');
  const events: CoordinatorEvent[] = [];
  const { onRefused } = createMetricsRecorder(metrics);
  const service = createWorkerService({
    version: '1.2.3',
    welcome: () => ({ jobJson: '{}', heartbeatMs: 500 }),
    submit: (event) => events.push(event),
    onRefused,
  });
  const server = new Server();
  server.addService(workerService, {
    session: sessionHandler({ find: (jobId) => (jobId === 'job-1' ? service : null), onRefused }),
  });
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error ? reject(error) : resolve(bound),
    ),
  );
  const client = createSessionClient(`127.0.0.1:${port}`);
  closings.push(client.close, () => server.forceShutdown());
  return {
    events,
    numRefused: async (reason: string): Promise<number> => {
      const line = new RegExp(`^lockstep_refused_messages_total\\{reason="${reason}"\\} (\\d+)$`, 'm');
      return Number(line.exec(await metrics.registry.metrics())?.[1] ?? 0);
    },
    /** Says this on a stream of its own; returns what is answered until the coordinator hangs up, and why it did. */
    say: (...messages: lockstep.v1.IWorkerMessage[]) =>
      new Promise<{ answers: lockstep.v1.CoordinatorMessage[]; error: string }>((resolve) => {
        const answers: lockstep.v1.CoordinatorMessage[] = [];
        const stream = client.openStream();
        stream.on('data', (answer) => answers.push(answer));
        stream.on('error', ({ message }) => resolve({ answers, error: message }));
        stream.on('end', () => resolve({ answers, error: '' }));
        for (const message of messages) stream.write(message);
      }),
  };
}

describe('a coordinator', () => {
  it('refuses a worker of another version, names both, and counts it', async () => {
    const { say, events, numRefused } = await openCoordinator();
    const { answers } = await say({ hello: { ...HELLO, version: '1.2.4' } });
    const message = 'the coordinator is Lockstep 1.2.3, the worker is 1.2.4; use the same version';
    expect(answers).toMatchObject([{ stop: { reason: message, failure: { code: 'STALE', message } } }]);
    expect(await numRefused('wrong_version')).toBe(1);
    expect(events).toEqual([]);
  });

  it('refuses a worker of another job, names the job, and counts it', async () => {
    const { say, events, numRefused } = await openCoordinator();
    const { answers } = await say({ hello: { ...HELLO, jobId: 'job-2' } });
    const message = 'this coordinator does not run job job-2';
    expect(answers).toMatchObject([{ stop: { reason: message, failure: { code: 'STALE', message } } }]);
    expect(await numRefused('wrong_job')).toBe(1);
    expect(events).toEqual([]);
  });

  it.each<[string, string, lockstep.v1.IWorkerMessage[]]>([
    ['speaks before it has said who it is', 'a message before the hello', [{ heartbeat: {} }]],
    ['gives no id', '', [{ hello: { ...HELLO, workerId: '' } }]],
  ])('hangs up on a worker that %s, and counts it', async (_, problem, messages) => {
    const { say, events, numRefused } = await openCoordinator();
    expect((await say(...messages)).error).toContain(problem);
    expect(await numRefused('malformed')).toBe(1);
    expect(events).toEqual([]);
  });

  it('hangs up on a worker that says what it does not understand, and counts the worker as lost', async () => {
    const { say, events, numRefused } = await openCoordinator();
    const { answers, error } = await say({ hello: HELLO }, {});
    expect(answers).toMatchObject([{ welcome: { jobJson: '{}' } }]);
    expect(error).toContain('a message without meaning');
    expect(await numRefused('malformed')).toBe(1);
    expect(events).toMatchObject([
      { kind: 'worker_connected', identity: { workerId: 'w-1' } },
      { kind: 'worker_lost', workerId: 'w-1' },
    ]);
  });
});
