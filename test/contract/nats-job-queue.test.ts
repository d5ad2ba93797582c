import { connect, headers } from 'nats';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openNatsJobQueue, SUBMIT_SUBJECT } from '../../src/store/nats-job-queue.ts';
import { type NatsServer, natsServerMissing, startNatsServer } from '../setup/nats-server.ts';
import { startTcpProxy } from '../setup/tcp-proxy.ts';
import { jobQueueContract, type QueueOptions, takeJobs } from './job-queue-contract.ts';

const NUM_KILLS = 3;

describe.skipIf(natsServerMissing)(
  `with nats-server${natsServerMissing ? ` (${natsServerMissing})` : ''}`,
  () => {
    const open = (address: string, options: QueueOptions = {}) =>
      openNatsJobQueue({ servers: [address], ackWaitMs: 1000, ...options });

    jobQueueContract('the NATS queue', async () => {
      const server = await startNatsServer();
      return {
        open: (options: QueueOptions) => open(server.address, options),
        remove: server.remove,
      };
    });

    describe('the NATS queue', () => {
      let server: NatsServer;
      const warnings: string[] = [];

      beforeEach(async () => {
        warnings.length = 0;
        server = await startNatsServer();
        return server.remove;
      });

      const openQueue = async (address = server.address) => {
        const queue = await open(address, { warn: (message) => warnings.push(message) });
        onTestFinished(() => queue.close());
        return queue;
      };

      test('takes jobs of other systems, and drops what is no JSON with a warning', async () => {
        const queue = await openQueue();
        const other = await connect({ servers: server.address });
        onTestFinished(() => other.close());
        const named = headers();
        named.set('Nats-Msg-Id', 'order 17');
        await other.request(SUBMIT_SUBJECT, '{ no JSON');
        await other.request(SUBMIT_SUBJECT, '{"name":"one"}', { headers: named, timeout: 1000 });
        await other.request(SUBMIT_SUBJECT, '{"name":"one"}', { headers: named, timeout: 1000 });
        await other.request(SUBMIT_SUBJECT, '{"name":"two"}');
        const jobs = await takeJobs(queue, 2);
        expect(jobs.map(({ key, document }) => [key, document])).toEqual([
          ['order 17', { name: 'one' }],
          ['message-3', { name: 'two' }],
        ]);
        expect(warnings).toEqual(['job message-1 is given up: it is no JSON']);
      });

      test('gives a job again whose taker forgot it', async () => {
        const queue = await openQueue();
        await queue.submit(1, 'a');
        const [forgotten] = await takeJobs(queue, 1);
        const [again] = await takeJobs(queue, 1);
        expect(again!.key).toBe(forgotten!.key);
      });

      test('queues a job once whose submission got no answer', async () => {
        const proxy = await startTcpProxy(server.address);
        onTestFinished(() => proxy.close());
        const queue = await openQueue(proxy.address);
        proxy.cutInsteadOf(/"seq":/);
        await queue.submit(1, 'a');
        await queue.submit(2, 'b');
        const jobs = await takeJobs(await openQueue(), 2);
        expect(jobs.map(({ key }) => key)).toEqual(['a', 'b']);
      });

      test(`loses no job over ${NUM_KILLS} kills of the server while jobs come and go`, async () => {
        const numJobs = 100 * NUM_KILLS;
        const queue = await openQueue();
        const submitted = (async () => {
          for (let job = 0; job < numJobs; job++) {
            await queue.submit(job, `job-${job}`);
            if (job % 100 === 50) await server.restart();
          }
        })();
        const seen = new Set<string>();
        for await (const job of queue.take()) {
          seen.add(job.key);
          await job.done();
          if (seen.size === numJobs) break;
        }
        await submitted;
        expect(seen.size).toBe(numJobs);
      });
    });
  },
);
