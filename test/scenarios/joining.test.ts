import { describe, expect, it } from 'vitest';
import type { WorkerIdentity } from '../../src/core/membership/worker-record.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import { createStory, type JobStory } from './job-story.ts';

/** A story that has lost one of three workers after step 1; a new one, d, has loaded the job. */
function shorthandedStory(): JobStory {
  const story = createStory({ numSteps: 8 });
  story.bring('a', 'b', 'c');
  story.yes(['a', 'b', 'c']);
  story.lose('c');
  story.transcript();
  story.bring('d');
  return story;
}

function identityOf(workerId: string): WorkerIdentity {
  const address = { collectiveAddress: `${workerId}:1`, metricsAddress: `${workerId}:2` };
  return { workerId, ...address, host: 'host', pid: 1 };
}

describe('a worker that joins a running job', () => {
  it('is fed by those that hold the newest weights, while they train on', () => {
    const story = shorthandedStory();
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: d connects
          event: worker_joined d
      0 ms: d has loaded the job
          event: worker_ready d
          d <- copy the state of a or b"
    `);
    story.yes(['a', 'b']);
    expect(story.state.members).toEqual(['a', 'b']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 3 });
  });

  it('is admitted at the step boundary at which it is level', () => {
    const story = shorthandedStory();
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 1, donorId: 'a' });
    expect(story.transcript()).toContain('event: worker_fed d by a');
    story.yes(['a', 'b']);
    expect(story.state.inFlight).toBeNull();
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 2, donorId: 'a' });
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
          ledger: step 2 (epoch 1, samples 4 to 8) by generation 2: a, b; digest d1
          a, b <- commit train 2, then hold
      0 ms: worker_caught_up
          persist: generation 3, running
          event: generation_formed 3 (joined) after step 2: a, b, d
          a, b, d <- generation 3 [a, b, d] begins at train 3 (joined)"
    `);
    expect(story.state.members).toEqual(['a', 'b', 'd']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 3 });
  });

  it('is not waited for when it lags behind by more than a step', () => {
    const story = shorthandedStory();
    story.yes(['a', 'b']);
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 1, donorId: 'a' });
    story.yes(['a', 'b']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 4 });
  });

  it('holds the others up for a bounded time only', () => {
    const story = shorthandedStory();
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 1, donorId: 'a' });
    story.yes(['a', 'b']);
    story.wait(story.state.limits.joinMs + 1);
    expect(story.state.members).toEqual(['a', 'b']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 3 });
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 2, donorId: 'a' });
    story.yes(['a', 'b']);
    expect(story.state.inFlight?.work, 'not again so soon').toEqual({ kind: 'train', step: 4 });
  });

  it('may lack more steps the longer it is fed, where steps come faster than it can follow', () => {
    const story = createStory({ numSteps: 8, leaseMs: 60_000 });
    story.bring('a', 'b', 'c');
    story.yes(['a', 'b', 'c']);
    story.lose('c');
    story.bring('d');
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 1, donorId: 'a' });
    story.yes(['a', 'b'], 'd2');
    story.wait(story.state.limits.joinMs + 1);
    story.wait(13_000);
    story.yes(['a', 'b'], 'd3');
    expect(story.state, 'stands after step 3, though d lacks two steps').toMatchObject({ inFlight: null });
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 3, donorId: 'a' });
    expect(story.state.members).toEqual(['a', 'b', 'd']);
  });
});

describe('the last worker that holds the newest weights', () => {
  /** Workers a and b trained one step; only a is left of them, while d holds nothing. */
  function lastHolderStory(): JobStory {
    const story = shorthandedStory();
    story.lose('b');
    story.transcript();
    return story;
  }

  it('may come back for a while, and the job goes on with it', () => {
    const story = lastHolderStory();
    story.lose('a');
    expect(story.state.state).toBe('waiting');
    story.tell({ kind: 'worker_connected', identity: identityOf('a') }, 'a connects anew');
    story.ready('a', { step: 1, operation: operationOf({ kind: 'train', step: 1 }) });
    expect(story.state.members).toEqual(['a']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 2 });
  });

  it('is given up when it stays away, and its steps are done again', () => {
    const story = lastHolderStory();
    story.lose('a');
    story.wait(story.state.limits.reattachMs - 1);
    expect(story.state.state).toBe('waiting');
    story.transcript();
    story.wait(1);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "1500 ms: tick
          persist: generation 4, running
          event: waiting: no worker is left that holds the weights after step 1: goes on from step 0
          take the records back to step 0
          event: generation_formed 4 (member_lost) after step 0: d
          d <- generation 4 [d] begins at train 1 (member_lost)"
    `);
  });

  it('is given up for a checkpoint, which workers load that are started anew', () => {
    const story = createStory({ numSteps: 8, checkpointEvery: 1, numWanted: 1 });
    story.bring('a', 'b');
    story.yes(['a', 'b']);
    story.writeCheckpoint();
    story.lose('a');
    story.lose('b');
    story.bring('d');
    story.transcript();
    story.wait(story.state.limits.reattachMs);
    story.tell({ kind: 'worker_connected', identity: identityOf('e') }, 'e connects');
    story.ready('e', { step: 1, operation: operationOf({ kind: 'train', step: 1 }) });
    expect(story.transcript()).toMatchInlineSnapshot(`
      "1500 ms: tick
          event: waiting: no worker is left that holds the weights after step 1: goes on from step 1
          take the records back to step 1
          d <- stop: dismissed: the job goes on from the checkpoint after step 1 [STALE]
          event: worker_lost d: the job goes on from the checkpoint after step 1
      1500 ms: e connects
          event: worker_joined e
      1500 ms: e has loaded the job
          persist: generation 2, running
          event: worker_ready e
          event: generation_formed 2 (member_lost) after step 1: e
          e <- generation 2 [e] begins at train 2 (member_lost)"
    `);
  });

  it('may connect anew before the loss of its stream is noticed', () => {
    const story = lastHolderStory();
    story.tell({ kind: 'worker_connected', identity: identityOf('a') }, 'a connects anew');
    expect(story.state.members).toEqual([]);
    story.ready('a', { step: 1, operation: operationOf({ kind: 'train', step: 1 }) });
    expect(story.state.members).toEqual(['a']);
  });

  it('may be silent for longer than others', () => {
    const story = lastHolderStory();
    const { leaseMs } = story.state.job.workers;
    const { reattachMs } = story.state.limits;
    story.wait(leaseMs);
    story.tell({ kind: 'heartbeat', workerId: 'd', step: 0 });
    story.wait(reattachMs - 1);
    expect(story.state.members).toEqual(['a']);
    story.wait(2);
    expect(story.state.members).toEqual([]);
  });

  it('leaves only once another holds them too', () => {
    const story = lastHolderStory();
    story.tell({ kind: 'drain_requested', workerId: 'a', cause: 'SIGTERM' }, 'a asks to leave');
    story.yes(['a']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 3 });
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 2, donorId: 'a' });
    story.transcript();
    story.yes(['a']);
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 3, donorId: 'a' });
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
          ledger: step 3 (epoch 2, samples 0 to 4) by generation 3: a; digest d1
          a <- commit train 3, then hold
      0 ms: worker_caught_up
          persist: generation 4, running
          a <- stop: drained
          event: generation_formed 4 (joined) after step 3: d
          d <- generation 4 [d] begins at train 4 (joined)"
    `);
  });
});
