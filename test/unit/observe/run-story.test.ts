import pc from 'picocolors';
import { describe, expect, it } from 'vitest';
import { parseEvents, type RunFacts } from '../../../src/observe/run-facts.ts';
import { describeRun, type RunStory } from '../../../src/observe/run-story.ts';
import { renderStory } from '../../../src/observe/story-text.ts';
import { sampleRun } from './sample-run.ts';

const CREATED_MS = Date.parse('2026-11-24T12:00:00.000Z');
const COLUMNS = 80;

/** A line of a made-up run: what happened, or `step` with its generation, at a number of seconds. */
type Line = readonly [seconds: number, what: { kind: string; [field: string]: unknown }];

const joined = (workerId: string) => ({ kind: 'worker_joined', workerId, host: 'h', pid: 7 });
const ready = (workerId: string) => ({ kind: 'worker_ready', workerId, step: 0, engine: 'cpu' });
const lost = (workerId: string, cause = 'its stream ended') => ({ kind: 'worker_lost', workerId, cause });
const state = (name: string, message = '') => ({ kind: 'state_changed', state: name, message });
const step = (number: number, generation: number) => ({ kind: 'step', step: number, generation });
const formed = (generation: number, cause: string, members: string[], at: number) => ({
  kind: 'generation_formed',
  generation,
  cause,
  members,
  step: at,
});
const aborted = (generation: number, at: number, reason: string, ...workerIds: string[]) => ({
  kind: 'work_aborted',
  generation,
  work: 'train',
  step: at,
  reason,
  workerIds,
  message: 'why',
});
const validated = (at: number) => ({ kind: 'evaluated', evaluation: { split: 'validation', step: at } });

function factsOf(lines: readonly Line[], result: RunFacts['result'] = null): RunFacts {
  const timed = lines.map(([seconds, what]) => ({
    time: new Date(CREATED_MS + seconds * 1000).toISOString(),
    ...what,
  }));
  const steps = timed.filter(({ kind }) => kind === 'step') as unknown as RunFacts['steps'];
  return {
    jobId: 'job-1',
    job: sampleRun.job,
    createdAt: new Date(CREATED_MS).toISOString(),
    events: parseEvents(
      timed.filter(({ kind }) => kind !== 'step'),
      'events.jsonl',
    ),
    ledger: steps.map(({ step, generation }) => ({
      step,
      generation,
      epoch: 1,
      begin: 0,
      end: 1,
      numSamples: 1,
      members: [],
      loss: 1,
      digest: '',
    })),
    steps,
    result,
  };
}

const storyOf = (...lines: Line[]): RunStory => describeRun(factsOf(lines));
const textOf = (story: RunStory, columns = COLUMNS): string[] =>
  renderStory(story, { columns, colors: pc.createColors(false) });

/** a and b train; b is lost after step 3, c comes in its place. Steps take 1 s. */
const REPLACED: readonly Line[] = [
  [1, joined('a')],
  [1, joined('b')],
  [2, ready('a')],
  [2, ready('b')],
  [2, formed(1, 'start', ['a', 'b'], 0)],
  [3, step(1, 1)],
  [4, step(2, 1)],
  [5, step(3, 1)],
  [5.5, lost('b')],
  [5.5, aborted(1, 4, 'member_lost', 'b')],
  [5.6, formed(2, 'member_lost', ['a'], 3)],
  [8, step(4, 2)],
  [8.5, joined('c')],
  [8.8, ready('c')],
  [9, step(5, 2)],
  [9.1, { kind: 'worker_fed', workerId: 'c', step: 5, donorId: 'a' }],
  [9.2, formed(3, 'joined', ['a', 'c'], 5)],
  [10.5, step(6, 3)],
  [11.5, step(7, 3)],
  [12, state('succeeded', 'trained to the end')],
];

