import type { Manifest } from './kubernetes-manifests.ts';
import { nameOf, ofKind, type Pods, podsOf, selected } from './kubernetes-pods.ts';
import type { ClusterRule } from './pod-rules.ts';

type Part = Manifest['spec'];

/** Kinds that belong to no namespace. */
const CLUSTER_WIDE = ['Namespace', 'PersistentVolume', 'ClusterIssuer', 'ClusterQueue', 'ResourceFlavor'];
/** Namespaces that are there before we come. */
const FOREIGN_NAMESPACES = ['cert-manager'];
const TOO_MUCH = ['*', 'secrets', 'pods/exec', 'escalate', 'bind', 'impersonate', 'serviceaccounts/token'];

function each(
  kind: string,
  isOk: (manifest: Manifest, manifests: readonly Manifest[]) => boolean,
): ClusterRule {
  return (manifests) =>
    ofKind(manifests, kind)
      .filter((manifest) => !isOk(manifest, manifests))
      .map(nameOf);
}

function eachPods(isOk: (pods: Pods, manifests: readonly Manifest[]) => boolean): ClusterRule {
  return (manifests) =>
    podsOf(manifests)
      .filter((pods) => !isOk(pods, manifests))
      .map(({ of }) => of);
}

function isThere(manifests: readonly Manifest[], kind: string, namespace: string, name: string): boolean {
  return ofKind(manifests, kind).some(
    ({ metadata }) => metadata.name === name && metadata.namespace === namespace,
  );
}

/** A Secret is there when a Certificate makes it: none is written down. */
function isSecretThere(manifests: readonly Manifest[], namespace: string, name: string): boolean {
  return ofKind(manifests, 'Certificate').some(
    ({ metadata, spec }) => metadata.namespace === namespace && spec.secretName === name,
  );
}

/** Every object `{ key: { name } }` in a value, however deep. */
function named(value: unknown, key: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => {
    const name = (inner as Part)?.name ?? (inner as Part)?.secretName;
    return field === key && typeof name === 'string' ? [name] : named(inner, key);
  });
}

function policiesFor(pods: Pods, manifests: readonly Manifest[]): Manifest[] {
  return ofKind(manifests, 'NetworkPolicy').filter(({ metadata, spec }) =>
    selected([pods], metadata.namespace, spec.podSelector.matchLabels).includes(pods),
  );
}

function containerPorts(pods: readonly Pods[]): Part[] {
  return pods.flatMap(({ containers }) => containers.flatMap(({ ports = [] }) => ports));
}

