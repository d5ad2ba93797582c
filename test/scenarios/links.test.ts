import { describe, expect, it } from 'vitest';
import { createStory, type JobStory, type StoryOptions } from './job-story.ts';

/** A story whose workers a, b and c have formed generation 1. */
function trainingStory(options: StoryOptions = {}): JobStory {
  const story = createStory(options);
  story.bring('a', 'b', 'c');
  story.transcript();
  return story;
}

function accuse(story: JobStory, accuser: string, ...suspects: string[]): void {
  story.no(accuser, { message: `no word from ${suspects.join(', ')}`, suspects });
}

describe('a link that fails', () => {
  it('is tried again once, and after that the member goes that most others cannot reach', () => {
    const story = trainingStory();
    accuse(story, 'a', 'b');
    accuse(story, 'b', 'a');
    accuse(story, 'c', 'b');
    accuse(story, 'a', 'b');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: a votes no (UNAVAILABLE)
          persist: generation 2, running
          event: work_aborted: train 1 of generation 1, vote_no by a
          a, b, c <- abort (a voted no: no word from b) train 1, then hold
          event: generation_formed 2 (retry) after step 0: a, b, c
          a, b, c <- generation 2 [a, b, c] begins at train 1 (retry)
      0 ms: b votes no (UNAVAILABLE)
      0 ms: c votes no (UNAVAILABLE)
      0 ms: a votes no (UNAVAILABLE)
          persist: generation 3, running
          event: work_aborted: train 1 of generation 2, vote_no by b
          a, b, c <- abort (the links between b and a, c failed again) train 1, then hold
          b <- stop: dismissed: its links to a, c failed again [STALE]
          event: worker_lost b: its links to a, c failed again
          event: generation_formed 3 (member_lost) after step 0: a, c
          a, c <- generation 3 [a, c] begins at train 1 (member_lost)"
    `);
    story.yes(['a', 'c']);
    expect(story.state).toMatchObject({
      done: { kind: 'train', step: 1 },
      members: ['a', 'c'],
      numAbortsInARow: 0,
      suspicion: { accusations: [], sinceMs: null },
    });
  });

  it('costs a member its place that says nothing itself, when the others have been heard for long enough', () => {
    const story = trainingStory();
    accuse(story, 'c', 'b');
    story.wait(10);
    accuse(story, 'c', 'b');
    story.transcript();
    story.wait(story.state.limits.accusationMs - 1);
    expect(story.state.generation).toBe(2);
    story.wait(1);
    expect(story.transcript()).toMatchInlineSnapshot(`
      "1509 ms: tick
      1510 ms: tick
          persist: generation 3, running
          event: work_aborted: train 1 of generation 2, vote_no by b
          a, b, c <- abort (the links between b and c failed again) train 1, then hold
          b <- stop: dismissed: its links to c failed again [STALE]
          event: worker_lost b: its links to c failed again
          event: generation_formed 3 (member_lost) after step 0: a, c
          a, c <- generation 3 [a, c] begins at train 1 (member_lost)"
    `);
  });

  it('between two members that accuse each other costs the higher rank its place', () => {
    const story = trainingStory();
    accuse(story, 'a', 'b');
    accuse(story, 'b', 'a');
    accuse(story, 'a', 'b');
    story.yes(['c']);
    expect(story.state.members).toEqual(['a', 'c']);
  });

  it('is forgotten after work that went well', () => {
    const story = trainingStory({ numSteps: 20 });
    for (let step = 1; step <= 3; step++) {
      accuse(story, 'a', 'b');
      story.yes(['a', 'b', 'c']);
    }
    expect(story.state.members).toEqual(['a', 'b', 'c']);
  });

  it('elsewhere than the time before is tried again too', () => {
    const story = createStory({ workers: { min: 1, max: 3 }, numWanted: 3 });
    story.bring('a', 'b', 'c');
    accuse(story, 'a', 'b');
    story.lose('b');
    accuse(story, 'a', 'c');
    expect(story.state).toMatchObject({ members: ['a', 'c'], generation: 4 });
  });

  it('is not judged when the member at its other end is lost meanwhile', () => {
    const story = trainingStory();
    accuse(story, 'a', 'b');
    accuse(story, 'a', 'b');
    story.lose('b');
    expect(story.state).toMatchObject({ members: ['a', 'c'], generation: 3 });
    story.wait(story.state.limits.accusationMs);
    expect(story.state).toMatchObject({ members: ['a', 'c'], generation: 3 });
  });

  it('does not hide a failure that would come again', () => {
    const story = trainingStory();
    accuse(story, 'a', 'b');
    accuse(story, 'a', 'b');
    story.no('c', { code: 'NOT_FINITE', message: 'the loss is NaN at step 1' });
    expect(story.state.failure).toMatchObject({ code: 'NOT_FINITE' });
  });

  it('to somebody who is no member is a vote of no like any other', () => {
    const story = trainingStory();
    accuse(story, 'a', 'z');
    accuse(story, 'a', 'z', 'a');
    expect(story.state).toMatchObject({ members: ['a', 'b', 'c'], generation: 3 });
  });

  it('P9: ends the job in the end where every attempt fails', () => {
    const story = trainingStory({ workers: { min: 3, max: 3 }, limits: { numRetries: 1 } });
    accuse(story, 'a', 'b');
    accuse(story, 'a', 'b');
    story.wait(story.state.limits.accusationMs);
    expect(story.state).toMatchObject({ state: 'failed', failure: { code: 'RETRIES_EXHAUSTED' } });
  });

  it('has those dismissed first that others accused, when votes are overdue', () => {
    const story = trainingStory({ limits: { firstVoteMs: 1_000 } });
    accuse(story, 'a', 'b');
    story.yes(['a']);
    story.wait(1_001);
    expect(story.state.members).toEqual(['a', 'c']);
  });
});
