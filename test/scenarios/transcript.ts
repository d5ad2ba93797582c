import type { JobEvent } from '../../src/core/coordinator/job-event.ts';
import type { Effect, Outcome } from '../../src/core/coordinator/outcome.ts';
import type { WorkerCommand } from '../../src/core/coordinator/worker-command.ts';
import { describeWait } from '../../src/core/membership/quorum.ts';
import { workOf } from '../../src/core/plan/work.ts';

/** One line for what is made durable first and for each effect, in order; commands that are equal share a line. */
export function describeOutcome({ persist, afterPersist }: Outcome): string[] {
  const lines = persist ? [`persist: generation ${persist.generation}, ${persist.state}`] : [];
  let lastCommand: WorkerCommand | null = null;
  for (const effect of afterPersist) {
    if (effect.kind === 'send' && effect.command === lastCommand) {
      lines.push(lines.pop()!.replace(' <- ', `, ${effect.workerId} <- `));
    } else {
      lines.push(describeEffect(effect));
    }
    lastCommand = effect.kind === 'send' ? effect.command : null;
  }
  return lines;
}

function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case 'send':
      return `${effect.workerId} <- ${describeCommand(effect.command)}`;
    case 'record_event':
      return `event: ${describeEvent(effect.event)}`;
    case 'record_step': {
      const { step, epoch, begin, end, generation, members, digest } = effect.entry;
      return `ledger: step ${step} (epoch ${epoch}, samples ${begin} to ${end}) by generation ${generation}: ${members.join(', ')}; digest ${digest}`;
    }
    case 'rewind_records':
      return `take the records back to step ${effect.step}`;
    case 'write_manifest':
      return `write the manifest of checkpoint ${effect.checkpoint.step} (${effect.checkpoint.parts.length} parts)`;
    case 'message_refused':
      return `refused: ${effect.reason}`;
    case 'job_over':
      return 'the job is over';
  }
}

function describeCommand(command: WorkerCommand): string {
  switch (command.kind) {
    case 'generation': {
      const members = command.members.map(({ workerId }) => workerId).join(', ');
      return `generation ${command.generation} [${members}] begins at ${describeOperation(command.operation)} (${command.cause})`;
    }
    case 'decision': {
      const { commit, reason, checkpoint, hold } = command;
      const verdict = commit ? 'commit' : `abort (${reason})`;
      return `${verdict} ${describeOperation(command.operation)}${checkpoint ? ', take a checkpoint' : ''}${hold ? ', then hold' : ''}`;
    }
    case 'feed':
      return `copy the state of ${command.donors.map(({ workerId }) => workerId).join(' or ')}`;
    case 'stop':
      return `stop: ${command.reason}${command.failure ? ` [${command.failure.code}]` : ''}`;
  }
}

function describeOperation(operation: number): string {
  const { kind, step } = workOf(operation);
  return `${kind} ${step}`;
}

function describeEvent(event: JobEvent): string {
  switch (event.kind) {
    case 'worker_joined':
    case 'worker_ready':
      return `${event.kind} ${event.workerId}`;
    case 'worker_fed':
      return `${event.kind} ${event.workerId} by ${event.donorId}`;
    case 'worker_lost':
    case 'worker_draining':
      return `${event.kind} ${event.workerId}: ${event.cause}`;
    case 'straggler_found':
    case 'straggler_recovered':
      return `${event.kind} ${event.workerId}: rank ${event.rank}, ${event.seconds} s, median ${event.medianSeconds} s`;
    case 'worker_refused':
      return `${event.kind} ${event.workerId}: [${event.failure.code}] ${event.failure.message}`;
    case 'coordinator_restarted':
      return `${event.kind} after step ${event.step}: ${event.workerIds.join(', ')}`;
    case 'job_loaded':
      return `${event.kind}: ${event.plan.numSteps} steps`;
    case 'waiting':
      return `${event.kind}: ${describeWait(event.reason)}`;
    case 'generation_formed':
      return `${event.kind} ${event.generation} (${event.cause}) after step ${event.step}: ${event.members.join(', ')}`;
    case 'work_aborted':
      return `${event.kind}: ${event.work} ${event.step} of generation ${event.generation}, ${event.reason} by ${event.workerIds.join(', ')}`;
    case 'evaluated':
      return `${event.kind}: ${event.split} after step ${event.step}`;
    case 'checkpoint_written':
      return `${event.kind} ${event.step} (${event.fileBytes} bytes)`;
    case 'checkpoint_failed':
      return `${event.kind} ${event.step}: ${event.message}`;
    case 'state_changed':
      return `${event.state}: ${event.message}`;
  }
}
