import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StragglersSpec } from '../../../../src/core/job/job-spec.ts';
import { judgePace, type PaceVerdict, type SlowSteps } from '../../../../src/core/membership/stragglers.ts';

const SPEC: StragglersSpec = { policy: 'keep', deviations: 5, steps: 3 };
const NAMES = 'abcdefgh';

interface Told {
  readonly spec?: StragglersSpec;
  readonly shares?: readonly number[];
  readonly before?: SlowSteps;
}

function judge(seconds: readonly number[], { spec = SPEC, shares, before = new Map() }: Told = {}) {
  const times = seconds.map((value, rank) => ({
    workerId: NAMES[rank]!,
    rank,
    seconds: value,
    numMicroShards: shares?.[rank] ?? 2,
  }));
  return judgePace(spec, before, times);
}

function slowOnes(seconds: readonly number[], told?: Told): string[] {
  return [...judge(seconds, told).slowSteps.keys()];
}

/** One verdict for each step. */
function judgeSteps(steps: readonly (readonly number[])[], told?: Told): PaceVerdict[] {
  let before: SlowSteps = new Map();
  return steps.map((seconds) => {
    const verdict = judge(seconds, { ...told, before });
    before = verdict.slowSteps;
    return verdict;
  });
}

describe('a slow step', () => {
  it.each<[string, number[], string[]]>([
    ['is far above the median of the others', [0.1, 0.102, 0.098, 0.3], ['d']],
    ['can be that of several ranks, while most are in time', [0.1, 0.1, 0.1, 0.3, 0.2], ['d', 'e']],
    ['is nobody`s where the times are as wide apart as that', [0.1, 0.14, 0.18, 0.22, 0.3], []],
    ['is nobody`s on quiet machines without a spread: 24 % are not enough', [0.1, 0.1, 0.1, 0.124], []],
    ['is one by 26 % on quiet machines', [0.1, 0.1, 0.1, 0.126], ['d']],
    ['is nobody`s by less than 5 ms', [0.001, 0.001, 0.001, 0.0059], []],
    ['is one by more than 5 ms', [0.001, 0.001, 0.001, 0.0061], ['d']],
    ['is never that of a quick rank', [0.5, 0.5, 0.5, 0.01], []],
    ['compares two ranks with each other', [0.1, 0.13], ['b']],
    ['is nobody`s of two that differ by little', [0.1, 0.12], []],
    ['is not that of a rank that is alone', [9], []],
    ['is nobody`s where nothing was measured', [0, 0, 0], []],
  ])('%s', (_, seconds, names) => {
    expect(slowOnes(seconds)).toEqual(names);
  });

  it('is not blamed on a rank that has a larger share', () => {
    expect(slowOnes([0.1, 0.1, 0.2], { shares: [2, 2, 4] })).toEqual([]);
    expect(slowOnes([0.2, 0.1], { shares: [2, 1] })).toEqual([]);
    expect(slowOnes([0.3, 0.1], { shares: [2, 1] })).toEqual(['a']);
  });

  it('is not blamed on a rank whose small share costs more for each micro-shard', () => {
    expect(slowOnes([0.3, 0.25], { shares: [2, 1] })).toEqual([]);
  });
});

describe('a straggler', () => {
  const slow = [0.1, 0.1, 0.5];
  const quick = [0.1, 0.1, 0.1];

  it('is found once, when enough slow steps came in a row, and recovers with the first that is not', () => {
    const verdicts = judgeSteps([slow, slow, slow, slow, quick, slow]);
    const c = { workerId: 'c', rank: 2, medianSeconds: 0.1 };
    expect(verdicts.map(({ found }) => found)).toEqual([[], [], [{ ...c, seconds: 0.5 }], [], [], []]);
    expect(verdicts.map(({ recovered }) => recovered)).toEqual([
      [],
      [],
      [],
      [],
      [{ ...c, seconds: 0.1 }],
      [],
    ]);
    expect(verdicts.map(({ stragglers }) => stragglers.length)).toEqual([0, 0, 1, 1, 0, 0]);
  });

  it('is not made by slow steps that a quick one parts', () => {
    const verdicts = judgeSteps([slow, slow, quick, slow, slow]);
    expect(verdicts.flatMap(({ found, recovered }) => [...found, ...recovered])).toEqual([]);
  });

  it('is listed slowest first', () => {
    const [verdict] = judgeSteps([[0.1, 0.3, 0.1, 0.5, 0.1]], { spec: { ...SPEC, steps: 1 } });
    expect(verdict!.stragglers.map(({ workerId }) => workerId)).toEqual(['d', 'b']);
  });

  it('is forgotten when it is no member any more', () => {
    expect(judge(quick, { before: new Map([['z', 9]]) })).toMatchObject({ recovered: [], stragglers: [] });
    expect(judge(quick, { before: new Map([['z', 9]]) }).slowSteps.size).toBe(0);
  });
});

it('more than half of the ranks are never slow at once, in whatever order they come', () => {
  const seconds = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(seconds, (drawn) => {
      const slow = slowOnes(drawn);
      expect(slow.length * 2).toBeLessThanOrEqual(drawn.length);
      const backwards = slowOnes([...drawn].reverse()).map((name) => drawn.length - 1 - NAMES.indexOf(name));
      expect(backwards.sort()).toEqual(slow.map((name) => NAMES.indexOf(name)));
    }),
  );
});
