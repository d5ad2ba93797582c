export { eventSentence } from './event-sentence.ts';
export {
  type JsonLines,
  type JsonLinesWriter,
  openJsonLinesWriter,
  readJsonLines,
} from './json-lines-writer.ts';
export { createLogger, type Logger, type LoggerOptions, type LogLevel } from './logger.ts';
export type { MetricDefinition, MetricsProcess } from './metric-definition.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { METRICS, metricsTable } from './metrics-catalogue.ts';
export { type MetricsServer, type MetricsServerOptions, startMetricsServer } from './metrics-server.ts';
export { createDisplay, type DisplayOptions, type RunDisplay } from './progress-display.ts';
export { type RunSnapshot, renderProgress } from './progress-lines.ts';
export {
  type EvaluationResult,
  type Gallery,
  type GallerySample,
  type PhaseSeconds,
  type RunError,
  type RunEvent,
  type RunEventBody,
  type RunResult,
  STEP_PHASES,
  type StepPhase,
  type StepRecord,
} from './run-events.ts';
export { type ReportOptions, renderReport } from './run-report.ts';
export type { RunPlaces } from './run-summary.ts';
export { encodePicture, isPictureShape } from './sample-picture.ts';
export {
  openTensorBoardWriter,
  type ScalarPoint,
  type TensorBoardOptions,
  type TensorBoardWriter,
} from './tensorboard-writer.ts';
