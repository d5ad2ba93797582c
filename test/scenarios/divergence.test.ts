import { describe, expect, it } from 'vitest';
import { createStory, type JobStory, type StoryOptions } from './job-story.ts';

const ALL = ['a', 'b', 'c'];

/** A story whose workers have formed generation 1 and taken step 1. */
function trainingStory(options: StoryOptions = {}): JobStory {
  const story = createStory({ numSteps: 6, ...options });
  story.bring(...ALL);
  story.yes(ALL);
  story.transcript();
  return story;
}

/** The last member's digest differs. */
function diverge(story: JobStory): void {
  const odd = story.state.members.at(-1)!;
  story.yes(
    story.state.members.filter((id) => id !== odd),
    'right',
  );
  story.yes([odd], 'wrong');
}

describe('a rank whose sums differ', () => {
  it('P6: costs nobody a step: the others redo the same one, whole', () => {
    const story = trainingStory();
    diverge(story);
    story.yes(['a', 'b'], 'right');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes yes (right)
      0 ms: b votes yes (right)
      0 ms: c votes yes (wrong)
          persist: generation 2, running
          event: work_aborted: train 2 of generation 1, digest_mismatch by c
          a, b, c <- abort (the reduced vector of c differs from that of the others) train 2, then hold
          c <- stop: dismissed: its sums differ [STALE]
          event: worker_lost c: its sums differ
          event: generation_formed 2 (member_lost) after step 1: a, b
          a, b <- generation 2 [a, b] begins at train 2 (member_lost)
      0 ms: a votes yes (right)
      0 ms: b votes yes (right)
          ledger: step 2 (epoch 1, samples 4 to 8) by generation 2: a, b; digest right
          a, b <- commit train 2"
    `);
  });

  it('is replaced by a worker that copies the state of the others', () => {
    const story = trainingStory();
    diverge(story);
    story.yes(['a', 'b'], 'right');
    story.bring('d');
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 2, donorId: 'a' });
    story.yes(['a', 'b'], 'right');
    story.tell({ kind: 'worker_caught_up', workerId: 'd', step: 3, donorId: 'a' });
    expect(story.state.members).toEqual(['a', 'b', 'd']);
    story.yes(['a', 'b', 'd'], 'right');
    expect(story.state.done).toEqual({ kind: 'train', step: 4 });
  });

  it('feeds no worker that joins', () => {
    const story = trainingStory();
    diverge(story);
    story.bring('d');
    expect(story.transcript()).toContain('d <- copy the state of a or b');
  });

  it('is told to end with an error, and its later words have no effect (P7)', () => {
    const story = trainingStory();
    diverge(story);
    expect(story.transcript()).toContain('c <- stop: dismissed: its sums differ [STALE]');
    const { state } = story;
    story.tell({ kind: 'heartbeat', workerId: 'c', step: 1 });
    story.lose('c');
    expect(story.state).toEqual(state);
  });

  it('cannot be told from another one of two, so both try again, and the job fails if that does not help (P9)', () => {
    const story = trainingStory({ workers: { min: 1, max: 3 }, limits: { numRetries: 2 } });
    story.lose('c');
    diverge(story);
    expect(story.state).toMatchObject({ members: ['a', 'b'], generation: 3, numAbortsInARow: 2 });
    story.transcript();
    diverge(story);
    expect(story.state.failure).toMatchObject({
      code: 'RETRIES_EXHAUSTED',
      message: expect.stringContaining('the reduced vector of a, b differs'),
    });
  });

  it('is found in the exported weights too', () => {
    const story = trainingStory({ numSteps: 1 });
    story.writeCheckpoint();
    diverge(story);
    expect(story.transcript()).toContain('work_aborted: export 1 of generation 1, digest_mismatch by c');
    expect(story.state.inFlight?.work).toEqual({ kind: 'export', step: 1 });
    story.yes(['a', 'b'], 'right');
    expect(story.state).toMatchObject({ state: 'succeeded', weightsSha256: 'right' });
  });
});
