import type { InjectedFault } from '../../observe/chaos-report.ts';
import { readJsonLines } from '../../observe/json-lines-writer.ts';
import type { RunResult } from '../../observe/run-events.ts';
import { parseStepTimes, type StepTime } from '../../observe/run-facts.ts';
import type { FrozenJob, RunPaths } from '../../store/run-folder.ts';
import { runJob } from '../run-job.ts';
import { verifyRun } from '../verify-run.ts';
import { createFaultInjector } from './fault-injector.ts';
import type { PlannedFault } from './fault-plan.ts';
import { createProxiedLinks } from './proxied-links.ts';
import { stopOnInterrupt } from './stop-on-interrupt.ts';

export interface DisturbedRunOptions {
  readonly frozen: FrozenJob;
  readonly paths: RunPaths;
  readonly numWorkers: number;
  readonly plan: readonly PlannedFault[];
  /** No fault begins later than this after the first step. */
  readonly forMs: number;
  readonly onFault: (fault: InjectedFault) => void;
}

/** A run under faults, and what its files say of it. */
export interface DisturbedRun {
  readonly result: RunResult;
  readonly faults: readonly InjectedFault[];
  readonly steps: readonly StepTime[];
  readonly missing: number;
  readonly repeated: number;
  /** One sentence for each way in which the ledger departs from the plan. */
  readonly problems: readonly string[];
}

/** Runs a frozen job while faults are injected, to its end. */
export async function runDisturbed(options: DisturbedRunOptions): Promise<DisturbedRun> {
  const { frozen, paths, numWorkers, plan, forMs, onFault } = options;
  const faults: InjectedFault[] = [];
  const links = createProxiedLinks();
  const injector = createFaultInjector({
    plan,
    forMs,
    links,
    onFault: (fault) => {
      faults.push(fault);
      onFault(fault);
    },
  });
  const interrupts = stopOnInterrupt(injector.end);
  try {
    const result = await runJob({
      frozen,
      paths,
      numWorkers,
      resumes: false,
      listen: '127.0.0.1:0',
      http: '127.0.0.1:0',
      links,
      onStarted: injector.onStarted,
      onStep: injector.onStep,
      onEvent: injector.onEvent,
      stop: interrupts.stop,
    });
    return { result, faults, ...(await readRecords(paths, result)) };
  } finally {
    injector.end();
    interrupts.close();
  }
}

type Records = Pick<DisturbedRun, 'steps' | 'missing' | 'repeated' | 'problems'>;

async function readRecords({ root, metrics }: RunPaths, result: RunResult): Promise<Records> {
  if (result.steps === 0) return { steps: [], missing: 0, repeated: 0, problems: [] };
  const { missing, repeated, problems } = (await verifyRun(root)).verdict;
  const steps = parseStepTimes((await readJsonLines(metrics)).values, metrics);
  return { steps, missing, repeated, problems };
}
