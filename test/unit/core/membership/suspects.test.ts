import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Accusation, isRepeated, mostSuspected } from '../../../../src/core/membership/suspects.ts';

const MEMBERS = ['a', 'b', 'c', 'd'];

/** "ab" for "a accuses b". */
function accusations(...links: string[]): Accusation[] {
  return links.map(([accuserId, suspectId]) => ({ accuserId: accuserId!, suspectId: suspectId! }));
}

describe('the most suspected member', () => {
  it.each<[string, string[], string | null]>([
    ['is nobody where nobody accuses anybody', [], null],
    ['is the one that most accuse', ['ab', 'cb', 'bd', 'ad', 'cd'], 'd'],
    ['is counted by who says it, not by how often', ['ab', 'ab', 'ab', 'bc', 'dc'], 'c'],
    ['is, of equals, the one that says nothing', ['ab', 'bc'], 'c'],
    ['is, of equals, the highest rank', ['ab', 'ba'], 'b'],
  ])('%s', (_, links, suspect) => {
    expect(mostSuspected(MEMBERS, accusations(...links))).toBe(suspect);
  });
});

it('a link is named again when either of its ends was an end of a broken link before', () => {
  const before = accusations('ab');
  const named = (link: string): boolean => isRepeated(before, accusations(link)[0]!);
  expect(['ab', 'ba', 'cb', 'bc', 'ac', 'cd'].map(named)).toEqual([true, true, true, true, true, false]);
});

it('a member that no peer can reach is found whatever it says itself, when at least two others say so', () => {
  const said = fc.record({
    numMembers: fc.integer({ min: 3, max: 8 }),
    cut: fc.nat(),
    heard: fc.array(fc.nat(), { maxLength: 8 }),
  });
  fc.assert(
    fc.property(said, ({ numMembers, cut, heard }) => {
      const members = Array.from({ length: numMembers }, (_, rank) => `w${rank}`);
      const suspect = members[cut % numMembers]!;
      const others = members.filter((id) => id !== suspect);
      const blames = others.map((accuserId) => ({ accuserId, suspectId: suspect }));
      const counters = heard.map((index) => ({
        accuserId: suspect,
        suspectId: others[index % others.length]!,
      }));
      expect(mostSuspected(members, [...counters, ...blames])).toBe(suspect);
    }),
  );
});
