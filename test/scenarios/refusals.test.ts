import { describe, expect, it } from 'vitest';
import type { CoordinatorEvent } from '../../src/core/coordinator/coordinator-event.ts';
import { createStory, type JobStory, READINESS } from './job-story.ts';

type PartEvent = Extract<CoordinatorEvent, { kind: 'checkpoint_part' }>;

/** A and b, in generation 1, write the checkpoint after step 1 in two parts of ten bytes. */
function storyOfCheckpoint(): JobStory {
  const story = createStory({ workers: { min: 1, max: 2 }, checkpointEvery: 1 });
  story.bring('a', 'b');
  story.yes(['a', 'b']);
  story.transcript();
  return story;
}

function partOf(workerId: 'a' | 'b', change: Partial<PartEvent> = {}): PartEvent {
  const rank = workerId === 'a' ? 0 : 1;
  return {
    kind: 'checkpoint_part',
    workerId,
    generation: 1,
    step: 1,
    part: { rank, begin: rank * 10, end: rank * 10 + 10, sha256: 'x' },
    fileBytes: 20,
    stallSeconds: 0,
    writeSeconds: 0,
    failure: '',
    ...change,
  };
}

describe('a checkpoint part', () => {
  it('P7: of another generation, step or rank, or by somebody else, is refused without effect', () => {
    const story = storyOfCheckpoint();
    const before = story.state;
    story.tell(partOf('a', { generation: 2 }), 'generation 2');
    story.tell(partOf('a', { step: 2 }), 'step 2');
    story.tell(partOf('a', { part: partOf('b').part }), 'the part of b');
    story.tell(partOf('a', { part: { ...partOf('a').part, rank: 2 } }), 'a rank that does not exist');
    story.tell({ ...partOf('a'), workerId: 'c' }, 'c is no member');
    story.tell(partOf('a', { generation: 0, failure: 'the disk is full' }), 'a failure of generation 0');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: generation 2
          refused: stale
      0 ms: step 2
          refused: stale
      0 ms: the part of b
          refused: not_a_member
      0 ms: a rank that does not exist
          refused: not_a_member
      0 ms: c is no member
          refused: not_a_member
      0 ms: a failure of generation 0
          refused: stale"
    `);
    expect(story.state).toEqual(before);
    story.writeCheckpoint();
    expect(story.transcript()).toContain('checkpoint_written');
  });

  it.each<[string, Partial<PartEvent>]>([
    ['leave a gap', { part: { ...partOf('b').part, begin: 11 } }],
    ['overlap', { part: { ...partOf('b').part, begin: 9 } }],
    ['end before they begin', { part: { ...partOf('b').part, end: 9 }, fileBytes: 9 }],
    ['are too short for the file', { fileBytes: 21 }],
    ['are too long for the file', { fileBytes: 19 }],
  ])('P11: makes no checkpoint of parts that %s, and training goes on', (_, change) => {
    const story = storyOfCheckpoint();
    story.tell(partOf('a'));
    story.tell(partOf('b', change), 'b says something else');
    const told = story.transcript();
    expect(told).toContain('checkpoint_failed');
    expect(told).not.toContain('write the manifest');
    expect(story.state).toMatchObject({ checkpoint: null, checkpointStep: 0, state: 'running' });
    story.yes(['a', 'b']);
    expect(story.state.done).toEqual({ kind: 'train', step: 2 });
  });
});

describe('what the coordinator does not know', () => {
  it('P7: is refused without effect', () => {
    const story = storyOfCheckpoint();
    const before = story.state;
    story.tell({ kind: 'worker_ready', workerId: 'c', readiness: READINESS }, 'c was never welcomed');
    story.tell({ kind: 'worker_ready', workerId: 'a', readiness: READINESS }, 'a says again what it loaded');
    story.tell({ kind: 'worker_caught_up', workerId: 'a', step: 1, donorId: 'b' }, 'a was not fed');
    expect(story.transcript()).toMatchInlineSnapshot(`
      "0 ms: c was never welcomed
          refused: unknown_worker
      0 ms: a says again what it loaded
          refused: stale
      0 ms: a was not fed
          refused: stale"
    `);
    expect(story.state).toEqual(before);
  });
});
