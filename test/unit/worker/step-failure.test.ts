import { expect, it } from 'vitest';
import { LinkError } from '../../../src/collective/link-error.ts';
import { eventOf } from '../../../src/coordinator/translate.ts';
import { lockstep } from '../../../src/gen/lockstep.js';
import type { Decoded } from '../../../src/wire/decoded.ts';
import { failureOf } from '../../../src/worker/step-failure.ts';
import { voteMessage } from '../../../src/worker/translate.ts';

it('a vote of no because of a link names the peer at its other end, and the coordinator reads that', () => {
  const failure = failureOf(new LinkError(1, 'no word for 3000 ms'), ['a', 'b', 'c']);
  expect(failure).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'the link to rank 1 broke: no word for 3000 ms',
    suspects: ['b'],
  });
  expect(travelled(failure)).toEqual(failure);
});

it('a vote of no for another reason names nobody', () => {
  const failure = failureOf(new Error('out of memory'), ['a', 'b', 'c']);
  expect(failure.suspects).toBeUndefined();
  expect(travelled(failure)).toEqual(failure);
});

/** The failure as the coordinator has it. */
function travelled(failure: ReturnType<typeof failureOf>) {
  const { WorkerMessage } = lockstep.v1;
  const bytes = WorkerMessage.encode({ vote: voteMessage(3, 8, { yes: false, failure }) }).finish();
  const event = eventOf('a', WorkerMessage.decode(bytes) as Decoded<lockstep.v1.IWorkerMessage>);
  if (event?.kind !== 'voted' || event.vote.yes) throw new Error('no vote of no arrived');
  return event.vote.failure;
}
