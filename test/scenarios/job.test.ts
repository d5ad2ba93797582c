import { describe, expect, it } from 'vitest';
import { operationOf } from '../../src/core/plan/work.ts';
import { createStory, type JobStory, type StoryOptions, yesVote } from './job-story.ts';

/** A story whose workers a, b and c have formed generation 1; its beginning is told elsewhere. */
function trainingStory(options: StoryOptions = {}): JobStory {
  const story = createStory(options);
  story.bring('a', 'b', 'c');
  story.transcript();
  return story;
}

const ALL = ['a', 'b', 'c'];

describe('a job', () => {
  it('gathers its workers and starts when all that are wanted are ready', () => {
    const story = createStory();
    story.bring('a', 'b', 'c');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a connects
          event: worker_joined a
      0 ms: a has loaded the job
          event: job_loaded: 4 steps
          event: worker_ready a
          event: waiting: 1 of 3 workers ready
      0 ms: b connects
          event: worker_joined b
      0 ms: b has loaded the job
          event: worker_ready b
          event: waiting: 2 of 3 workers ready
      0 ms: c connects
          event: worker_joined c
      0 ms: c has loaded the job
          persist: generation 1, running
          event: worker_ready c
          event: generation_formed 1 (start) after step 0: a, b, c
          a, b, c <- generation 1 [a, b, c] begins at train 1 (start)"
    `);
  });

  it('starts with fewer when the others do not come in time', () => {
    const story = createStory({ leaseMs: 60_000, limits: { gatherMs: 1000 } });
    story.bring('a', 'b');
    story.wait(999);
    story.wait(1);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a connects
          event: worker_joined a
      0 ms: a has loaded the job
          event: job_loaded: 4 steps
          event: worker_ready a
          event: waiting: 1 of 3 workers ready
      0 ms: b connects
          event: worker_joined b
      0 ms: b has loaded the job
          event: worker_ready b
          event: waiting: 2 of 3 workers ready
      999 ms: tick
      1000 ms: tick
          persist: generation 1, running
          event: generation_formed 1 (start) after step 0: a, b
          a, b <- generation 1 [a, b] begins at train 1 (start)"
    `);
  });

  it('commits a step when all have voted yes with one digest', () => {
    const story = trainingStory();
    story.yes(ALL);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1"
    `);
    expect(story.state.done).toEqual({ kind: 'train', step: 1 });
  });

  it('P6: gives up the step of a lost member and redoes the same step without it', () => {
    const story = trainingStory();
    story.yes(ALL);
    story.transcript();
    story.yes(['a']);
    story.lose('b');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b is lost: connection closed
          persist: generation 2, running
          event: worker_lost b: connection closed
          event: work_aborted: train 2 of generation 1, member_lost by b
          a, c <- abort (b was lost: connection closed) train 2, then hold
          event: generation_formed 2 (member_lost) after step 1: a, c
          a, c <- generation 2 [a, c] begins at train 2 (member_lost)"
    `);
    story.yes(['a', 'c']);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: c votes yes (d1)
          ledger: step 2 (epoch 1, samples 4 to 8) by generation 2: a, c; digest d1
          a, c <- commit train 2"
    `);
  });

  it('redoes a step that a broken link spoilt', () => {
    const story = trainingStory();
    story.yes(['a']);
    story.no('c');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: c votes no (UNAVAILABLE)
          persist: generation 2, running
          event: work_aborted: train 1 of generation 1, vote_no by c
          a, b, c <- abort (c voted no: the link to rank 1 broke) train 1, then hold
          event: generation_formed 2 (retry) after step 0: a, b, c
          a, b, c <- generation 2 [a, b, c] begins at train 1 (retry)"
    `);
  });

  it('fails at once on a value that is not finite, for it would come again', () => {
    const story = trainingStory();
    story.no('b', { code: 'NOT_FINITE', message: 'the loss is NaN at step 1' });
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: b votes no (NOT_FINITE)
          persist: generation 1, failed
          event: failed: the loss is NaN at step 1; there is no checkpoint yet
          a, b, c <- stop: the loss is NaN at step 1; there is no checkpoint yet [NOT_FINITE]
          the job is over"
    `);
  });

  it('names the one whose reduced vector differs', () => {
    const story = trainingStory();
    story.yes(['a'], 'd1');
    story.yes(['b'], 'd2');
    story.yes(['c'], 'd1');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b votes yes (d2)
      0 ms: c votes yes (d1)
          persist: generation 2, running
          event: work_aborted: train 1 of generation 1, digest_mismatch by b
          a, b, c <- abort (the reduced vector of b differs from that of the others) train 1, then hold
          b <- stop: dismissed: its sums differ [STALE]
          event: worker_lost b: its sums differ
          event: generation_formed 2 (member_lost) after step 0: a, c
          a, c <- generation 2 [a, c] begins at train 1 (member_lost)"
    `);
  });

  it('P9: fails when a step was aborted once more than it may be retried', () => {
    const story = trainingStory({ limits: { numRetries: 2 } });
    for (let abort = 0; abort < 3; abort++) story.no('a');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes no (UNAVAILABLE)
          persist: generation 2, running
          event: work_aborted: train 1 of generation 1, vote_no by a
          a, b, c <- abort (a voted no: the link to rank 1 broke) train 1, then hold
          event: generation_formed 2 (retry) after step 0: a, b, c
          a, b, c <- generation 2 [a, b, c] begins at train 1 (retry)
      0 ms: a votes no (UNAVAILABLE)
          persist: generation 3, running
          event: work_aborted: train 1 of generation 2, vote_no by a
          a, b, c <- abort (a voted no: the link to rank 1 broke) train 1, then hold
          event: generation_formed 3 (retry) after step 0: a, b, c
          a, b, c <- generation 3 [a, b, c] begins at train 1 (retry)
      0 ms: a votes no (UNAVAILABLE)
          persist: generation 3, failed
          event: work_aborted: train 1 of generation 3, vote_no by a
          event: failed: step 1 was aborted 3 times in a row, the last time because a voted no: the link to rank 1 broke; there is no checkpoint yet
          a, b, c <- stop: step 1 was aborted 3 times in a row, the last time because a voted no: the link to rank 1 broke; there is no checkpoint yet [RETRIES_EXHAUSTED]
          the job is over"
    `);
  });

  it('counts aborts anew after a step that went well', () => {
    const story = trainingStory({ limits: { numRetries: 2 } });
    for (let step = 1; step <= 3; step++) {
      story.no('a');
      story.no('b');
      story.yes(ALL);
    }
    expect(story.state).toMatchObject({ state: 'running', generation: 7, numAbortsInARow: 0 });
  });

  it('P7: is not moved by a vote of an older generation, of other work, or of somebody without a rank', () => {
    const story = trainingStory({ workers: { min: 1, max: 2 }, numWanted: 2 });
    story.no('a');
    story.transcript();
    const before = story.state;
    const operation = operationOf({ kind: 'train', step: 1 });
    const vote = yesVote('d1');
    story.tell(
      { kind: 'voted', workerId: 'a', generation: 1, operation, vote },
      'a late yes of generation 1',
    );
    story.tell(
      { kind: 'voted', workerId: 'a', generation: 2, operation: operation + 4, vote },
      'a votes on step 2',
    );
    story.tell({ kind: 'voted', workerId: 'c', generation: 2, operation, vote }, 'c votes without a rank');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a late yes of generation 1
          refused: stale
      0 ms: a votes on step 2
          refused: stale
      0 ms: c votes without a rank
          refused: not_a_member"
    `);
    expect(story.state).toEqual(before);
  });

  it('waits, with the reason, below the smallest number of workers, and goes on when one has come', () => {
    const story = trainingStory({ workers: { min: 3, max: 3 } });
    story.lose('b');
    story.wait(100);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: b is lost: connection closed
          persist: generation 1, waiting
          event: worker_lost b: connection closed
          event: work_aborted: train 1 of generation 1, member_lost by b
          a, c <- abort (b was lost: connection closed) train 1, then hold
          event: waiting: needs 3 workers, 2 ready
      100 ms: tick"
    `);
    story.bring('d');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "100 ms: d connects
          event: worker_joined d
      100 ms: d has loaded the job
          persist: generation 2, running
          event: worker_ready d
          event: generation_formed 2 (member_lost) after step 0: a, c, d
          a, c, d <- generation 2 [a, c, d] begins at train 1 (member_lost)"
    `);
  });

  it('takes a checkpoint when it is due and trains on while it is written', () => {
    const story = trainingStory({ checkpointEvery: 1 });
    story.yes(ALL);
    story.yes(['a']);
    story.writeCheckpoint();
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1, take a checkpoint
      0 ms: a votes yes (d1)
      0 ms: a has written its part of checkpoint 1
      0 ms: b has written its part of checkpoint 1
      0 ms: c has written its part of checkpoint 1
          write the manifest of checkpoint 1 (3 parts)
      0 ms: the manifest of checkpoint 1 is written
          event: checkpoint_written 1 (30 bytes)"
    `);
    expect(story.state).toMatchObject({ checkpointStep: 1, checkpoint: null });
  });

  it('stops on request after the step in flight, with a checkpoint', () => {
    const story = trainingStory();
    story.tell({ kind: 'stop_requested', cause: 'Ctrl-C' }, 'somebody asks it to stop');
    story.yes(ALL);
    story.writeCheckpoint();
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: somebody asks it to stop
          persist: generation 1, stopping
          event: stopping: Ctrl-C
      0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1, take a checkpoint, then hold
      0 ms: a has written its part of checkpoint 1
      0 ms: b has written its part of checkpoint 1
      0 ms: c has written its part of checkpoint 1
          write the manifest of checkpoint 1 (3 parts)
      0 ms: the manifest of checkpoint 1 is written
          persist: generation 1, interrupted
          event: checkpoint_written 1 (30 bytes)
          event: interrupted: stopped after step 1, with a checkpoint
          a, b, c <- stop: stopped after step 1, with a checkpoint
          the job is over"
    `);
  });

  it('stops without the checkpoint when that is not written in time', () => {
    const story = trainingStory({ leaseMs: 60_000, limits: { checkpointMs: 1000 } });
    story.tell({ kind: 'stop_requested', cause: 'Ctrl-C' }, 'somebody asks it to stop');
    story.yes(ALL);
    story.transcript();
    story.wait(1001);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "1001 ms: tick
          persist: generation 1, interrupted
          event: checkpoint_failed 1: not complete after 1000 ms
          event: interrupted: stopped after step 1; there is no checkpoint
          a, b, c <- stop: stopped after step 1; there is no checkpoint
          the job is over"
    `);
  });

  it('drops a member that is silent for longer than its lease', () => {
    const story = trainingStory({ leaseMs: 500 });
    story.wait(400);
    for (const workerId of ['a', 'c'])
      story.tell({ kind: 'heartbeat', workerId, step: 0 }, `${workerId} is alive`);
    story.wait(101);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "400 ms: tick
      400 ms: a is alive
      400 ms: c is alive
      501 ms: tick
          persist: generation 2, running
          b <- stop: dismissed: no heartbeat for 501 ms (lease 500 ms) [STALE]
          event: worker_lost b: no heartbeat for 501 ms (lease 500 ms)
          event: work_aborted: train 1 of generation 1, member_lost by b
          a, c <- abort (b was lost: no heartbeat for 501 ms (lease 500 ms)) train 1, then hold
          event: generation_formed 2 (member_lost) after step 0: a, c
          a, c <- generation 2 [a, c] begins at train 1 (member_lost)"
    `);
  });

  it('drops members that live but do not vote in time', () => {
    const story = trainingStory({ leaseMs: 60_000, limits: { firstVoteMs: 1000 } });
    story.yes(['a', 'c']);
    story.wait(1000);
    story.wait(1);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: c votes yes (d1)
      1000 ms: tick
      1001 ms: tick
          persist: generation 2, running
          event: work_aborted: train 1 of generation 1, timeout by b
          a, b, c <- abort (b did not vote in time) train 1, then hold
          b <- stop: dismissed: did not vote in time [STALE]
          event: worker_lost b: did not vote in time
          event: generation_formed 2 (member_lost) after step 0: a, c
          a, c <- generation 2 [a, c] begins at train 1 (member_lost)"
    `);
  });

  it.each([
    ['other data', { dataFingerprint: 'data-2' }],
    ['a model of another size', { vectorLength: 13 }],
    ['another engine', { engine: 'wasm' }],
    ['other weights', { weightsSha256: 'weights-1' }],
  ])('refuses a worker that has loaded %s', (_, change) => {
    const story = createStory({ numWanted: 2 });
    story.bring('a', 'b');
    const identity = { workerId: 'c', collectiveAddress: 'c:1', metricsAddress: 'c:2', host: 'host', pid: 1 };
    story.tell({ kind: 'worker_connected', identity }, 'c connects');
    story.transcript();
    story.ready('c', change);
    expect(story.transcript()).toMatchSnapshot();
    expect(story.state).toMatchObject({ state: 'running', members: ['a', 'b'] });
    expect(story.state.workers.has('c')).toBe(false);
  });

  it('lets a worker that asks to leave go at the next step boundary', () => {
    const story = trainingStory();
    story.tell({ kind: 'drain_requested', workerId: 'b', cause: 'SIGTERM' }, 'b asks to leave');
    story.yes(ALL);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: b asks to leave
          event: worker_draining b: SIGTERM
      0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          persist: generation 2, running
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1, then hold
          b <- stop: drained
          event: generation_formed 2 (drained) after step 1: a, c
          a, c <- generation 2 [a, c] begins at train 2 (drained)"
    `);
  });

  it('lets a worker that asks to leave go even when the rest is too few to go on', () => {
    const story = trainingStory({ workers: { min: 3, max: 3 } });
    story.tell({ kind: 'drain_requested', workerId: 'b', cause: 'SIGTERM' }, 'b asks to leave');
    story.yes(ALL);
    story.wait(10);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: b asks to leave
          event: worker_draining b: SIGTERM
      0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          persist: generation 1, waiting
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1, then hold
          b <- stop: drained
          event: waiting: needs 3 workers, 2 ready
      10 ms: tick"
    `);
  });

  it('lets a worker without a rank go at once', () => {
    const story = trainingStory({ workers: { min: 3, max: 3 } });
    story.lose('b');
    story.transcript();
    story.tell({ kind: 'drain_requested', workerId: 'c', cause: 'SIGTERM' }, 'c asks to leave');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: c asks to leave
          event: worker_draining c: SIGTERM
          c <- stop: drained
          event: waiting: needs 3 workers, 1 ready"
    `);
  });

  it('does not feed a worker that is about to leave', () => {
    const story = trainingStory({ workers: { min: 1, max: 2 }, numWanted: 2 });
    story.tell({ kind: 'drain_requested', workerId: 'c', cause: 'SIGTERM' }, 'c asks to leave');
    story.yes(['a', 'b']);
    expect(story.transcript()).not.toContain('c <- copy the state');
  });

  it('ends when its model is exported and its last checkpoint is written', () => {
    const story = trainingStory({ numSteps: 1 });
    story.yes(ALL);
    story.yes(ALL, 'weights-1');
    story.writeCheckpoint();
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (d1)
      0 ms: b votes yes (d1)
      0 ms: c votes yes (d1)
          ledger: step 1 (epoch 1, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 1, take a checkpoint
      0 ms: a votes yes (weights-1)
      0 ms: b votes yes (weights-1)
      0 ms: c votes yes (weights-1)
          persist: generation 1, running
          a, b, c <- commit export 1, then hold
      0 ms: a has written its part of checkpoint 1
      0 ms: b has written its part of checkpoint 1
      0 ms: c has written its part of checkpoint 1
          write the manifest of checkpoint 1 (3 parts)
      0 ms: the manifest of checkpoint 1 is written
          persist: generation 1, succeeded
          event: checkpoint_written 1 (30 bytes)
          event: succeeded: trained to the end
          a, b, c <- stop: trained to the end
          the job is over"
    `);
    expect(story.state).toMatchObject({ state: 'succeeded', weightsSha256: 'weights-1' });
  });

  it('sends a worker away that comes after the end, and hears nothing else', () => {
    const story = trainingStory();
    story.tell({
      kind: 'launcher_failed',
      failure: { code: 'WORKERS_LOST', message: 'none stays alive', details: '' },
    });
    story.transcript();
    const identity = { workerId: 'd', collectiveAddress: 'd:1', metricsAddress: 'd:2', host: 'host', pid: 1 };
    story.tell({ kind: 'worker_connected', identity }, 'd connects');
    story.lose('a');
    story.wait(60_000);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: d connects
          d <- stop: the job is failed
      0 ms: a is lost: connection closed
      60000 ms: tick"
    `);
  });

  it('skips a checkpoint while the one before is being written, but not the last one', () => {
    const story = trainingStory({ numSteps: 3, checkpointEvery: 1 });
    story.yes(ALL);
    story.yes(ALL);
    expect(story.state.checkpoint?.step).toBe(1);
    expect(story.transcript()).toContain('checkpoint_failed');
    story.yes(ALL);
    expect(story.state.checkpoint?.step).toBe(3);
  });
});
