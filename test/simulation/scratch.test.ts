import { test } from 'vitest';
import { simulateJob } from './simulated-job.ts';

test('scratch', async () => {
  const from = Number(process.env.SEED ?? 1);
  const count = Number(process.env.COUNT ?? 1);
  const quiet = process.env.QUIET === '1';
  const t = performance.now();
  let ev = 0;
  let bad = 0;
  for (let seed = from; seed < from + count; seed++) {
    const r = await simulateJob(seed, quiet ? { faults: [] } : {});
    ev += r.numEvents;
    if (count === 1) {
      console.log(r.story.join('\n'));
    }
    if (r.violations.length) {
      bad++;
      console.log(seed, r.end?.state, r.ms, r.numEvents, r.faults, r.violations.slice(0, 3));
    }
  }
  console.log('ms each', (performance.now() - t) / count, 'events each', ev / count, 'bad', bad);
});
