import { expect, it } from 'vitest';
import { coordinatorCommand } from '../../../src/cli/coordinator.ts';
import { workerCommand } from '../../../src/cli/worker.ts';
import { kubectlMissing, render } from '../../setup/kubernetes-manifests.ts';
import { nameOf, podsOf } from '../../setup/kubernetes-pods.ts';

const COMMANDS = { coordinator: coordinatorCommand(), worker: workerCommand() };
/** What the manifests need and the commands do not take yet; docs/kubernetes.md says so. */
const TO_COME = ['--listen', '--http', '--ca', '--cert', '--key', '--insecure'];

it('pods give the command options that it has', async (context) => {
  if (kubectlMissing) return context.skip(kubectlMissing);
  const rendered = await Promise.all(['dev', 'gpu'].map((overlay) => render(`k8s/overlays/${overlay}`)));
  const workloads = rendered.flatMap(({ manifests }) => podsOf(manifests));
  const ours = workloads.flatMap(({ workload, containers }) =>
    containers.filter(({ image }) => image.startsWith('lockstep:')).map(({ args }) => ({ workload, args })),
  );
  expect(ours).toHaveLength(4);
  for (const { workload, args } of ours) {
    const [name, ...options] = args as [keyof typeof COMMANDS, ...string[]];
    const known = COMMANDS[name].options.map(({ long }) => long);
    const given = options.map((option) => option.split('=')[0]!);
    expect(
      given.filter((option) => ![...known, ...TO_COME].includes(option)),
      nameOf(workload),
    ).toEqual([]);
  }
});
