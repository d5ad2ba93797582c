import { performance } from 'node:perf_hooks';
import { AggregatorRegistry, type Gauge, type Registry } from 'prom-client';
import { COORDINATOR_METRICS } from '../observe/coordinator-metrics.ts';
import { createMetrics } from '../observe/metrics.ts';
import type { FrozenJob } from '../store/run-folder.ts';
import type { HostedJob, JobObserver } from './hosted-job.ts';
import { createMetricsRecorder, type MetricsRecorder } from './record-metrics.ts';

/** The metrics of each job that is at work, told apart by `job_id`. */
export interface JobMetrics {
  /** Begins to count for a job. */
  open(frozen: FrozenJob): JobObserver;
  /** The one metric of the process that a coordinator of one job has too. */
  insecureGauge(isInsecure: boolean): Gauge;
  /** What the process's own registry has, and beside it the series of these jobs. */
  registryOf(own: Registry, jobs: () => readonly HostedJob[]): Pick<Registry, 'metrics'>;
}

interface OpenMetrics {
  readonly registry: Registry;
  readonly recorder: MetricsRecorder;
}

const INSECURE = COORDINATOR_METRICS.insecure.name;

export function createJobMetrics(version: string): JobMetrics {
  const open = new Map<string, OpenMetrics>();
  return {
    open: ({ jobId, job }) => {
      const metrics = createMetrics('coordinator', { ofNode: false });
      const { registry } = metrics;
      registry.removeSingleMetric(INSECURE);
      registry.setDefaultLabels({ job_id: jobId });
      metrics.jobInfo.set({ job_id: jobId, job: job.name, engine: job.engine, version }, 1);
      const recorder = createMetricsRecorder(metrics);
      open.set(jobId, { registry, recorder });
      return {
        onEvent: (event) => recorder.onEvent(event, performance.now()),
        onStep: (record, bytesSent) => recorder.onStep(record, bytesSent, performance.now()),
        onRefused: recorder.onRefused,
      };
    },
    insecureGauge: (isInsecure) => {
      const { registry, insecure } = createMetrics('coordinator', { ofNode: false });
      insecure.set(isInsecure ? 1 : 0);
      return registry.getSingleMetric(INSECURE) as Gauge;
    },
    registryOf: (own, jobs) => ({
      metrics: async () => {
        const hosted = new Map(jobs().map((job) => [job.jobId, job]));
        for (const jobId of open.keys()) if (!hosted.has(jobId)) open.delete(jobId);
        for (const [jobId, { recorder }] of open) {
          const job = hosted.get(jobId)!;
          recorder.onScrape(job.state(), job.nowMs());
        }
        const series = await Promise.all(
          [...open.values()].map(({ registry }) => registry.getMetricsAsJSON()),
        );
        const jobText = open.size === 0 ? '' : await AggregatorRegistry.aggregate(series).metrics();
        return `${await own.metrics()}${jobText}`;
      },
    }),
  };
}
