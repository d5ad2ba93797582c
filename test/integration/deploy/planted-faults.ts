import type { Manifest } from '../../setup/kubernetes-manifests.ts';

type Part = Manifest['spec'];
type Plant = (manifests: Manifest[]) => void;

/** Changes the first manifest of a kind. */
function on(kind: string, change: (manifest: Part) => void): Plant {
  return (manifests) => change(manifests.find((each) => each.kind === kind));
}

function onPod(change: (spec: Part) => void, kind = 'Deployment'): Plant {
  return on(kind, ({ spec }) => change(spec.template.spec));
}

function onContainer(change: (container: Part) => void, kind = 'Deployment'): Plant {
  return onPod(({ containers }) => change(containers[0]), kind);
}

function add(manifest: Part): Plant {
  return (manifests) => manifests.push(manifest);
}

function without(kind: string): Plant {
  return (manifests) => {
    manifests.splice(0, manifests.length, ...manifests.filter((each) => each.kind !== kind));
  };
}

/** A change to the GPU overlay that breaks the rule of that name. */
export const PLANTS: Readonly<Record<string, Plant>> = {
  'containers request processor and memory and limit memory': onContainer(
    ({ resources }) => delete resources.limits,
  ),
  'GPUs are in limits alone': onContainer(({ resources }) => {
    resources.requests['nvidia.com/gpu'] = 1;
  }, 'StatefulSet'),
  'images are pinned to a version': onContainer((it) => Object.assign(it, { image: 'lockstep:latest' })),
  'images are pulled only where they are missing': onContainer((it) => delete it.imagePullPolicy),
  'root file systems are read-only': onContainer(({ securityContext }) => {
    securityContext.readOnlyRootFilesystem = false;
  }),
  'nothing gains privileges': onContainer(({ securityContext }) => {
    delete securityContext.allowPrivilegeEscalation;
  }),
  'all capabilities are dropped': onContainer(({ securityContext }) => {
    securityContext.capabilities.add = ['NET_ADMIN'];
  }),
  'pods run as a user who is not root and nobody else on the node': onPod(({ securityContext }) => {
    securityContext.runAsUser = 0;
  }),
  'pods have the default seccomp profile': onPod(
    ({ securityContext }) => delete securityContext.seccompProfile,
  ),
  'pods share nothing with their node': onPod(({ volumes }) => volumes.push({ hostPath: { path: '/' } })),
  'containers have a probe for each question': onContainer((it) => delete it.startupProbe),
  'liveness does not ask what readiness asks': onContainer((it) => {
    it.livenessProbe.httpGet = it.readinessProbe.httpGet;
  }),
  'probes ask ports that the container has': onContainer(({ readinessProbe }) => {
    readinessProbe.httpGet.port = 'web';
  }),
  'pods say how long they take to end': onPod((it) => delete it.terminationGracePeriodSeconds),
  'pods get no variables for every service': onPod((it) => delete it.enableServiceLinks),
  'pods have an account of their own that exists': onPod((it) => delete it.serviceAccountName),
  'pods say whether they get a token, and workers get none': onPod(
    (it) => delete it.automountServiceAccountToken,
    'StatefulSet',
  ),
  'volumes in memory or on the node have a limit': onPod(({ volumes }) =>
    volumes.push({ name: 'a', emptyDir: {} }),
  ),
  'volumes are mounted, and mounts have volumes': onPod(({ volumes }) => volumes.pop()),
  'variables in arguments are defined': onContainer(({ args }) => args.push('--store=$(STOER)')),
  'replicas are spread over nodes': onPod((it) => delete it.topologySpreadConstraints),
  'ranks of one node have memory to share': (manifests) => {
    for (const { spec } of manifests.filter(({ kind }) => kind === 'StatefulSet')) {
      for (const { emptyDir } of spec.template.spec.volumes) if (emptyDir) delete emptyDir.medium;
    }
  },
  'names are taken once': (manifests) => manifests.push(manifests[0]!),
  'what belongs to a namespace says which, and that one is there': on(
    'Service',
    ({ metadata }) => delete metadata.namespace,
  ),
  'namespaces take restricted pods alone': on('Namespace', ({ metadata }) => {
    metadata.labels['pod-security.kubernetes.io/enforce'] = 'baseline';
  }),
  'namespaces have a quota': without('ResourceQuota'),
  'pods have the usual labels': on('Deployment', ({ spec }) => {
    delete spec.template.metadata.labels['app.kubernetes.io/name'];
  }),
  'selectors of workloads take their own pods': on('Deployment', ({ spec }) => {
    spec.selector.matchLabels['app.kubernetes.io/component'] = 'worker';
  }),
  'nothing reaches a pod or leaves it unless a policy says so': (manifests) => {
    for (const { metadata, spec } of manifests) if (metadata.name === 'default-deny') spec.egress = [{}];
  },
  'pods have a policy of their own': on('Deployment', ({ spec }) => {
    spec.template.metadata.labels['app.kubernetes.io/component'] = 'other';
  }),
  'policies open ports that the pods have': (manifests) => {
    const policy = manifests.find(
      ({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'coordinator',
    )!;
    policy.spec.ingress[0].ports[0].port = 7700;
  },
  'services lead to pods, at ports that these have': on('Service', ({ spec }) => {
    spec.ports[0].targetPort = 'web';
  }),
  'services stay inside the cluster': on('Service', ({ spec }) => {
    spec.type = 'NodePort';
  }),
  'stateful sets have a headless service': on('StatefulSet', ({ spec }) => {
    spec.serviceName = 'other';
  }),
  'disruption budgets let a node be drained': on('PodDisruptionBudget', ({ spec }) => {
    spec.maxUnavailable = 0;
  }),
  'what must not go at once has a disruption budget, and workers have none': without('PodDisruptionBudget'),
  'roles are small': on('Role', ({ rules }) => rules[0].verbs.push('*')),
  'no role is valid everywhere': add({ kind: 'ClusterRole', metadata: { name: 'a' }, rules: [] }),
  'bindings bind what is there': on('RoleBinding', ({ subjects }) => {
    subjects[0].namespace = 'default';
  }),
  'config maps that are mentioned exist': onContainer(({ envFrom }) => {
    envFrom[0].configMapRef.name = 'lockstep-coordinator';
  }),
  'secrets that are mentioned exist': onPod(({ volumes }) => {
    volumes.find(({ secret }: Part) => secret).secret.secretName = 'tls';
  }),
  'no secret is written down': add({ kind: 'Secret', metadata: { name: 'a', namespace: 'lockstep-system' } }),
  'claims that are mentioned exist': without('PersistentVolumeClaim'),
  'monitors find pods, at ports that these have': on('PodMonitor', ({ spec }) => {
    spec.podMetricsEndpoints[0].port = 'metrics';
  }),
};