describe('the story of a run', () => {
  it('tells each generation with its steps, who came and left, and what the change cost', () => {
    const { generations, totals, status } = storyOf(...REPLACED);
    expect(status).toBe('succeeded');
    expect(
      generations.map(({ came, left, firstStep, numSteps, lostSeconds }) => [
        came.join(),
        left.join(),
        firstStep,
        numSteps,
        lostSeconds,
      ]),
    ).toEqual([
      ['a,b', '', 1, 3, null],
      ['', 'b', 4, 2, 2],
      ['c', '', 6, 2, 0.5],
    ]);
    expect(totals).toEqual({
      wallSeconds: 12,
      stoppedSeconds: 0,
      startSeconds: 2,
      stepSeconds: 1,
      lostSeconds: 2.5,
      unrecoveredSeconds: 0,
      goodput: 1 - 2.5 / 12,
    });
  });

  it('follows each worker from its coming to its end', () => {
    const unfed = { host: 'h', pid: 7, rejoinedSeconds: [], fed: null };
    const stopped = { kind: 'stopped', seconds: 12, cause: 'trained to the end' };
    const member = { seconds: 2, generation: 1 };
    expect(storyOf(...REPLACED).workers).toEqual([
      { ...unfed, workerId: 'a', joinedSeconds: 1, readySeconds: 2, member, end: stopped },
      {
        ...unfed,
        workerId: 'b',
        joinedSeconds: 1,
        readySeconds: 2,
        member,
        end: { kind: 'lost', seconds: 5.5, cause: 'its stream ended' },
      },
      {
        ...unfed,
        workerId: 'c',
        joinedSeconds: 8.5,
        readySeconds: 8.8,
        fed: { seconds: 9.1, donorId: 'a', step: 5 },
        member: { seconds: 9.2, generation: 3 },
        end: stopped,
      },
    ]);
  });

  it('counts the time of a generation that committed nothing to the one after it, once', () => {
    const { generations, totals } = storyOf(
      [1, formed(1, 'start', ['a', 'b', 'c'], 0)],
      [2, step(1, 1)],
      [3, step(2, 1)],
      [4, aborted(1, 3, 'vote_no', 'b')],
      [4, formed(2, 'retry', ['a', 'b', 'c'], 2)],
      [6, aborted(2, 3, 'vote_no', 'b')],
      [6, formed(3, 'retry', ['a', 'b', 'c'], 2)],
      [8, step(3, 3)],
    );
    expect(generations.map(({ numSteps, lostSeconds }) => [numSteps, lostSeconds])).toEqual([
      [2, null],
      [0, null],
      [1, 4],
    ]);
    expect(totals.lostSeconds).toBe(4);
  });

  it('does not take an evaluation for lost time, but one that is done again', () => {
    const before: Line[] = [
      [1, formed(1, 'start', ['a'], 0)],
      [2, step(1, 1)],
      [7, validated(1)],
      [8, step(2, 1)],
    ];
    const between = storyOf(
      ...before,
      [13, validated(2)],
      [13.5, formed(2, 'joined', ['a', 'b'], 2)],
      [14.5, step(3, 2)],
    );
    expect(between.totals.lostSeconds).toBe(0.5);
    const again = storyOf(
      ...before,
      [10, { ...aborted(1, 2, 'member_lost', 'b'), work: 'validation' }],
      [10, formed(2, 'member_lost', ['a'], 2)],
      [15, validated(2)],
      [16, step(3, 2)],
    );
    expect(again.totals.lostSeconds).toBe(2);
  });

  it('leaves the time between an interruption and the resume out, and counts work that was done again', () => {
    const { totals, generations, workers } = storyOf(
      [1, joined('a')],
      [1, formed(1, 'start', ['a'], 0)],
      [2, step(1, 1)],
      [3, step(2, 1)],
      [5, validated(4)],
      [6, state('interrupted', 'SIGINT')],
      [106, joined('b')],
      [107, formed(2, 'resumed', ['b'], 2)],
      [108, step(3, 2)],
    );
    expect(totals).toMatchObject({ wallSeconds: 8, stoppedSeconds: 100, lostSeconds: 4 });
    expect(generations[1]).toMatchObject({ lostSeconds: 4, came: ['b'], left: ['a'] });
    expect(workers[0]?.end).toMatchObject({ kind: 'stopped', cause: 'SIGINT' });
  });

  it('says what is lost so far where nothing was committed after a disturbance', () => {
    const told: Line[] = [
      [1, formed(1, 'start', ['a', 'b'], 0)],
      [2, step(1, 1)],
      [3, step(2, 1)],
    ];
    expect(storyOf(...told, [9, lost('x')]).totals.unrecoveredSeconds).toBe(0);
    const { status, totals } = storyOf(
      ...told,
      [4, lost('b')],
      [4, aborted(1, 3, 'member_lost', 'b')],
      [5, { kind: 'waiting', reason: { kind: 'too_few', needed: 2, available: 1 } }],
      [9, joined('c')],
    );
    expect(status).toBe('waiting');
    expect(totals).toMatchObject({
      wallSeconds: 9,
      lostSeconds: 6,
      unrecoveredSeconds: 6,
      goodput: expect.closeTo(1 / 3),
    });
  });

  it.each([
    ['digest_mismatch', 'dismissed'],
    ['timeout', 'dismissed'],
    ['vote_no', 'dismissed'],
    ['member_lost', 'lost'],
  ])('a member that is gone after an abort by %s was %s', (reason, kind) => {
    const { workers, divergences } = storyOf(
      [1, joined('a')],
      [1, formed(1, 'start', ['a'], 0)],
      [2, aborted(1, 1, reason, 'a')],
      [2, lost('a')],
    );
    expect(workers[0]?.end?.kind).toBe(kind);
    expect(divergences).toHaveLength(reason === 'digest_mismatch' ? 1 : 0);
  });

  it('tells a worker that left in order from one that was lost before it could', () => {
    const drains = { kind: 'worker_draining', workerId: 'a', cause: 'SIGTERM' };
    const begun: Line[] = [
      [1, joined('a')],
      [1, formed(1, 'start', ['a', 'b'], 0)],
      [2, drains],
    ];
    const endAfter = (...lines: Line[]) => storyOf(...begun, ...lines).workers[0]?.end;
    const left = { kind: 'drained', seconds: 2, cause: 'SIGTERM' };
    expect(endAfter([3, formed(2, 'drained', ['b'], 0)], [4, lost('a')])).toEqual(left);
    expect(endAfter([3, lost('a')])).toMatchObject({ kind: 'lost', seconds: 3 });
  });

  it('knows that the workers of a coordinator that was killed did not outlive it', () => {
    const { workers } = storyOf(
      [1, joined('a')],
      [1, formed(1, 'start', ['a'], 0)],
      [9, joined('late')],
      [9, joined('b')],
      [10, formed(2, 'resumed', ['b'], 0)],
    );
    expect(workers.map(({ end }) => end?.kind ?? null)).toEqual(['stopped', null, null]);
  });

  it('goes on with a worker that connects again, and knows who did not come back to a restarted coordinator', () => {
    const { workers, notes, generations } = storyOf(
      [1, joined('a')],
      [1, joined('b')],
      [1, joined('c')],
      [1, formed(1, 'start', ['a', 'b', 'c'], 0)],
      [2, lost('a', 'it connected anew')],
      [2, joined('a')],
      [3, formed(2, 'member_lost', ['b', 'c', 'a'], 0)],
      [8, joined('a')],
      [8, joined('c')],
      [8, joined('new')],
      [9, { kind: 'coordinator_restarted', step: 0, workerIds: ['a', 'c'] }],
      [9, formed(3, 'coordinator_restarted', ['a', 'c'], 0)],
    );
    expect(
      workers.map(({ workerId, rejoinedSeconds, end }) => [workerId, rejoinedSeconds, end?.kind]),
    ).toEqual([
      ['a', [2, 8], undefined],
      ['b', [], 'lost'],
      ['c', [8], undefined],
      ['new', [], undefined],
    ]);
    expect(workers[0]?.member).toEqual({ seconds: 1, generation: 1 });
    expect(notes.map(({ event }) => event.kind)).toEqual(['coordinator_restarted']);
    expect(generations[2]?.left).toEqual(['b']);
  });

  it('sums up checkpoints and keeps refusals', () => {
    const written = { kind: 'checkpoint_written', fileBytes: 9, writeSeconds: 1 };
    const failure = { code: 'DATA_INVALID', message: 'other data', details: '' };
    const { checkpoints, refusals } = storyOf(
      [1, { ...written, step: 1, stallSeconds: 0.25 }],
      [2, { ...written, step: 2, stallSeconds: 0.5 }],
      [3, { kind: 'checkpoint_failed', step: 3, message: 'disk full' }],
      [4, { kind: 'worker_refused', workerId: 'a', failure }],
    );
    expect(checkpoints.stallSeconds).toBe(0.75);
    expect(checkpoints.written.map((each) => each.step)).toEqual([1, 2]);
    expect(checkpoints.failed).toEqual([{ seconds: 3, step: 3, message: 'disk full' }]);
    expect(refusals).toEqual([{ seconds: 4, workerId: 'a', code: 'DATA_INVALID', message: 'other data' }]);
  });

  it('is there for a run of which nothing is known, and for one that has only its result', () => {
    expect(storyOf()).toMatchObject({
      status: 'created',
      engine: null,
      totals: { wallSeconds: 0, goodput: null },
    });
    const error = { code: 'INTERNAL', message: 'it threw' } as const;
    const { status, error: told } = describeRun(factsOf([], { status: 'failed', error }));
    expect([status, told]).toEqual(['failed', error]);
  });

  it('goes by the events where a resumed run still has the result from before', () => {
    const lines: Line[] = [
      [1, state('interrupted')],
      [2, joined('a')],
      [3, formed(2, 'resumed', ['a'], 0)],
    ];
    const error = { code: 'INTERNAL', message: 'old' } as const;
    expect(describeRun(factsOf(lines, { status: 'failed', error }))).toMatchObject({
      status: 'running',
      error: null,
    });
  });

  it('keeps events and causes that it does not know', () => {
    const unknown = { kind: 'moon_rose', phase: 'full' };
    const story = storyOf([1, unknown], [2, formed(1, 'moon_rose', ['a'], 0)]);
    expect(story.notes).toMatchObject([{ seconds: 1, event: unknown }]);
    const text = textOf(story).join('\n');
    expect(text).toContain('moon rose {"phase":"full"}');
    expect(text).toMatch(/moon rose: a$/m);
  });

  it('refuses a line that lacks what it needs, with its place', () => {
    const time = '2026-11-24T12:00:00.000Z';
    const cases: [unknown, string][] = [
      [7, 'events.jsonl:2: it is wrong'],
      [{ time: 'noon', kind: 'warning', message: '' }, 'events.jsonl:2: time is wrong (not a time)'],
      [{ time, kind: 'worker_lost', workerId: 'a' }, 'events.jsonl:2: cause is wrong'],
      [
        { time, kind: 'evaluated', evaluation: { split: 'test' } },
        'events.jsonl:2: evaluation.step is wrong',
      ],
    ];
    const good = { time, kind: 'unheard_of' };
    for (const [line, message] of cases)
      expect(() => parseEvents([good, line], 'events.jsonl')).toThrow(message);
  });
});

