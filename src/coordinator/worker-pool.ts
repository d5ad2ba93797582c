import { randomBytes } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import type { Clock } from '../clock.ts';
import { isPlainId } from '../core/transfer/plain-path.ts';
import type { lockstep } from '../gen/lockstep.js';
import type { Decoded } from '../wire/decoded.ts';

export type AttendCall = ServerDuplexStream<lockstep.v1.AgentMessage, lockstep.v1.IPoolMessage>;

type Hello = Decoded<lockstep.v1.IAgentHello>;
type Ended = Decoded<lockstep.v1.IWorkerEnded>;

/** A worker process, from the moment when an agent is told to start it. */
export interface PoolWorker {
  readonly workerId: string;
  readonly jobId: string;
  readonly agentId: string;
  readonly isDraining: boolean;
}

/** A host that runs workers. */
export interface PoolAgent {
  readonly agentId: string;
  readonly host: string;
  readonly version: string;
  readonly numSlots: number;
  /** Takes no more workers. */
  readonly isLeaving: boolean;
}

export interface WorkerEnd {
  readonly worker: PoolWorker;
  /** How it ended, in words. */
  readonly cause: string;
  /** It left as it was told to, or its job was over. */
  readonly isClean: boolean;
  readonly hadLoaded: boolean;
}

export interface WorkerPoolOptions {
  readonly version: string;
  readonly clock: Clock;
  readonly logDirectory: (jobId: string) => string;
  /** Whether a job still wants workers; those of one that does not are told to leave. */
  readonly isWanted: (jobId: string) => boolean;
  readonly onWorkerEnded: (end: WorkerEnd) => void;
  /** Slots came, went or became free. */
  readonly onChange: () => void;
}

/** The agents that attend and what runs in their slots. Decides nothing: it starts and drains what it is told to. */
export interface WorkerPool {
  readonly handleAttend: (call: AttendCall) => void;
  agents(): readonly PoolAgent[];
  workers(): readonly PoolWorker[];
  /** Slots in which nothing runs, of agents that stay. */
  numFree(): number;
  /** Slots of agents that stay, and those that the others still use. */
  numSlots(): number;
  /** Starts a worker for the job where most slots are free. Throws when none is. */
  start(jobId: string): PoolWorker;
  /** Asks a worker to finish its step and leave. */
  drain(workerId: string): void;
  /** Lets an agent's workers leave and takes it for no others. */
  drainAgent(agentId: string): void;
  close(): void;
}

interface Agent extends PoolAgent {
  call: AttendCall | null;
  isLeaving: boolean;
  readonly workers: Map<string, PoolWorker>;
  cancelForgetting: () => void;
}

