import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { credentials, ServerCredentials } from '@grpc/grpc-js';
import { afterEach, describe, expect, it } from 'vitest';
import { type ControlClient, createControlClient } from '../../../src/cli/control-client.ts';
import { type PackedJob, submissionParts } from '../../../src/cli/submission-parts.ts';
import { systemClock } from '../../../src/clock.ts';
import { startService } from '../../../src/coordinator/service.ts';
import { dataPaths } from '../../../src/coordinator/submissions.ts';
import { parseJob } from '../../../src/core/job/parse-job.ts';
import { FILES_FOLDER, PROGRAM_PATH, SUBMISSION_LIMITS } from '../../../src/core/transfer/transfer-limits.ts';
import type { lockstep } from '../../../src/gen/lockstep.js';
import { createLogger } from '../../../src/observe/logger.ts';
import { openFileStore } from '../../../src/store/file-store.ts';
import type { StateStore } from '../../../src/store/state-store.ts';
import { VERSION } from '../../../src/version.ts';
import type { Decoded } from '../../../src/wire/decoded.ts';
import { createPoolClient } from '../../../src/worker/pool-stream.ts';

type PoolMessage = Decoded<lockstep.v1.IPoolMessage>;
type Part = lockstep.v1.ISubmitPart;

const closings: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lockstep-service-'));
  closings.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function openService(data: string, changeStore = (store: StateStore): StateStore => store) {
  const service = await startService({
    data,
    store: changeStore(await openFileStore({ directory: dataPaths(data).state })),
    listen: '127.0.0.1:0',
    http: '127.0.0.1:0',
    credentials: ServerCredentials.createInsecure(),
    clock: systemClock,
    log: createLogger({ level: 'silent', process: 'coordinator' }),
    crash: (error) => {
      throw error;
    },
  });
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (!isClosed) await service.close();
    isClosed = true;
  };
  const client = createControlClient(service.address);
  closings.push(close, client.close);
  const scrape = async (): Promise<string> => (await fetch(`http://${service.httpAddress}/metrics`)).text();
  return { address: service.address, client, close, scrape };
}

