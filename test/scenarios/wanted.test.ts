import { describe, expect, it } from 'vitest';
import { createStory } from './job-story.ts';

describe('a job whose launcher brings more or fewer workers than it said first', () => {
  it('starts with those that are there when no more will come', () => {
    const story = createStory({ workers: { min: 1, max: 3 }, numWanted: 3 });
    story.bring('a', 'b');
    expect(story.state.waiting).toEqual({ kind: 'gathering', wanted: 3, available: 2 });
    story.tell({ kind: 'wanted_changed', numWanted: 2 });
    expect(story.state.members).toEqual(['a', 'b']);
  });

  it('waits for those that it now hears of', () => {
    const story = createStory({ workers: { min: 1, max: 3 }, numWanted: 1 });
    story.tell({ kind: 'wanted_changed', numWanted: 2 });
    story.bring('a');
    expect(story.state.waiting).toEqual({ kind: 'gathering', wanted: 2, available: 1 });
    story.bring('b');
    expect(story.state.members).toEqual(['a', 'b']);
  });

  it('trains on undisturbed when it is at work', () => {
    const story = createStory();
    story.bring('a', 'b', 'c');
    story.transcript();
    story.tell({ kind: 'wanted_changed', numWanted: 1 });
    expect(story.transcript()).toBe('0 ms: wanted_changed');
    expect(story.state.members).toEqual(['a', 'b', 'c']);
  });
});
