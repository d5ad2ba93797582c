import { describe, expect, it } from 'vitest';
import type { JobRecord } from '../../src/core/coordinator/coordinator-state.ts';
import { recordOf } from '../../src/core/coordinator/transition.ts';
import { operationOf } from '../../src/core/plan/work.ts';
import { createStory, type JobStory, type StoryOptions } from './job-story.ts';

const JOB: StoryOptions = { numSteps: 8, workers: { min: 2, max: 3 } };

/** A coordinator in the place of one that died with this record. */
function restarted(record: JobRecord, checkpointStep = 0): JobStory {
  return createStory({ ...JOB, start: { step: checkpointStep, record, isRestart: true } });
}

/** What a coordinator of three workers had made durable when it died in the middle of step 2. */
function recordAtStep2(): JobRecord {
  const story = createStory(JOB);
  story.bring('a', 'b', 'c');
  story.yes(['a', 'b', 'c']);
  return recordOf(story.state);
}

/** A worker comes back with the state after `step`. */
function returns(story: JobStory, workerId: string, step: number): void {
  const address = { collectiveAddress: `${workerId}:1`, metricsAddress: `${workerId}:2` };
  const identity = { workerId, ...address, host: 'host', pid: 1 };
  story.tell({ kind: 'worker_connected', identity }, `${workerId} connects`);
  const operation = step === 0 ? 0 : operationOf({ kind: 'train', step });
  story.ready(workerId, { step, operation, weightsSha256: '' });
}

describe('a coordinator in the place of one that died', () => {
  it('P12: waits for the members of the last generation, and goes on in a new one from the newest step', () => {
    const story = restarted(recordAtStep2());
    story.wait(100);
    returns(story, 'a', 1);
    returns(story, 'c', 1);
    expect(story.state.members).toEqual([]);
    story.transcript();
    returns(story, 'b', 1);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "100 ms: b connects
          event: worker_joined b
      100 ms: b has loaded the job
          persist: generation 2, running
          event: worker_ready b
          take the records back to step 1
          event: coordinator_restarted after step 1: a, c, b
          event: generation_formed 2 (coordinator_restarted) after step 1: a, c, b
          a, c, b <- generation 2 [a, c, b] begins at train 2 (coordinator_restarted)"
    `);
  });

  it('P12: takes the step for committed that one of them has applied, and feeds the others', () => {
    const story = restarted(recordAtStep2());
    returns(story, 'a', 1);
    returns(story, 'b', 2);
    story.transcript();
    returns(story, 'c', 2);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: c connects
          event: worker_joined c
      0 ms: c has loaded the job
          persist: generation 2, running
          event: worker_ready c
          take the records back to step 2
          event: coordinator_restarted after step 2: a, b, c
          event: generation_formed 2 (coordinator_restarted) after step 2: b, c
          b, c <- generation 2 [b, c] begins at train 3 (coordinator_restarted)
          a <- copy the state of b or c"
    `);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 3 });
  });

  it('waits a bounded time for those that do not come back', () => {
    const story = restarted(recordAtStep2());
    story.wait(100);
    returns(story, 'a', 1);
    returns(story, 'b', 1);
    story.wait(1_400);
    expect(story.state.members).toEqual([]);
    story.wait(200);
    expect(story.state.members).toEqual(['a', 'b']);
  });

  it('P7: lets no vote of the generation before count', () => {
    const story = restarted(recordAtStep2());
    for (const workerId of ['a', 'b', 'c']) returns(story, workerId, 1);
    story.transcript();
    const vote = { yes: false, failure: { code: 'UNAVAILABLE', message: 'late', details: '' } } as const;
    const operation = operationOf({ kind: 'train', step: 2 });
    story.tell({ kind: 'voted', workerId: 'a', generation: 1, operation, vote });
    expect(story.transcript()).toContain('refused: stale');
    expect(story.state.inFlight?.votes.size).toBe(0);
  });

  it('turns a worker away that holds steps which the job has taken back', () => {
    const story = restarted(recordAtStep2());
    for (const workerId of ['a', 'b', 'c']) returns(story, workerId, 1);
    story.transcript();
    returns(story, 'd', 5);
    expect(story.transcript()).toContain(
      '[STALE] this worker holds step 5, but the job was taken back to step 1',
    );
  });

  it('does one more step of a job that was about to stop, so that nothing is lost', () => {
    const story = restarted({ ...recordAtStep2(), state: 'stopping' });
    for (const workerId of ['a', 'b', 'c']) returns(story, workerId, 1);
    story.yes(['a', 'b', 'c']);
    story.writeCheckpoint();
    expect(story.state).toMatchObject({ state: 'interrupted', checkpointStep: 2 });
  });

  it('tells every worker that the job is over where it was', () => {
    const story = restarted({ ...recordAtStep2(), state: 'succeeded', weightsSha256: 'w' });
    expect(story.state).toMatchObject({ state: 'succeeded', weightsSha256: 'w' });
    const identity = { workerId: 'a', collectiveAddress: 'a:1', metricsAddress: 'a:2', host: 'host', pid: 1 };
    story.tell({ kind: 'worker_connected', identity });
    expect(story.transcript()).toContain('a <- stop: the job is succeeded');
  });
});
