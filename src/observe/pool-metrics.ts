import { JOB_STATES } from './coordinator-metrics.ts';
import type { MetricDefinition } from './metric-definition.ts';

export const POOL_JOB_STATES = ['queued', ...JOB_STATES] as const;
export const SLOT_USES = ['free', 'busy', 'leaving'] as const;

/** What a coordinator of many jobs has beside the metrics of each job, by the names of their handles. */
export const POOL_METRICS = {
  poolJobs: {
    name: 'lockstep_pool_jobs',
    type: 'gauge',
    help: 'Jobs of a coordinator of many, by state.',
    labels: { state: POOL_JOB_STATES },
    process: 'pool',
  },
  poolAgents: {
    name: 'lockstep_pool_agents',
    type: 'gauge',
    help: 'Hosts that offer slots for workers.',
    labels: {},
    process: 'pool',
  },
  poolSlots: {
    name: 'lockstep_pool_slots',
    type: 'gauge',
    help: 'Slots for workers: free, with a worker, or with one that is about to leave.',
    labels: { use: SLOT_USES },
    process: 'pool',
  },
  poolWaitSeconds: {
    name: 'lockstep_pool_longest_wait_seconds',
    type: 'gauge',
    help: 'Age of the oldest job that is queued; 0 where none is.',
    labels: {},
    process: 'pool',
  },
  poolRefusedSessions: {
    name: 'lockstep_pool_refused_sessions_total',
    type: 'counter',
    help: 'Workers that were sent away because they came for no job of this coordinator, or did not say for which.',
    labels: {},
    process: 'pool',
  },
} as const satisfies Record<string, MetricDefinition>;
