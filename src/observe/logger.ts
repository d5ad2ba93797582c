import pino from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';
export type Logger = pino.Logger;

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Which process speaks, e.g. `coordinator`; a field of every line. */
  readonly process: string;
  /** File to append to; standard error when it is missing. */
  readonly file?: string | undefined;
}

/** Logs as JSON lines, written at once, so that the last words of a process that dies are kept. */
export function createLogger({ level, process, file }: LoggerOptions): Logger {
  const STDERR = 2;
  const destination = pino.destination({ dest: file ?? STDERR, sync: true, mkdir: true });
  return pino(
    {
      level,
      base: { process },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}