describe('the story for people', () => {
  it('fits the terminal, names workers briefly and never alike, and lets nobody take the terminal over', () => {
    const ids = [
      'w-1234aaaa',
      'w-1234bbbb',
      ...Array.from({ length: 12 }, (_, i) => `w-${i.toString(16)}0000000`),
    ];
    const story = storyOf(
      ...ids.map((id): Line => [1, joined(id)]),
      [1, formed(1, 'start', ids, 0)],
      [2, step(1, 1)],
      [3, lost(ids[0]!, 'bad \u001b[31mlink\nto nowhere')],
      [3, aborted(1, 2, 'member_lost', ids[0]!)],
      [3, formed(2, 'member_lost', ids.slice(1), 1)],
      [70, { kind: 'warning', message: 'slow '.repeat(60) }],
    );
    for (const columns of [COLUMNS, 100]) {
      const lines = textOf(story, columns);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
      const text = lines.join('\n');
      expect(text).toMatch(/lost member\s+\(-w-1234a\)/);
      expect(text).toContain('w-1234b');
      expect(text).not.toContain('\u001b');
    }
  });

  it('reads as a story', () => {
    expect(textOf(storyOf(...REPLACED)).join('\n')).toMatchInlineSnapshot(`
      "job-1: succeeded after 12.0 s
        job         mnist-cnn
        steps       7
        workers     2 in the newest generation, 3 came
        engine      no worker has loaded the job
        submitted   2026-11-24 12:00:00 UTC
        last heard  2026-11-24 12:00:12 UTC

      Generations
           at  no.  from step  steps    lost  after
        2.0 s    1          1      3       -  the start: a b
        5.6 s    2          4      2  2.00 s  a lost member (-b): a
        9.2 s    3          6      2  0.50 s  a new worker (+c): a c

      Aborted work
        5.5 s  step 4, member lost (b): why

      Workers
        a  from h, process 7; came at 1.0 s, ready at 2.0 s, member at 2.0 s
           (generation 1), stopped at 12.0 s
        b  from h, process 7; came at 1.0 s, ready at 2.0 s, member at 2.0 s
           (generation 1), lost at 5.5 s: its stream ended
        c  from h, process 7; came at 8.5 s, ready at 8.8 s, fed by a at 9.1 s (step
           5), member at 9.2 s (generation 3), stopped at 12.0 s

      Notes
        12.0 s  succeeded: trained to the end

      In all
        wall time   12.0 s
        start       2.00 s until training went
        step        1000.0 ms, the median
        time lost   2.50 s
        goodput     79.2 % of the wall time was not lost
        divergence  none"
    `);
  });
});
