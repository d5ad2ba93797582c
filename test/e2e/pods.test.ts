import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { coordinatorCommand } from '../../src/cli/coordinator.ts';
import { workerCommand } from '../../src/cli/worker.ts';
import { kubectlMissing, type Manifest, render } from '../setup/kubernetes-manifests.ts';
import { ofKind, type Pods, podsOf } from '../setup/kubernetes-pods.ts';
import { freePort } from '../setup/nats-server.ts';
import { copyExample, lockstep, startLockstep, temporaryFolder } from './lockstep-process.ts';

const OPTIONS = Object.fromEntries(
  [coordinatorCommand(), workerCommand()].map((command) => [
    command.name(),
    command.options.map(({ long }) => long),
  ]),
);

/** Stands in for kubelet, network and volumes: pods become processes here, and their ports become free ones. */
interface Host {
  readonly manifests: readonly Manifest[];
  /** By the number that it has in the cluster. */
  readonly ports: ReadonlyMap<string, number>;
  readonly folder: string;
}

it('what the pods of the overlay dev run answers its probes and trains a job', async (context) => {
  if (kubectlMissing) return context.skip(kubectlMissing);
  const { manifests } = await render('k8s/overlays/dev');
  const folder = await temporaryFolder();
  const ports = new Map([
    ['7600', await freePort()],
    ['7601', await freePort()],
  ]);
  const host: Host = { manifests, ports, folder };
  const [coordinator, workers] = ['Deployment', 'StatefulSet'].map(
    (kind) => podsOf(manifests).find(({ workload }) => workload.kind === kind)!,
  ) as [Pods, Pods];

  start(coordinator, host);
  for (const probe of ['startupProbe', 'livenessProbe', 'readinessProbe']) {
    const { path: asked, port } = coordinator.containers[0][probe].httpGet;
    await answers(`http://127.0.0.1:${localPort(coordinator, port, host)}${asked}`);
  }
  for (let replica = 0; replica < workers.workload.spec.replicas; replica++) start(workers, host);

  const job = await copyExample('digits', folder);
  const address = `127.0.0.1:${ports.get('7600')}`;
  const { stdout, stderr } = await lockstep('submit', job, '--watch', '--json', '--coordinator', address);
  expect(stdout, stderr).not.toBe('');
  expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({ status: 'succeeded' });
}, 180_000);

function start(pods: Pods, host: Host): void {
  const [container] = pods.containers;
  const config = ofKind(host.manifests, 'ConfigMap').find(
    ({ metadata }) => metadata.name === container.envFrom?.[0].configMapRef.name,
  );
  const [name, ...options]: string[] = container.args.map((argument: string) =>
    argument.replace(/\$\((\w+)\)/g, (_, variable) => config?.data[variable]),
  );
  // The manifests are ahead of the command: see docs/kubernetes.md.
  const known = options.filter((option) => OPTIONS[name!]!.includes(option.split('=')[0]!));
  const mounts = container.volumeMounts.find(({ name }: { name: string }) => name === 'data');
  const local = known.map((option) =>
    resolve(option, host).replace(mounts.mountPath, path.join(host.folder, 'data')),
  );
  const { processes, ended } = startLockstep(name!, ...local);
  onTestFinished(async () => {
    for (const pid of await processes()) process.kill(pid, 'SIGKILL');
    await ended;
  });
}

/** Addresses as they are on this host, on any free port where nobody has to know it. A name must be a service's, and its port one that the service has. */
function resolve(option: string, { manifests, ports }: Host): string {
  return option
    .replace(/0\.0\.0\.0:(\d+)/, (_, port) => `127.0.0.1:${ports.get(port) ?? 0}`)
    .replace(/([\w-]+)\.([\w-]+)\.svc:(\d+)/, (_, name, namespace, port) => {
      const service = ofKind(manifests, 'Service').find(
        ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
      );
      const entry = service?.spec.ports.find((each: { port: number }) => `${each.port}` === port);
      return entry ? `127.0.0.1:${ports.get(port)}` : 'nowhere:1';
    });
}

function localPort({ containers }: Pods, name: string, { ports }: Host): number {
  const { containerPort } = containers[0].ports.find((port: { name: string }) => port.name === name);
  return ports.get(`${containerPort}`)!;
}

async function answers(url: string): Promise<void> {
  while (!(await fetch(url).catch(() => null))?.ok) await sleep(100);
}
