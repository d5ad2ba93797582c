import { appendFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { FAULT_KINDS } from '../../src/cli/chaos/fault-plan.ts';
import type { ChaosReport } from '../../src/observe/chaos-report.ts';
import type { RunResult } from '../../src/observe/run-events.ts';
import { copyExample, lockstep, startLockstep, temporaryFolder } from './lockstep-process.ts';

const TIMEOUT_MS = 240_000;

/** Runs `lockstep chaos`, whose faults must leave neither a trace nor a process; returns them. */
async function faultsWithoutTrace(...args: string[]): Promise<ChaosReport['faults']> {
  const end = await lockstep('chaos', ...args, '--json');
  expect(end, end.stderr).toMatchObject({ exitCode: 0, processesLeft: [] });
  const report = JSON.parse(end.stdout) as ChaosReport;
  expect(report).toMatchObject({ status: 'succeeded', missing: 0, repeated: 0 });
  expect(report.weightsSha256).toBe(report.undisturbedSha256);
  expect(report.faults.length).toBeGreaterThan(0);
  return report.faults;
}

describe('lockstep chaos', () => {
  test(
    'ends with the weights of an undisturbed run whatever kind of fault is injected',
    async () => {
      const folder = await temporaryFolder();
      const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 20'] });
      const runs = path.join(folder, 'undisturbed');
      const { stdout } = await lockstep('run', job, '--workers', '2', '--json', '--runs', runs);
      const undisturbed = path.join(runs, (JSON.parse(stdout) as { jobId: string }).jobId);
      for (const kind of FAULT_KINDS) {
        const faults = await faultsWithoutTrace(
          ...[job, '--faults', kind, '--every', '1s', '--for', '5s', '--seed', '1'],
          ...['--undisturbed', undisturbed, '--runs', path.join(folder, kind)],
        );
        for (const fault of faults) {
          expect(fault).toMatchObject({
            kind,
            workerId: kind === 'coordinator' ? null : expect.stringMatching(/^w-/),
          });
        }
      }
    },
    TIMEOUT_MS,
  );

  test(
    'ends with the weights of an undisturbed run under all kinds of faults at once, for a convolutional network',
    async () => {
      const folder = await temporaryFolder();
      const job = await copyExample('convnet', folder, { job: ['epochs: 2', 'epochs: 6'] });
      const runs = path.join(folder, 'runs');
      const faults = await faultsWithoutTrace(job, '--every', '1s', '--for', '5s', '--runs', runs);
      expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    },
    TIMEOUT_MS,
  );

  test(
    'makes both runs itself, and leaves no process when it is interrupted while a worker is stopped',
    async () => {
      const folder = await temporaryFolder();
      const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 5'] });
      const runs = path.join(folder, 'runs');
      const end = startLockstep(
        ...['chaos', job, '--faults', 'stop', '--every', '10ms', '--for', '1m', '--runs', runs, '--json'],
      );
      await expect.poll(end.stderr, { timeout: 60_000, interval: 10 }).toMatch(/ s {2}stop +w-/);
      end.interrupt();
      const { exitCode, processesLeft, stdout } = await end.ended;
      expect(await readdir(runs)).toHaveLength(2);
      expect(processesLeft).toEqual([]);
      expect(JSON.parse(stdout)).toMatchObject({ status: 'interrupted', missing: 0, repeated: 0 });
      expect(exitCode).toBe(130);
    },
    TIMEOUT_MS,
  );

  test(
    'tells weights that differ by exit code 70, and does not compare with a run of another job',
    async () => {
      const folder = await temporaryFolder();
      const job = await copyExample('digits', folder, { job: ['epochs: 10', 'epochs: 1'] });
      const runs = path.join(folder, 'runs');
      const { stdout } = await lockstep('run', job, '--workers', '1', '--json', '--runs', runs);
      const result = JSON.parse(stdout) as RunResult;
      const undisturbed = path.join(runs, result.jobId);
      const other = { ...result, weightsSha256: 'f'.repeat(64) };
      await writeFile(path.join(undisturbed, 'result.json'), JSON.stringify(other));
      const args = ['chaos', job, '--undisturbed', undisturbed, '--every', '1s', '--for', '1ms'];
      const differs = await lockstep(...args, '--runs', path.join(folder, 'b'));
      expect(differs.exitCode, differs.stderr).toBe(70);
      expect(differs.stdout).toContain('the weights differ from those of the undisturbed run');

      await appendFile(path.join(job, 'program.ts'), '\nconsole.log();\n');
      const refused = await lockstep(...args, '--runs', path.join(folder, 'c'));
      expect(refused.exitCode).toBe(64);
      expect(refused.stderr).toContain(`error[USAGE]: --undisturbed is ${undisturbed}, whose job.yaml`);
    },
    TIMEOUT_MS,
  );

  test.each([
    ['--faults', 'kill,explode', '"explode" is none of kill, stop, partition, coordinator'],
    ['--every', '5', 'Give a duration of at most a day, such as 500ms, 5s or 1m'],
    ['--seed', '-1', 'Give a whole number from 0 to'],
    ['--workers', '1', 'with one worker no worker can be lost'],
  ])('refuses %s %s', async (option, value, says) => {
    const end = await lockstep('chaos', 'examples/digits', option, value);
    expect(end.exitCode).toBe(64);
    expect(end.stderr).toContain('error[USAGE]');
    expect(end.stderr).toContain(says);
  });
});