/** How long the slots of an agent whose stream broke are kept for it. Its workers train on meanwhile. */
const AWAY_MS = 5_000;
const MAX_AGENTS = 1_000;
const MAX_SLOTS = 1_024;
const MAX_HOST_LENGTH = 255;

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { clock, onChange } = options;
  const agents = new Map<string, Agent>();

  const numFreeOf = (agent: Agent): number =>
    agent.isLeaving || !agent.call ? 0 : Math.max(0, agent.numSlots - agent.workers.size);
  const sum = (count: (agent: Agent) => number): number =>
    [...agents.values()].reduce((total, agent) => total + count(agent), 0);
  const agentOf = (workerId: string): Agent | undefined =>
    [...agents.values()].find(({ workers }) => workers.has(workerId));

  const end = (agent: Agent, worker: PoolWorker, how: Omit<WorkerEnd, 'worker'>): void => {
    agent.workers.delete(worker.workerId);
    options.onWorkerEnded({ worker, ...how });
  };
  const forget = (agent: Agent): void => {
    agents.delete(agent.agentId);
    const how = { cause: `its agent on ${agent.host} is gone`, isClean: false, hadLoaded: true };
    for (const worker of agent.workers.values()) end(agent, worker, how);
    onChange();
  };
  const drain = (agent: Agent, worker: PoolWorker): void => {
    if (worker.isDraining) return;
    agent.workers.set(worker.workerId, { ...worker, isDraining: true });
    agent.call?.write({ drain: { workerId: worker.workerId } });
  };

  const takeIn = (call: AttendCall, hello: Hello): Agent | null => {
    const problem = refusalOf(hello, { version: options.version, numAgents: agents.size });
    if (problem) {
      call.write({ refused: problem });
      call.end();
      return null;
    }
    const { agentId, host, version, numSlots } = hello;
    const known = agents.get(agentId);
    known?.cancelForgetting();
    known?.call?.end();
    const running = hello.running.map((each) => ({ ...each, agentId, isDraining: each.draining }));
    const agent: Agent = {
      agentId,
      host,
      version,
      numSlots,
      isLeaving: known?.isLeaving ?? false,
      call,
      workers: new Map(
        running.map(({ workerId, jobId, isDraining }) => [
          workerId,
          { workerId, jobId, agentId, isDraining },
        ]),
      ),
      cancelForgetting: () => undefined,
    };
    agents.set(agentId, agent);
    call.write({ welcome: {} });
    for (const worker of known?.workers.values() ?? []) {
      // What this coordinator knows and the agent does not has ended, or was never started, while the stream was broken.
      const how = { cause: 'it ended while its agent was away', isClean: false, hadLoaded: false };
      if (!agent.workers.has(worker.workerId)) options.onWorkerEnded({ worker, ...how });
      else if (worker.isDraining) drain(agent, agent.workers.get(worker.workerId)!);
    }
    for (const worker of agent.workers.values()) if (!options.isWanted(worker.jobId)) drain(agent, worker);
    return agent;
  };
  const onEnded = (agent: Agent, { workerId, exitCode, signal, hadLoaded }: Ended): void => {
    const worker = agent.workers.get(workerId);
    if (!worker) return;
    const isClean = exitCode === 0 && signal === '';
    end(agent, worker, { cause: signal || `exit code ${exitCode}`, isClean, hadLoaded });
  };
  const onLeaves = (agent: Agent): void => {
    agent.isLeaving = true;
    for (const worker of agent.workers.values()) drain(agent, worker);
  };

  const handleAttend = (call: AttendCall): void => {
    let agent: Agent | null = null;
    let isOver = false;
    call.on('data', (incoming: lockstep.v1.AgentMessage) => {
      const { hello, ended, leaves } = incoming as Decoded<lockstep.v1.IAgentMessage>;
      if (isOver) return;
      if (hello && !agent) {
        agent = takeIn(call, hello);
        isOver = agent === null;
      } else if (agent && ended) onEnded(agent, ended);
      else if (agent && leaves) onLeaves(agent);
      onChange();
    });
    const onBroken = (): void => {
      isOver = true;
      call.end();
      const gone = agent;
      if (gone?.call !== call || agents.get(gone.agentId) !== gone) return;
      gone.call = null;
      if (gone.isLeaving && gone.workers.size === 0) forget(gone);
      else gone.cancelForgetting = clock.after(AWAY_MS, () => forget(gone));
    };
    call.on('end', onBroken);
    call.on('cancelled', onBroken);
    call.on('error', onBroken);
  };

  return {
    handleAttend,
    agents: () => [...agents.values()],
    workers: () => [...agents.values()].flatMap(({ workers }) => [...workers.values()]),
    numFree: () => sum(numFreeOf),
    numSlots: () =>
      sum((agent) => (agent.isLeaving ? agent.workers.size : Math.max(agent.numSlots, agent.workers.size))),
    start: (jobId) => {
      const [agent] = [...agents.values()].sort((a, b) => numFreeOf(b) - numFreeOf(a));
      if (!agent?.call || numFreeOf(agent) === 0) throw new Error('a worker was started without a free slot');
      const workerId = `w-${randomBytes(4).toString('hex')}`;
      const worker = { workerId, jobId, agentId: agent.agentId, isDraining: false };
      agent.workers.set(workerId, worker);
      agent.call.write({ start: { workerId, jobId, logDirectory: options.logDirectory(jobId) } });
      return worker;
    },
    drain: (workerId) => {
      const agent = agentOf(workerId);
      if (agent) drain(agent, agent.workers.get(workerId)!);
    },
    drainAgent: (agentId) => {
      const agent = agents.get(agentId);
      if (agent) onLeaves(agent);
    },
    close: () => {
      for (const { call, cancelForgetting } of agents.values()) {
        cancelForgetting();
        call?.end();
      }
    },
  };
}

function refusalOf(
  { agentId, host, version, numSlots, running }: Hello,
  ours: { readonly version: string; readonly numAgents: number },
): { code: string; message: string } | null {
  if (version !== ours.version) {
    const message = `the coordinator is Lockstep ${ours.version}, this agent is ${version}; use the same version`;
    return { code: 'STALE', message };
  }
  const areIds = [agentId, ...running.flatMap(({ workerId, jobId }) => [workerId, jobId])].every(isPlainId);
  if (
    !areIds ||
    host.length > MAX_HOST_LENGTH ||
    numSlots < 1 ||
    Math.max(numSlots, running.length) > MAX_SLOTS
  ) {
    const message = `an agent needs a host name, plain ids and 1 to ${MAX_SLOTS} slots, not ${numSlots}`;
    return { code: 'USAGE', message };
  }
  if (ours.numAgents < MAX_AGENTS) return null;
  return { code: 'UNAVAILABLE', message: `${MAX_AGENTS} agents attend already` };
}
