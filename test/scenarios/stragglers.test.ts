import { describe, expect, it } from 'vitest';
import type { StragglersSpec } from '../../src/core/job/job-spec.ts';
import { createStory, type JobStory, type StoryOptions } from './job-story.ts';

const REPLACE: StragglersSpec = { policy: 'replace', deviations: 5, steps: 3 };
const QUICK = [0.1, 0.1, 0.1];
/** The last rank is slow. */
const SLOW = [0.1, 0.1, 0.4];

/** A story whose workers a, b and c have formed generation 1. */
function trainingStory(options: StoryOptions = {}): JobStory {
  const story = createStory({ numSteps: 40, ...options });
  story.bring('a', 'b', 'c');
  story.transcript();
  return story;
}

function take(story: JobStory, numSteps: number, seconds: readonly number[]): void {
  for (let step = 0; step < numSteps; step++) story.step(seconds);
}

describe('a rank that holds the others up', () => {
  it('is named once for each spell, and when it has recovered, and keeps its rank', () => {
    const story = trainingStory();
    take(story, 2, SLOW);
    story.transcript();
    story.step(SLOW);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes after 0.1 s
      0 ms: b votes yes after 0.1 s
      0 ms: c votes yes after 0.4 s
          ledger: step 3 (epoch 2, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 3
          event: straggler_found c: rank 2, 0.4 s, median 0.1 s"
    `);
    take(story, 4, SLOW);
    expect(story.transcript()).not.toContain('straggler');
    story.step(QUICK);
    expect(story.transcript()).toContain('event: straggler_recovered c: rank 2, 0.1 s, median 0.1 s');
    take(story, 3, SLOW);
    expect(story.transcript()).toContain('straggler_found c');
    expect(story.state.generation).toBe(1);
  });

  it('is replaced at a step boundary, without an abort, where the job says so', () => {
    const story = trainingStory({ stragglers: REPLACE });
    take(story, 2, SLOW);
    story.transcript();
    story.step(SLOW);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes after 0.1 s
      0 ms: b votes yes after 0.1 s
      0 ms: c votes yes after 0.4 s
          persist: generation 2, running
          ledger: step 3 (epoch 2, samples 0 to 4) by generation 1: a, b, c; digest d1
          a, b, c <- commit train 3, then hold
          event: straggler_found c: rank 2, 0.4 s, median 0.1 s
          c <- stop: dismissed: it held the others up, with 400 ms a step beside a median of 100 ms [STALE]
          event: worker_lost c: it held the others up, with 400 ms a step beside a median of 100 ms
          event: generation_formed 2 (member_lost) after step 3: a, b
          a, b <- generation 2 [a, b] begins at train 4 (member_lost)"
    `);
    expect(story.state.members).toEqual(['a', 'b']);
    expect(story.state.inFlight?.work).toEqual({ kind: 'train', step: 4 });
  });

  it('stays while the job would have too few without it', () => {
    const story = trainingStory({ stragglers: REPLACE, workers: { min: 3, max: 3 } });
    take(story, 9, SLOW);
    expect(story.state).toMatchObject({ generation: 1, members: ['a', 'b', 'c'] });
  });

  it('is not followed by another one before a new worker has come in its place', () => {
    const story = trainingStory({ stragglers: REPLACE });
    take(story, 3, SLOW);
    take(story, 9, [0.1, 0.4]);
    expect(story.transcript()).toContain('straggler_found b');
    expect(story.state).toMatchObject({ generation: 2, members: ['a', 'b'] });
  });

  it('is not followed by another one within as many steps as make a straggler', () => {
    const story = trainingStory({ stragglers: { ...REPLACE, steps: 6 } });
    take(story, 6, SLOW);
    story.bring('d');
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 6, donorId: 'a' });
    story.step([0.1, 0.4]);
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 7, donorId: 'a' });
    expect(story.state.members).toEqual(['a', 'b', 'd']);
    take(story, 5, [0.1, 0.4, 0.1]);
    expect(story.transcript()).toContain('straggler_found b');
    expect(story.state.members).toEqual(['a', 'b', 'd']);
    story.step([0.1, 0.4, 0.1]);
    expect(story.state.members).toEqual(['a', 'd']);
  });

  it('is not replaced at the boundary at which another worker leaves', () => {
    const story = trainingStory({ stragglers: REPLACE, workers: { min: 2, max: 3 } });
    take(story, 2, SLOW);
    story.tell({ kind: 'drain_requested', workerId: 'a', cause: 'asked to leave' });
    story.step(SLOW);
    expect(story.state).toMatchObject({ state: 'running', members: ['b', 'c'] });
  });

  it('stays until the checkpoint that it writes a part of is complete', () => {
    const story = trainingStory({ stragglers: REPLACE, checkpointEvery: 2 });
    take(story, 4, SLOW);
    expect(story.state.members).toEqual(['a', 'b', 'c']);
    expect(story.transcript()).toContain('straggler_found c');
    story.writeCheckpoint();
    story.step(SLOW);
    expect(story.state).toMatchObject({ members: ['a', 'b'], checkpointStep: 2 });
    expect(story.transcript()).not.toContain('was lost before its part was written');
  });

  it('is not replaced after the last step, nor while the job stops', () => {
    const last = trainingStory({ stragglers: REPLACE, numSteps: 3 });
    take(last, 3, SLOW);
    expect(last.state).toMatchObject({ generation: 1, inFlight: { work: { kind: 'export' } } });
    const stopping = trainingStory({ stragglers: REPLACE });
    take(stopping, 2, SLOW);
    stopping.tell({ kind: 'stop_requested', cause: 'asked' });
    stopping.step(SLOW);
    stopping.writeCheckpoint();
    expect(stopping.state).toMatchObject({ state: 'interrupted', checkpointStep: 3 });
  });
});