/** An agent that starts nothing: it notes what it is told. */
function attend(address: string, hello: Partial<lockstep.v1.IAgentHello> = {}) {
  const client = createPoolClient(address, credentials.createInsecure());
  const heard: PoolMessage[] = [];
  const stream = client.openStream();
  stream.on('data', (message) => heard.push(message as PoolMessage));
  stream.on('error', () => undefined);
  stream.write({ hello: { agentId: 'a-1', host: 'host', numSlots: 4, version: VERSION, ...hello } });
  closings.push(client.close);
  return {
    heard,
    started: () => heard.flatMap(({ start }) => start ?? []),
    drained: () => heard.flatMap(({ drain }) => drain?.workerId ?? []),
    say: (message: lockstep.v1.IAgentMessage) => stream.write(message),
    hangUp: client.close,
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(10);
}

async function packedJob(rest: Partial<PackedJob> = {}, workers: object = {}): Promise<PackedJob> {
  const training = { epochs: 1, globalBatchSize: 32, microShards: 8 };
  const job = parseJob({ name: 'job', program: 'program.ts', training, workers }, 'job.yaml');
  return {
    job,
    jobDirectory: await temporaryFolder(),
    program: 'exports;',
    key: 'key',
    priority: 0,
    ...rest,
  };
}

async function submit(client: ControlClient, packed: PackedJob): Promise<string> {
  return (await client.submitJob(submissionParts(packed))).jobId;
}

async function* replaced(packed: PackedJob, replace: (part: Part) => Part[]): AsyncGenerator<Part> {
  for await (const part of submissionParts(packed)) yield* replace(part);
}

describe('a coordinator of many jobs', () => {
  it('makes one job of attempts under one key, also at once, and refuses another job under it', async () => {
    const data = await temporaryFolder();
    const { client } = await openService(data);
    const packed = await packedJob();
    const ids = await Promise.all(Array.from({ length: 5 }, () => submit(client, packed)));
    expect(new Set(ids).size).toBe(1);
    expect(await readdir(join(data, 'jobs'))).toEqual([ids[0]]);
    await expect(submit(client, { ...packed, program: 'other;' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await readdir(join(data, 'incoming'))).toEqual([]);
  });

  const piece = (path: string, data = Buffer.from('x')): Part[] => [{ piece: { path, data } }];
  const addPieces =
    (...paths: string[]) =>
    (part: Part): Part[] =>
      part.piece ? [part, ...paths.flatMap((path) => piece(path))] : [part];
  const inHeader =
    (change: Partial<lockstep.v1.ISubmitHeader>) =>
    (part: Part): Part[] =>
      part.header ? [{ header: { ...part.header, ...change } }] : [part];
  const tooMany = Array.from(
    { length: SUBMISSION_LIMITS.numFiles },
    (_, index) => `${FILES_FOLDER}/${index}`,
  );
  it.each<[string, string, (part: Part) => Part[]]>([
    ['whose files leave the folder', 'USAGE', addPieces(`${FILES_FOLDER}/../../x`)],
    ['with a whole path', 'USAGE', addPieces('/etc/passwd')],
    ['with a file that Lockstep writes', 'USAGE', addPieces('job.json')],
    [
      'with a file that comes twice',
      'USAGE',
      addPieces(`${FILES_FOLDER}/a`, `${FILES_FOLDER}/b`, `${FILES_FOLDER}/a`),
    ],
    ['with too many files', 'USAGE', addPieces(...tooMany)],
    ['with a file below another file', 'USAGE', addPieces(`${FILES_FOLDER}/a`, `${FILES_FOLDER}/a/b`)],
    ['whose program was changed on the way', 'USAGE', (part) => (part.piece ? piece(PROGRAM_PATH) : [part])],
    ['without a program', 'USAGE', (part) => (part.piece ? [] : [part])],
    ['without a header', 'USAGE', (part) => (part.header ? [] : [part])],
    ['with two headers', 'USAGE', (part) => (part.header ? [part, part] : [part])],
    ['whose key is no key', 'USAGE', inHeader({ key: 'a b' })],
    ['with a priority out of range', 'USAGE', inHeader({ priority: 1_000_000 })],
    ['of another version', 'STALE', inHeader({ version: '0.0.0' })],
    ['whose job is no JSON', 'JOB_INVALID', inHeader({ jobJson: '{' })],
    ['whose job breaks a rule', 'JOB_INVALID', inHeader({ jobJson: '{"name":"../x"}' })],
  ])('refuses a submission %s, and leaves nothing behind', async (_, code, replace) => {
    const data = await temporaryFolder();
    const { client } = await openService(data);
    const parts = replaced(await packedJob(), replace);
    await expect(client.submitJob(parts)).rejects.toMatchObject({ code });
    expect(await readdir(data)).not.toContain('jobs');
    expect(await readdir(join(data, 'incoming'))).toEqual([]);
  });

  it('clears away what a submitter left who went away', async () => {
    const data = await temporaryFolder();
    const { client } = await openService(data);
    const breaksOff = async function* (): AsyncGenerator<Part> {
      for await (const part of submissionParts(await packedJob())) {
        yield part;
        await expect.poll(() => readdir(join(data, 'incoming'))).toHaveLength(1);
        if (part.piece) throw new Error('gone');
      }
    };
    await expect(client.submitJob(breaksOff())).rejects.toThrow('gone');
    await expect.poll(() => readdir(join(data, 'incoming')), { timeout: 10_000 }).toEqual([]);
  });

  it('starts the minimum at once, and grows where slots are free', async () => {
    const { client, address } = await openService(await temporaryFolder());
    const small = attend(address, { numSlots: 1 });
    const jobId = await submit(client, await packedJob({}, { min: 3, max: 4 }));
    await until(async () => (await client.getJob(jobId)).waiting === 'needs 3 workers, the pool has 1');
    const large = attend(address, { agentId: 'a-2', numSlots: 4 });
    await until(() => small.started().length + large.started().length === 4);
    expect((await client.getJob(jobId)).numWorkers).toBe(4);
  });

  it('tries workers again that end before they have loaded the job, and fails the job after six in a row', async () => {
    const { client, address } = await openService(await temporaryFolder());
    const agent = attend(address, { numSlots: 1 });
    const jobId = await submit(client, await packedJob());
    for (let count = 1; count <= 6; count++) {
      await until(() => agent.started().length === count);
      agent.say({ ended: { workerId: agent.started().at(-1)!.workerId, exitCode: 74 } });
    }
    await until(async () => (await client.getJob(jobId)).state === 'failed');
    expect(agent.started()).toHaveLength(6);
  }, 60_000);

  it('forgets an agent that stays away, and starts its workers elsewhere', async () => {
    const { client, address } = await openService(await temporaryFolder());
    const agent = attend(address, { numSlots: 1 });
    await submit(client, await packedJob());
    await until(() => agent.started().length === 1);
    const other = attend(address, { agentId: 'a-2', numSlots: 1 });
    agent.hangUp();
    await until(() => other.started().length > 0);
    await until(async () => (await client.listWorkers()).length === 1);
  }, 20_000);

  it('leaves what an agent brings back as it is, and drains what nobody wants', async () => {
    const data = await temporaryFolder();
    const first = await openService(data);
    const before = attend(first.address, { numSlots: 2 });
    const jobId = await submit(first.client, await packedJob({}, { min: 2, max: 2 }));
    await until(() => before.started().length === 2);
    before.hangUp();
    await first.close();
    const { address, client } = await openService(data);
    const running = before.started().map(({ workerId }) => ({ workerId, jobId }));
    const after = attend(address, {
      numSlots: 4,
      running: [...running, { workerId: 'w-old', jobId: 'gone' }],
    });
    await until(() => after.drained().length > 0);
    await until(async () => (await client.getJob(jobId)).numWorkers === 2);
    expect([after.started(), after.drained()]).toEqual([[], ['w-old']]);
  });

  it.each([
    ['of another version', { version: '0.0.0' }, 'STALE'],
    ['without slots', { numSlots: 0 }, 'USAGE'],
    ['without an id', { agentId: '' }, 'USAGE'],
  ])('refuses an agent %s', async (_, hello, code) => {
    const { address } = await openService(await temporaryFolder());
    const { heard } = attend(address, hello);
    await until(() => heard.length > 0);
    expect(heard[0]).toMatchObject({ refused: { code } });
  });

  it('fails a job whose folder cannot be used, and goes on with the others', async () => {
    const data = await temporaryFolder();
    const { client, address } = await openService(data);
    const packed = await packedJob();
    const damaged = await submit(client, packed);
    const sound = await submit(client, { ...packed, key: 'other' });
    await rm(join(data, 'jobs', damaged, 'job.json'));
    const agent = attend(address, { numSlots: 1 });
    await until(() => agent.started().length > 0);
    expect(agent.started()[0]!.jobId).toBe(sound);
    const told: unknown[] = [];
    for await (const job of client.listJobs()) told.push(job);
    expect(told).toMatchObject([
      {},
      { jobId: damaged, state: 'failed', waiting: expect.stringContaining('is no run folder') },
    ]);
  });

  it('fails a job in which a rule of ours was broken, and goes on with the others', async () => {
    let broken = '';
    const { client, address } = await openService(await temporaryFolder(), (store) => ({
      ...store,
      put: async (key, ...rest) => {
        if (key === `jobs/${broken}`) throw new Error('a rule was broken');
        return await store.put(key, ...rest);
      },
    }));
    const packed = await packedJob({}, { max: 1 });
    broken = await submit(client, packed);
    const agent = attend(address, { numSlots: 1 });
    await until(() => agent.started().length === 1);
    await client.stopJob(broken, 'stop');
    await until(async () => (await client.getJob(broken)).state === 'failed');
    expect(await client.getJob(broken)).toMatchObject({ waiting: 'a rule was broken' });
    agent.say({ ended: { workerId: agent.started()[0]!.workerId, exitCode: 0 } });
    const sound = await submit(client, { ...packed, key: 'other' });
    await until(() => agent.started().length === 2);
    expect(agent.started()[1]!.jobId).toBe(sound);
  });

  it('has the series of each job, told apart by its id, beside those of the pool', async () => {
    const { client, address, scrape } = await openService(await temporaryFolder());
    const packed = await packedJob({}, { max: 1 });
    const agent = attend(address, { numSlots: 2 });
    const [first, second, third] = [
      await submit(client, packed),
      await submit(client, { ...packed, key: '2' }),
      await submit(client, { ...packed, key: '3' }),
    ];
    await until(() => agent.started().length === 2);
    const text = await scrape();
    for (const jobId of [first, second]) {
      expect(text).toContain(`lockstep_job_state{state="waiting",job_id="${jobId}"} 1\n`);
    }
    expect(text).not.toContain(third);
    expect(text).toContain('lockstep_pool_jobs{state="queued"} 1\n');
    expect(text).toContain('lockstep_pool_slots{use="busy"} 2\n');
    expect(text).toContain('lockstep_pool_agents 1\n');
    const families = text.match(/^# TYPE \S+/gm)!;
    expect(new Set(families).size).toBe(families.length);
  });

  it('lists jobs page by page, newest first', async () => {
    const { client } = await openService(await temporaryFolder());
    const packed = await packedJob();
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.push(await submit(client, { ...packed, key: `${index}` }));
    const listed: string[] = [];
    for await (const { jobId } of client.listJobs(2)) listed.push(jobId);
    expect(listed).toEqual(ids.reverse());
  });
});