/** Rules about how what is applied fits together; each gives what breaks it. */
export const CLUSTER_RULES: Readonly<Record<string, ClusterRule>> = {
  'names are taken once': (manifests) => {
    const names = manifests.map(nameOf);
    return names.filter((name, index) => names.indexOf(name) !== index);
  },
  'what belongs to a namespace says which, and that one is there': (manifests) => {
    const there = ofKind(manifests, 'Namespace').map(({ metadata }) => metadata.name);
    return manifests
      .filter(({ kind }) => !CLUSTER_WIDE.includes(kind))
      .filter(({ metadata }) => ![...there, ...FOREIGN_NAMESPACES].includes(metadata.namespace!))
      .map(nameOf);
  },
  'namespaces take restricted pods alone': each(
    'Namespace',
    ({ metadata }) => metadata.labels?.['pod-security.kubernetes.io/enforce'] === 'restricted',
  ),
  'namespaces have a quota': each('Namespace', ({ metadata: { name } }, manifests) =>
    ofKind(manifests, 'ResourceQuota').some(({ metadata }) => metadata.namespace === name),
  ),
  'pods have the usual labels': eachPods(
    ({ labels }) =>
      labels['app.kubernetes.io/name'] === 'lockstep' && !!labels['app.kubernetes.io/component'],
  ),
  'selectors of workloads take their own pods': eachPods(
    (pods) => selected([pods], pods.namespace, pods.workload.spec.selector.matchLabels).length === 1,
  ),
  'nothing reaches a pod or leaves it unless a policy says so': eachPods((pods, manifests) =>
    policiesFor(pods, manifests).some(
      ({ spec }) =>
        !spec.podSelector.matchLabels && spec.policyTypes.length === 2 && !spec.ingress && !spec.egress,
    ),
  ),
  'pods have a policy of their own': eachPods((pods, manifests) =>
    policiesFor(pods, manifests).some(({ spec }) => spec.podSelector.matchLabels && spec.ingress),
  ),
  'policies open ports that the pods have': (manifests) =>
    ofKind(manifests, 'NetworkPolicy').flatMap((policy) => {
      const pods = selected(
        podsOf(manifests),
        policy.metadata.namespace,
        policy.spec.podSelector.matchLabels,
      );
      if (pods.length === 0) return [];
      const numbers = containerPorts(pods).map(({ containerPort }) => containerPort);
      const opened = (policy.spec.ingress ?? []).flatMap(({ ports = [] }: Part) =>
        ports.map(({ port }: Part) => port),
      );
      return opened
        .filter((port: number) => !numbers.includes(port))
        .map((port: number) => `${nameOf(policy)}: ${port}`);
    }),
  'services lead to pods, at ports that these have': each('Service', ({ metadata, spec }, manifests) => {
    const pods = selected(podsOf(manifests), metadata.namespace, spec.selector);
    const names = containerPorts(pods).map(({ name }) => name);
    return (
      spec.selector &&
      pods.length > 0 &&
      spec.ports.every(({ targetPort }: Part) => names.includes(targetPort))
    );
  }),
  'services stay inside the cluster': each('Service', ({ spec }) =>
    [undefined, 'ClusterIP'].includes(spec.type),
  ),
  'stateful sets have a headless service': each('StatefulSet', ({ metadata, spec }, manifests) =>
    ofKind(manifests, 'Service').some(
      (service) =>
        service.metadata.name === spec.serviceName &&
        service.metadata.namespace === metadata.namespace &&
        service.spec.clusterIP === 'None' &&
        service.spec.publishNotReadyAddresses,
    ),
  ),
  'disruption budgets let a node be drained': each('PodDisruptionBudget', ({ metadata, spec }, manifests) => {
    const pods = selected(podsOf(manifests), metadata.namespace, spec.selector.matchLabels);
    const isBounded = spec.maxUnavailable >= 1 && spec.minAvailable === undefined;
    return pods.length > 0 && isBounded && spec.unhealthyPodEvictionPolicy === 'AlwaysAllow';
  }),
  'what must not go at once has a disruption budget, and workers have none': eachPods((pods, manifests) => {
    const budgets = ofKind(manifests, 'PodDisruptionBudget').filter(({ metadata, spec }) =>
      selected([pods], metadata.namespace, spec.selector.matchLabels).includes(pods),
    );
    const isWanted =
      pods.labels['app.kubernetes.io/component'] !== 'worker' && pods.workload.spec.replicas > 1;
    return budgets.length === (isWanted ? 1 : 0);
  }),
  'roles are small': each('Role', ({ rules }) =>
    rules.every(({ apiGroups, resources, verbs }: Part) =>
      [...apiGroups, ...resources, ...verbs].every((each: string) => !TOO_MUCH.includes(each)),
    ),
  ),
  'no role is valid everywhere': (manifests) =>
    manifests.filter(({ kind }) => kind.startsWith('ClusterRole')).map(nameOf),
  'bindings bind what is there': each(
    'RoleBinding',
    ({ metadata, roleRef, subjects }, manifests) =>
      isThere(manifests, roleRef.kind, metadata.namespace!, roleRef.name) &&
      subjects.every(({ kind, namespace, name }: Part) => isThere(manifests, kind, namespace, name)),
  ),
  'config maps that are mentioned exist': eachPods(({ spec, namespace }, manifests) =>
    ['configMapRef', 'configMap', 'configMapKeyRef']
      .flatMap((key) => named(spec, key))
      .every((name) => isThere(manifests, 'ConfigMap', namespace, name)),
  ),
  'secrets that are mentioned exist': (manifests) =>
    manifests
      .filter(({ kind }) => kind !== 'Certificate')
      .flatMap((manifest) =>
        ['secret', 'secretRef', 'secretKeyRef', 'keySecret']
          .flatMap((key) => named(manifest, key))
          .filter((name) => !isSecretThere(manifests, manifest.metadata.namespace!, name))
          .map((name) => `${nameOf(manifest)}: ${name}`),
      ),
  'no secret is written down': (manifests) => ofKind(manifests, 'Secret').map(nameOf),
  'claims that are mentioned exist': eachPods(({ spec, namespace }, manifests) =>
    (spec.volumes ?? []).every(
      ({ persistentVolumeClaim: claim }: Part) =>
        !claim || isThere(manifests, 'PersistentVolumeClaim', namespace, claim.claimName),
    ),
  ),
  'monitors find pods, at ports that these have': (manifests) =>
    manifests
      .filter(({ kind }) => ['ServiceMonitor', 'PodMonitor'].includes(kind))
      .filter(({ metadata, spec }) => {
        const [namespace] = spec.namespaceSelector?.matchNames ?? [metadata.namespace];
        const pods = selected(podsOf(manifests), namespace, spec.selector.matchLabels);
        const names = containerPorts(pods).map(({ name }) => name);
        const endpoints: Part[] = spec.endpoints ?? spec.podMetricsEndpoints;
        return !endpoints.every(({ port }) => names.includes(port));
      })
      .map(nameOf),
};
