import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CoordinatorEvent } from '../../src/core/coordinator/coordinator-event.ts';
import { DEFAULT_LIMITS, initialState } from '../../src/core/coordinator/coordinator-state.ts';
import { recordOf, transition } from '../../src/core/coordinator/transition.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import { createJob, NEW, READINESS, yesVote } from './job-story.ts';

const workerId = fc.constantFrom('a', 'b', 'c', 'd');
const told = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('vote' as const), workerId, yes: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('come' as const), workerId }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('lost' as const, 'drain' as const), workerId }) },
  fc.record({ kind: fc.constantFrom('wait' as const, 'stop' as const) }),
);

it('P7, P12: what must be durable is persisted with exactly the events that change it, and generations only grow', () => {
  fc.assert(
    fc.property(fc.array(told, { minLength: 10, maxLength: 60, size: 'max' }), (story) => {
      const job = createJob({ workers: { min: 2, max: 3 }, leaseMs: 60_000 });
      const limits = { ...DEFAULT_LIMITS, gatherMs: 0 };
      let state = initialState({ jobId: 'j', job, numWanted: 3, limits, start: NEW });
      let now = 0;
      const handle = (event: CoordinatorEvent): void => {
        const before = structuredClone(state);
        const { state: after, persist } = transition(state, event, now);
        expect(state).toEqual(before);
        const changes = JSON.stringify(recordOf(after)) !== JSON.stringify(recordOf(before));
        expect(persist).toEqual(changes ? recordOf(after) : null);
        expect(after.generation).toBeGreaterThanOrEqual(before.generation);
        state = after;
      };
      for (const event of story) {
        if (!('workerId' in event)) {
          now += 2_000;
          if (event.kind === 'wait') handle({ kind: 'tick' });
          else if (now > 5_000) handle({ kind: 'stop_requested', cause: 'asked' });
        } else if (event.kind === 'come') {
          const { workerId } = event;
          const address = { collectiveAddress: `${workerId}:1`, metricsAddress: `${workerId}:2` };
          if (state.workers.has(workerId)) continue;
          const identity = { workerId, ...address, host: 'host', pid: 1 };
          handle({ kind: 'worker_connected', identity });
          handle({ kind: 'worker_ready', workerId, readiness: READINESS });
        } else if (event.kind === 'vote') {
          if (!state.inFlight) continue;
          const failure = { code: 'UNAVAILABLE', message: 'link', details: '' } as const;
          const vote = event.yes ? yesVote('d1') : ({ yes: false, failure } as const);
          const { generation } = state;
          const operation = operationOf(state.inFlight.work);
          handle({ kind: 'voted', workerId: event.workerId, generation, operation, vote });
        } else {
          const kind = event.kind === 'lost' ? 'worker_lost' : 'drain_requested';
          handle({ kind, workerId: event.workerId, cause: 'cause' });
        }
      }
    }),
  );
});
