import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lockstep, onlyRun, temporaryFolder } from './lockstep-process.ts';

const TIMEOUT_MS = 120_000;
const USAGE = 64;
const DATA = 65;
const COMMANDS = [
  ...['run', 'resume', 'init', 'verify', 'describe', 'predict', 'doctor', 'version'],
  ...['coordinator', 'worker', 'submit', 'list', 'watch', 'cancel', 'fetch', 'workers', 'drain'],
];

// Where dist/ is older than the sources, the first call builds it and says so on stderr.
beforeAll(() => lockstep('version'));

describe('lockstep', () => {
  test('--help lists every command, examples and all exit codes', async () => {
    const { exitCode, stdout, stderr } = await lockstep('--help');
    expect([exitCode, stderr]).toEqual([0, '']);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'));
    expect(stdout).toContain('lockstep run examples/digits');
    for (const code of [0, 64, 65, 69, 70, 74, 75, 130]) expect(stdout).toMatch(new RegExp(`\\b${code} \\w`));
  });

  test.each(COMMANDS)('help %s tells its arguments and options', async (command) => {
    const [help, option] = await Promise.all([lockstep('help', command), lockstep(command, '--help')]);
    expect(help).toMatchObject({ exitCode: 0, stdout: option.stdout });
    expect(option.stdout).toContain(`Usage: lockstep ${command} `);
  });

  test.each([
    [['verfy'], "unknown command 'verfy' (Did you mean verify?); see lockstep --help"],
    [['--bogus'], "unknown option '--bogus'; see lockstep --help"],
    [
      ['run', 'x', '-w', '0'],
      "option '-w, --workers <n>' argument '0' is invalid. Give a whole number of at least 1; see lockstep run --help",
    ],
    [['run'], "missing required argument 'job'; see lockstep run --help"],
    [
      ['run', 'x', '--wrokers', '2'],
      "unknown option '--wrokers' (Did you mean --workers?); see lockstep run --help",
    ],
  ])('%j is refused in one line', async (words, message) => {
    const { exitCode, stdout, stderr } = await lockstep(...words);
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: USAGE,
      stdout: '',
      stderr: `lockstep: error[USAGE]: ${message}\n`,
    });
  });

  test('version prints the version of the package', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await lockstep('version')).toMatchObject({ exitCode: 0, stdout: `${version}\n` });
    expect(JSON.parse((await lockstep('version', '--json')).stdout)).toMatchObject({ version });
  });

  test('doctor finds the engines that need nothing else, and says why the others cannot be used', async () => {
    const { exitCode, stdout } = await lockstep('doctor', '--json');
    const report = JSON.parse(stdout) as {
      ok: boolean;
      engines: { name: string; available: boolean; reason: string }[];
    };
    expect([exitCode, report.ok]).toEqual([0, true]);
    expect(report.engines.map(({ name }) => name)).toEqual(['tensorflow', 'wasm', 'cpu']);
    expect(
      report.engines.filter(({ name }) => name !== 'tensorflow').every(({ available }) => available),
    ).toBe(true);
    expect(report.engines.every(({ reason }) => reason.endsWith('.'))).toBe(true);
    expect((await lockstep('doctor')).stdout).toMatch(/^yes {2}engine wasm .*tfjs-backend-wasm/m);
  });
});

describe('a job made by init', { timeout: TIMEOUT_MS }, () => {
  test('runs as it stands, is verified, predicts, and a changed ledger is found', async () => {
    const folder = await temporaryFolder();
    const job = path.join(folder, 'Two Moons');
    expect(await lockstep('init', job)).toMatchObject({ exitCode: 0 });

    const runs = path.join(folder, 'runs');
    const run = await lockstep('run', job, '--workers', '2', '--json', '--runs', runs);
    expect(run.exitCode, run.stderr).toBe(0);
    expect(JSON.parse(run.stdout).test.accuracy).toBeGreaterThan(0.95);
    const root = await onlyRun(runs);
    expect(path.basename(root)).toMatch(/^two-moons-/);

    const points = path.join(folder, 'points.csv');
    await writeFile(points, 'x,y\n0,1\n1,-0.5\n');
    const predicted = JSON.parse((await lockstep('predict', root, points, '--json')).stdout);
    expect(predicted.predictions.map((prediction: { class: string }) => prediction.class)).toEqual([
      'upper',
      'lower',
    ]);
    expect((await lockstep('predict', root, points)).stdout).toMatch(
      /^1\tupper\t\d+\.\d %\n2\tlower\t\d+\.\d %\n$/,
    );

    const right = await lockstep('verify', root);
    expect([right.exitCode, right.stdout]).toEqual([0, expect.stringMatching(/\n0 missing, 0 repeated\n$/)]);
    const ledger = path.join(root, 'ledger.jsonl');
    const lines = (await readFile(ledger, 'utf8')).trimEnd().split('\n');
    const endings: [string[], RegExp][] = [
      [lines.toSpliced(4, 1), /step 6 stands where step 5 was due\n32 missing, 0 repeated\n$/],
      [lines.toSpliced(4, 0, lines[4]!), /step 5 stands where step 6 was due\n0 missing, 32 repeated\n$/],
      [lines.slice(0, -1), /\n32 missing, 0 repeated\n$/],
    ];
    for (const [changed, ending] of endings) {
      await writeFile(ledger, `${changed.join('\n')}\n`);
      const wrong = await lockstep('verify', root);
      expect([wrong.exitCode, wrong.stdout]).toEqual([DATA, expect.stringMatching(ending)]);
    }
    await writeFile(ledger, '{"step":1}\n');
    expect(await lockstep('verify', root)).toMatchObject({
      exitCode: DATA,
      stderr: expect.stringMatching(/^lockstep: error\[RUN_INVALID\]: .*ledger\.jsonl:1: epoch is wrong/),
    });
  });

  test('is not written over what is there', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    expect(await lockstep('init', folder)).toMatchObject({
      exitCode: USAGE,
      stderr: `lockstep: error[USAGE]: ${folder} is not empty (it has notes.txt); give a new folder\n`,
    });
  });

  test.each(['verify', 'resume', 'predict'])('%s refuses a folder that is no run', async (command) => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'state'));
    await writeFile(path.join(folder, 'job.json'), '{}');
    const end = await lockstep(command, folder, ...(command === 'predict' ? ['points.csv'] : []));
    expect(end.exitCode).toBe(DATA);
    expect(end.stderr).toMatch(/^lockstep: error\[RUN_INVALID\]: .* is no run folder: .*\n$/);
  });
});
