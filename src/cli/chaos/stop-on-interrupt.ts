import { ERROR_CODES } from '../../core/errors.ts';

export interface Interrupts {
  /** Aborted by the first Ctrl-C or SIGTERM; a second one ends the process. */
  readonly stop: AbortSignal;
  /** Lets the process be ended by signals again. */
  close(): void;
}

/** `beforeStop` is called at each interrupt, first of all. */
export function stopOnInterrupt(beforeStop: () => void = () => undefined): Interrupts {
  const abort = new AbortController();
  const onInterrupt = (): void => {
    beforeStop();
    if (abort.signal.aborted) process.exit(ERROR_CODES.INTERRUPTED.exitCode);
    abort.abort();
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  return {
    stop: abort.signal,
    close: () => {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
    },
  };
}
