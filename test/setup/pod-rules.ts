import type { Manifest } from './kubernetes-manifests.ts';
import { ofKind, type Pods, podsOf } from './kubernetes-pods.ts';

type Container = Manifest['spec'];
export type ClusterRule = (manifests: readonly Manifest[]) => string[];

/** A rule about each container, as one about all that is applied: the names of containers that break it. */
function eachContainer(isOk: (container: Container, pods: Pods) => boolean): ClusterRule {
  return (manifests) =>
    podsOf(manifests).flatMap((pods) =>
      pods.containers
        .filter((container) => !isOk(container, pods))
        .map((container) => `${pods.of}: ${container.name}`),
    );
}

function eachPod(isOk: (pods: Pods, manifests: readonly Manifest[]) => boolean): ClusterRule {
  return (manifests) =>
    podsOf(manifests)
      .filter((pods) => !isOk(pods, manifests))
      .map(({ of }) => of);
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const PROBES = ['startupProbe', 'livenessProbe', 'readinessProbe'];

function volumeNames({ spec, workload }: Pods): string[] {
  const claims: readonly Manifest[] = workload.spec.volumeClaimTemplates ?? [];
  const volumes: readonly { name: string }[] = spec.volumes ?? [];
  return [...volumes.map(({ name }) => name), ...claims.map(({ metadata }) => metadata.name)];
}

/** Names that $(NAME) in arguments may stand for. */
function variables(container: Container, pods: Pods, manifests: readonly Manifest[]): string[] {
  const own = (container.env ?? []).map(({ name }: { name: string }) => name);
  const imported = (container.envFrom ?? []).flatMap((source: Container) =>
    ofKind(manifests, 'ConfigMap')
      .filter(({ metadata }) => metadata.name === source.configMapRef?.name)
      .filter(({ metadata }) => metadata.namespace === pods.namespace)
      .flatMap(({ data }) => Object.keys(data)),
  );
  return [...own, ...imported];
}

/** Rules about pods, after those of kube-score and kube-linter; each gives what breaks it. */
export const POD_RULES: Readonly<Record<string, ClusterRule>> = {
  'containers request processor and memory and limit memory': eachContainer(
    ({ resources }) => resources?.requests?.cpu && resources.requests.memory && resources.limits?.memory,
  ),
  'GPUs are in limits alone': eachContainer(({ resources }) => !resources?.requests?.['nvidia.com/gpu']),
  'images are pinned to a version': eachContainer(({ image }) =>
    /^[^:@]+:v?\d+\.\d+\.\d+[\w.-]*(@sha256:[0-9a-f]{64})?$/.test(image),
  ),
  'images are pulled only where they are missing': eachContainer(
    ({ imagePullPolicy }) => imagePullPolicy === 'IfNotPresent',
  ),
  'root file systems are read-only': eachContainer(
    ({ securityContext }) => securityContext?.readOnlyRootFilesystem === true,
  ),
  'nothing gains privileges': eachContainer(
    ({ securityContext }) =>
      securityContext?.allowPrivilegeEscalation === false && !securityContext.privileged,
  ),
  'all capabilities are dropped': eachContainer(
    ({ securityContext }) =>
      isSame(securityContext?.capabilities?.drop, ['ALL']) && !securityContext.capabilities.add,
  ),
  'pods run as a user who is not root and nobody else on the node': eachPod(
    ({ spec: { securityContext } }) =>
      securityContext?.runAsNonRoot === true && securityContext.runAsUser >= 10_000,
  ),
  'pods have the default seccomp profile': eachPod(
    ({ spec }) => spec.securityContext?.seccompProfile?.type === 'RuntimeDefault',
  ),
  'pods share nothing with their node': eachPod(
    ({ spec }) =>
      !spec.hostNetwork &&
      !spec.hostPID &&
      !spec.hostIPC &&
      !(spec.volumes ?? []).some((volume: Container) => volume.hostPath),
  ),
  'containers have a probe for each question': eachContainer((container) =>
    PROBES.every((probe) => container[probe]),
  ),
  'liveness does not ask what readiness asks': eachContainer(
    ({ livenessProbe, readinessProbe }) => !isSame(livenessProbe?.httpGet, readinessProbe?.httpGet),
  ),
  'probes ask ports that the container has': eachContainer((container) =>
    PROBES.every((probe) =>
      (container.ports ?? []).some(({ name }: Container) => name === container[probe]?.httpGet?.port),
    ),
  ),
  'pods say how long they take to end': eachPod(({ spec }) => spec.terminationGracePeriodSeconds > 0),
  'pods get no variables for every service': eachPod(({ spec }) => spec.enableServiceLinks === false),
  'pods have an account of their own that exists': eachPod(({ spec, namespace }, manifests) =>
    ofKind(manifests, 'ServiceAccount').some(
      ({ metadata }) => metadata.name === spec.serviceAccountName && metadata.namespace === namespace,
    ),
  ),
  'pods say whether they get a token, and workers get none': eachPod(({ spec, labels }) =>
    labels['app.kubernetes.io/component'] === 'coordinator'
      ? spec.automountServiceAccountToken === true
      : spec.automountServiceAccountToken === false,
  ),
  'volumes in memory or on the node have a limit': eachPod(({ spec }) =>
    (spec.volumes ?? []).every(({ emptyDir }: Container) => !emptyDir || emptyDir.sizeLimit),
  ),
  'volumes are mounted, and mounts have volumes': eachPod((pods) => {
    const mounts = pods.containers.flatMap(({ volumeMounts = [] }) =>
      volumeMounts.map(({ name }: Container) => name),
    );
    return isSame([...new Set<string>(mounts)].toSorted(), volumeNames(pods).toSorted());
  }),
  'variables in arguments are defined': (manifests) =>
    podsOf(manifests).flatMap((pods) =>
      pods.containers.flatMap((container) => {
        const used = [...(container.args ?? []).join(' ').matchAll(/\$\((\w+)\)/g)].map(([, name]) => name!);
        const known = variables(container, pods, manifests);
        return used.filter((name) => !known.includes(name)).map((name) => `${pods.of}: ${name}`);
      }),
    ),
  'replicas are spread over nodes': eachPod(
    ({ spec, workload }) =>
      workload.spec.replicas === 1 || spec.topologySpreadConstraints || spec.affinity?.podAntiAffinity,
  ),
  'ranks of one node have memory to share': eachPod(
    ({ labels, spec }) =>
      labels['app.kubernetes.io/component'] !== 'worker' ||
      spec.volumes.some(({ emptyDir }: Container) => emptyDir?.medium === 'Memory'),
  ),
};
