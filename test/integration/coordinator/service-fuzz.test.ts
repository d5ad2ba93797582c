import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, credentials, ServerCredentials } from '@grpc/grpc-js';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import { type Service, startService } from '../../../src/coordinator/service.ts';
import { dataPaths } from '../../../src/coordinator/submissions.ts';
import { lockstep } from '../../../src/gen/lockstep.js';
import { createLogger } from '../../../src/observe/logger.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import { controlService, poolService, workerService } from '../../../src/wire/services.ts';

const METHODS = [
  ...Object.values(controlService),
  ...Object.values(poolService),
  ...Object.values(workerService),
].map(({ path }) => path);
const { v1 } = lockstep;

let data: string;
let service: Service;
let client: Client;
const crashes: unknown[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lockstep-fuzz-'));
  service = await startService({
    data,
    store: await openFileStore({ directory: dataPaths(data).state }),
    listen: '127.0.0.1:0',
    http: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    clock: systemClock,
    log: createLogger({ level: 'silent', process: 'coordinator' }),
    crash: (error) => crashes.push(error),
  });
  client = new Client(service.address, credentials.createInsecure());
});
afterAll(async () => {
  client.close();
  await service.close();
  await rm(data, { recursive: true, force: true });
});

/** Sends these bytes as messages, hangs up, and waits for the end of the call, whatever it is. */
function send(path: string, messages: readonly Uint8Array[]): Promise<void> {
  return new Promise((resolve) => {
    const asIs = (bytes: Uint8Array): Buffer => Buffer.from(bytes);
    const call = client.makeBidiStreamRequest(path, asIs, asIs, { deadline: Date.now() + 5_000 });
    call.on('data', () => undefined);
    call.on('error', () => resolve());
    call.on('end', () => resolve());
    for (const message of messages) call.write(message);
    call.end();
  });
}

async function numJobs(): Promise<number> {
  const { path, requestSerialize, responseDeserialize } = controlService.listJobs;
  const { jobs } = await new Promise<lockstep.v1.ListJobsReply>((resolve, reject) =>
    client.makeUnaryRequest(path, requestSerialize, responseDeserialize, {}, (error, reply) =>
      error ? reject(error) : resolve(reply!),
    ),
  );
  return jobs.length;
}

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '',
    '..',
    '../../x',
    '__proto__',
    'constructor',
    'a'.repeat(10_000),
    '\0',
    '{}',
    '[]',
    'null',
  ),
);
const number = fc.oneof(fc.integer(), fc.constantFrom(0, 1, 2 ** 31 - 1, -(2 ** 31)));

const sound = fc.oneof(
  fc
    .record({ jobJson: text, jobSha256: text, key: text, priority: number, version: text })
    .map((header) => v1.SubmitPart.encode({ header }).finish()),
  fc.record({ path: text, data: fc.uint8Array() }).map((piece) => v1.SubmitPart.encode({ piece }).finish()),
  fc
    .record({ agentId: text, host: text, numSlots: fc.nat(), version: text })
    .map((hello) => v1.AgentMessage.encode({ hello }).finish()),
  fc
    .record({ workerId: text, exitCode: number, signal: text })
    .map((ended) => v1.AgentMessage.encode({ ended }).finish()),
  fc.record({ jobId: text, cause: text }).map((request) => v1.StopJobRequest.encode(request).finish()),
  fc
    .record({ pageSize: fc.nat(), pageToken: text })
    .map((request) => v1.ListJobsRequest.encode(request).finish()),
  fc
    .record({ workerId: text, jobId: text, version: text })
    .map((hello) => v1.WorkerMessage.encode({ hello }).finish()),
);

/** A message with some of its bytes changed, or any bytes. */
const message = fc.oneof(
  sound,
  fc.tuple(sound, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 })).map(([bytes, changes]) => {
    const changed = Uint8Array.from(bytes);
    for (const [at, value] of changes) if (changed.length > 0) changed[at % changed.length] = value;
    return changed;
  }),
  fc.uint8Array({ maxLength: 200 }),
);

describe('a coordinator of many jobs', () => {
  it.each(METHODS)(
    'takes whatever is sent to %s without a crash, a job or a file',
    async (path) => {
      await fc.assert(
        fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 4 }), (messages) =>
          send(path, messages),
        ),
        { numRuns: 150 },
      );
      expect(await numJobs()).toBe(0);
      expect(crashes).toEqual([]);
      expect((await readdir(data)).sort()).toEqual(['incoming', 'state']);
      // A call ends before what it left behind is cleared away.
      await expect.poll(() => readdir(join(data, 'incoming')), { timeout: 10_000 }).toEqual([]);
    },
    60_000,
  );
});
