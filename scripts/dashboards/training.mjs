// The dashboard of one training job: is it well, how fast is it, and where does its time go.
import { graphics, processes } from './machines.mjs';
import { curves, number, share } from './panels.mjs';
import { C, coordinator, LOST, mean, quantile, rate, W, worker } from './queries.mjs';

const health = [
  number({
    title: 'State',
    description: 'The state that the job is in.',
    unit: 'none',
    query: `lockstep_job_state${C} == 1`,
    legend: '{{state}}',
  }),
  share({
    title: 'Progress',
    description: 'Committed steps, of all that are planned.',
    query: `lockstep_step${C} / lockstep_planned_steps${C}`,
  }),
  number({
    title: 'Time left',
    description: 'At the speed of the last minutes; no value while no step is committed.',
    unit: 's',
    query: `(lockstep_planned_steps${C} - lockstep_step${C}) / (${rate(`lockstep_step_seconds_count${C}`)} > 0)`,
  }),
  share({
    title: 'Goodput',
    description: 'Share of the time in which training did not stand still for a recovery or a checkpoint.',
    query: `1 - clamp_max(${LOST}, 1)`,
    steps: [
      [null, 'red'],
      [0.9, 'yellow'],
      [0.99, 'green'],
    ],
  }),
  number({
    title: 'Ranks',
    description: 'Ranks in the current generation.',
    unit: 'none',
    query: `lockstep_world_size${C}`,
  }),
  number({
    title: 'Epoch',
    description: 'The epoch of the newest committed step, from 1.',
    unit: 'none',
    query: `lockstep_epoch${C}`,
  }),
  curves({
    title: 'Steps',
    description: 'Committed and planned optimizer steps.',
    unit: 'none',
    queries: { committed: `lockstep_step${C}`, planned: `lockstep_planned_steps${C}` },
  }),
  curves({
    title: 'Speed',
    description: 'Samples used in committed steps.',
    unit: 'cps',
    queries: { 'samples per second': rate(`lockstep_samples_total${C}`) },
  }),
  curves({
    title: 'Workers',
    description: 'Connected workers by status, and the ranks that the job was started with.',
    unit: 'none',
    queries: { '{{status}}': `lockstep_workers${C}`, wanted: `lockstep_wanted_world_size${C}` },
  }),
];

const step = [
  curves({
    title: 'Where the time of a step goes',
    description: "Share of the ranks' time by phase.",
    unit: 'percentunit',
    isStacked: true,
    max: 1,
    queries: {
      '{{phase}}': `${rate(`lockstep_step_phase_seconds_sum${C}`)} / ignoring (phase) group_left sum without (phase) (${rate(`lockstep_step_phase_seconds_sum${C}`)})`,
    },
  }),
  curves({
    title: 'Time of a phase',
    description: 'Mean over ranks and steps.',
    unit: 's',
    queries: { '{{phase}}': mean('lockstep_step_phase_seconds') },
  }),
  curves({
    title: 'Time of a step',
    description: 'From one committed step to the next.',
    unit: 's',
    queries: {
      mean: mean('lockstep_step_seconds'),
      median: quantile(0.5, 'lockstep_step_seconds'),
      'one in a hundred': quantile(0.99, 'lockstep_step_seconds'),
    },
  }),
];

const stragglers = [
  curves({
    title: 'Own time of a worker in a step',
    description: 'Data and computing, without waits for others. A curve far above the others is a straggler.',
    unit: 's',
    queries: {
      '{{instance}}': `sum without (phase) (${rate(`lockstep_worker_phase_seconds_sum${worker('phase=~"data|forward_backward"')}`)}) / ignoring (phase) ${rate(`lockstep_worker_phase_seconds_count${worker('phase="forward_backward"')}`)}`,
    },
  }),
  curves({
    title: 'Heard of',
    description: 'Time since each rank was last heard of.',
    unit: 's',
    queries: { 'rank {{rank}}': `lockstep_heartbeat_age_seconds${C}` },
  }),
  curves({
    title: 'Found to be stragglers',
    description:
      'How often each rank was found to hold the others up since the coordinator began; 0 for none.',
    unit: 'none',
    queries: {
      'rank {{rank}}': `lockstep_stragglers_total${C} or 0 * lockstep_heartbeat_age_seconds${C}`,
    },
  }),
];

