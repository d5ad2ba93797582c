// Rows about what the processes run on.
import { curves } from './panels.mjs';
import { ALL, rate, W } from './queries.mjs';

export const processes = [
  curves({
    title: 'Processor',
    description: 'Cores that a process keeps busy.',
    unit: 'none',
    queries: { '{{instance}}': rate(`process_cpu_seconds_total${ALL}`) },
  }),
  curves({
    title: 'Memory',
    description: 'Resident memory of a process.',
    unit: 'bytes',
    queries: { '{{instance}}': `process_resident_memory_bytes${ALL}` },
  }),
  curves({
    title: 'Event loop',
    description: 'How late timers come, one in a hundred. Above some 100 ms heartbeats suffer.',
    unit: 's',
    queries: { '{{instance}}': `nodejs_eventloop_lag_p99_seconds${ALL}` },
  }),
  curves({
    title: 'Tensors',
    description: 'Live tensors on the engine of a worker; flat from step to step.',
    unit: 'none',
    queries: { '{{instance}}': `lockstep_worker_engine_tensors${W}` },
  }),
  curves({
    title: 'Waiting for samples',
    description: 'Share of the time in which the engine of a worker had no samples.',
    unit: 'percentunit',
    queries: { '{{instance}}': rate(`lockstep_worker_data_wait_seconds_total${W}`) },
  }),
  curves({
    title: 'Work not committed',
    description: 'Pieces of work that a worker computed in vain.',
    unit: 'none',
    queries: { '{{instance}}': `lockstep_worker_aborts_total${W}` },
  }),
];

/** Names and labels are those of NVIDIA's DCGM exporter. */
export const graphics = [
  curves({
    title: 'GPU use',
    description: 'Share of the time in which a kernel ran.',
    unit: 'percent',
    max: 100,
    queries: { '{{Hostname}} {{gpu}}': 'DCGM_FI_DEV_GPU_UTIL' },
  }),
  curves({
    title: 'GPU memory',
    description: 'Frame buffer in use.',
    unit: 'mbytes',
    queries: { '{{Hostname}} {{gpu}}': 'DCGM_FI_DEV_FB_USED' },
  }),
  curves({
    title: 'GPU power and temperature',
    description: 'A GPU that gets too hot slows down.',
    unit: 'none',
    queries: {
      '{{Hostname}} {{gpu}} W': 'DCGM_FI_DEV_POWER_USAGE',
      '{{Hostname}} {{gpu}} degrees C': 'DCGM_FI_DEV_GPU_TEMP',
    },
  }),
];
