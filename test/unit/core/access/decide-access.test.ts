import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AccessQuestion,
  canChangeJob,
  decideAccess,
  decideRole,
  decideWorkerId,
} from '../../../../src/core/access/decide-access.ts';
import type { Identity } from '../../../../src/core/access/identity.ts';
import { METHOD_ACCESS, pathRole } from '../../../../src/core/access/method-access.ts';
import { ROLES, type Role } from '../../../../src/core/access/role.ts';

const PULL = '/lockstep.v1.CollectiveService/Pull';
const WATCH = '/lockstep.v1.ControlService/Watch';
const STOP = '/lockstep.v1.ControlService/StopJob';
const SESSION = '/lockstep.v1.WorkerService/Session';

const worker: Identity = { kind: 'worker', name: 'w1' };
const coordinator: Identity = { kind: 'coordinator', name: 'c1' };
const operator = (role: Role, name = 'ann'): Identity => ({ kind: 'operator', name, role });
const grant = { jobId: 'digits', generation: 3, rank: 0, workerId: 'p1', workerName: 'w1' };
const expected = { jobId: 'digits', generation: 3 };

const outcome = (question: AccessQuestion): string => {
  const decision = decideAccess(question);
  return decision.isAllowed ? 'ALLOWED' : decision.code;
};

describe('methods', () => {
  test('every method of the protocol has a rule, and no rule is for a method that does not exist', () => {
    const folder = new URL('../../../../proto/lockstep/v1/', import.meta.url);
    const methods = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(new URL(file, folder), 'utf8');
      return [...text.matchAll(/^service (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, service, body]) =>
        [...body!.matchAll(/^ {2}rpc (\w+)\(/gm)].map(([, name]) => `/lockstep.v1.${service}/${name}`),
      );
    });
    expect(Object.keys(METHOD_ACCESS).sort()).toEqual(methods.sort());
  });

  test('nobody may call a method that is not listed', () => {
    const identity = fc.constantFrom(worker, coordinator, ...ROLES.map((role) => operator(role)));
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')),
        identity,
        (method, who) => {
          expect(outcome({ method, identity: who, grant, expected })).toBe('PERMISSION_DENIED');
        },
      ),
    );
  });

  test('without an identity no method may be called', () => {
    for (const method of [...Object.keys(METHOD_ACCESS), '/nowhere']) {
      expect(outcome({ method, identity: null, grant, expected })).toBe('UNAUTHENTICATED');
    }
  });
});

describe('roles', () => {
  test('each role may do what those before it may, and nothing beyond', () => {
    for (const [index, role] of ROLES.entries()) {
      for (const [neededIndex, needed] of ROLES.entries()) {
        expect(decideRole(operator(role), needed).isAllowed).toBe(index >= neededIndex);
      }
    }
  });

  test('a reader watches and does not stop; who submits may ask to stop', () => {
    expect(outcome({ method: WATCH, identity: operator('read') })).toBe('ALLOWED');
    expect(outcome({ method: STOP, identity: operator('read') })).toBe('PERMISSION_DENIED');
    expect(outcome({ method: STOP, identity: operator('submit') })).toBe('ALLOWED');
  });

  test('a job is changed by its owner who submits, and by operators', () => {
    expect(canChangeJob(operator('submit', 'ann'), 'ann')).toBe(true);
    expect(canChangeJob(operator('submit', 'ann'), 'bob')).toBe(false);
    expect(canChangeJob(operator('operate', 'ann'), 'bob')).toBe(true);
    expect(canChangeJob(operator('read', 'ann'), 'ann')).toBe(false);
    expect(canChangeJob(worker, 'w1')).toBe(false);
  });

  test('an operator is no worker, and a worker is no operator, whatever the role', () => {
    expect(outcome({ method: SESSION, identity: operator('operate') })).toBe('PERMISSION_DENIED');
    expect(outcome({ method: WATCH, identity: worker })).toBe('PERMISSION_DENIED');
    expect(outcome({ method: SESSION, identity: coordinator })).toBe('PERMISSION_DENIED');
  });

  test('a process belongs to the worker that brought it', () => {
    expect(decideWorkerId(worker, 'p1', undefined).isAllowed).toBe(true);
    expect(decideWorkerId(worker, 'p1', 'w1').isAllowed).toBe(true);
    expect(decideWorkerId(worker, 'p1', 'w2')).toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(decideWorkerId(operator('operate'), 'p1', undefined)).toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  test('only the paths of probes are open over HTTP', () => {
    expect(decideRole(null, pathRole('/livez')).isAllowed).toBe(true);
    expect(decideRole(null, pathRole('/readyz')).isAllowed).toBe(true);
    expect(decideRole(null, pathRole('/metrics'))).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(decideRole(worker, pathRole('/metrics'))).toMatchObject({ code: 'PERMISSION_DENIED' });
    expect(decideRole(operator('read'), pathRole('/'))).toEqual({ isAllowed: true });
  });
});

describe('job tokens', () => {
  const pull = (changes: Partial<AccessQuestion>): string =>
    outcome({ method: PULL, identity: worker, grant, expected, ...changes });

  test('the token of the worker, the job and the generation is honoured', () => {
    expect(pull({})).toBe('ALLOWED');
  });

  test.each<[string, Partial<AccessQuestion>, string]>([
    ['no token', { grant: undefined }, 'UNAUTHENTICATED'],
    ['a token that proves nothing', { grant: 'expired' }, 'UNAUTHENTICATED'],
    ['another worker', { grant: { ...grant, workerName: 'w2' } }, 'PERMISSION_DENIED'],
    ['another job', { grant: { ...grant, jobId: 'other' } }, 'PERMISSION_DENIED'],
    ['an older generation', { grant: { ...grant, generation: 2 } }, 'FAILED_PRECONDITION'],
    ['no job that is served', { expected: null }, 'PERMISSION_DENIED'],
  ])('%s is refused', (_, changes, code) => {
    expect(pull(changes)).toBe(code);
  });

  test('a token of a later generation is honoured: the peer heard of it first', () => {
    expect(pull({ grant: { ...grant, generation: 4 } })).toBe('ALLOWED');
  });
});