const communication = [
  curves({
    title: 'All-reduce of each worker',
    description: 'Bytes that a worker sends and receives.',
    unit: 'Bps',
    queries: { '{{instance}} {{direction}}': rate(`lockstep_worker_all_reduce_bytes_total${W}`) },
  }),
  curves({
    title: 'All-reduce of the job',
    description: 'Bytes that all ranks together sent to one another in committed steps.',
    unit: 'Bps',
    queries: { sent: rate(`lockstep_all_reduce_sent_bytes_total${C}`) },
  }),
  curves({
    title: 'Effective bus bandwidth',
    description:
      'Bytes that a rank sends, by the time that a step waits for all-reduce: what is hidden behind the backward pass counts as no time.',
    unit: 'Bps',
    queries: {
      'mean over ranks': `${rate(`lockstep_all_reduce_sent_bytes_total${C}`)} / lockstep_world_size${C} / ignoring (phase) ${rate(`lockstep_step_phase_seconds_sum${coordinator('phase="all_reduce"')}`)}`,
    },
  }),
];

const optimisation = [
  curves({
    title: 'Loss',
    min: null,
    description: 'Of the newest step (training) and of the newest evaluation.',
    unit: 'none',
    queries: { '{{split}}': `lockstep_loss${C}` },
  }),
  curves({
    title: 'Accuracy',
    description: 'Share of samples whose class was predicted, in the newest evaluation.',
    unit: 'percentunit',
    max: 1,
    queries: { '{{split}}': `lockstep_accuracy_ratio${C}` },
  }),
];

const reliability = [
  curves({
    title: 'Generations',
    description: 'Formed since the coordinator began, by cause.',
    unit: 'none',
    queries: { '{{cause}}': `lockstep_generations_total${C}` },
  }),
  curves({
    title: 'Aborts',
    description: 'Steps and evaluations that were done again, by reason.',
    unit: 'none',
    queries: { '{{reason}}': `lockstep_aborts_total${C}` },
  }),
  curves({
    title: 'Time lost to recoveries',
    description:
      'From an abort to the next committed step, since the coordinator began; and how many there were.',
    unit: 's',
    queries: {
      'in all': `lockstep_recovery_seconds_sum${C}`,
      recoveries: `lockstep_recovery_seconds_count${C}`,
    },
  }),
  curves({
    title: 'Steps since the newest checkpoint',
    description: 'What would be done again if all workers were lost.',
    unit: 'none',
    queries: { steps: `lockstep_step${C} - lockstep_checkpoint_step${C}` },
  }),
  curves({
    title: 'Time of checkpoints',
    description: 'In all: training stood still (stall), files written beside training (write).',
    unit: 's',
    queries: { '{{part}}': `lockstep_checkpoint_seconds_sum${C}` },
  }),
  curves({
    title: 'Messages refused',
    description: 'Not acted on by the coordinator and by workers, by reason.',
    unit: 'none',
    queries: {
      'coordinator {{reason}}': `lockstep_refused_messages_total${C}`,
      'worker {{reason}}': `sum without (instance) (lockstep_worker_refused_messages_total${W})`,
    },
  }),
  number({
    title: 'Checkpoint',
    description: 'Size of the newest complete checkpoint.',
    unit: 'bytes',
    query: `lockstep_checkpoint_bytes${C}`,
  }),
  number({
    title: 'Failed checkpoints',
    description: 'Checkpoints that could not be completed.',
    unit: 'none',
    query: `lockstep_checkpoint_failures_total${C}`,
    steps: [
      [null, 'green'],
      [1, 'red'],
    ],
  }),
  number({
    title: 'Generation',
    description: 'Number of the current generation.',
    unit: 'none',
    query: `lockstep_generation${C}`,
  }),
];

export const training = {
  uid: 'lockstep-training',
  title: 'Lockstep: training',
  description: 'One training job: is it well, how fast is it, and where does its time go.',
  rows: {
    'Job health': health,
    'Time of a step, by phase': step,
    Stragglers: stragglers,
    Communication: communication,
    Optimisation: optimisation,
    Reliability: reliability,
    Processes: processes,
    'GPUs (needs the DCGM exporter)': graphics,
  },
};
