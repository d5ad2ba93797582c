import type { Manifest } from './kubernetes-manifests.ts';

const WORKLOADS = ['Deployment', 'StatefulSet', 'Job', 'DaemonSet'];

/** The pods that a workload makes. */
export interface Pods {
  /** 'Deployment lockstep-system/lockstep-coordinator', for messages. */
  readonly of: string;
  readonly workload: Manifest;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** PodSpec. */
  readonly spec: Manifest['spec'];
  readonly containers: readonly Manifest['spec'][];
}

export function nameOf({ kind, metadata: { namespace, name } }: Manifest): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}

export function podsOf(manifests: readonly Manifest[]): Pods[] {
  return manifests
    .filter(({ kind }) => WORKLOADS.includes(kind))
    .map((workload) => {
      const { metadata, spec } = workload.spec.template;
      return {
        of: nameOf(workload),
        workload,
        namespace: workload.metadata.namespace ?? '',
        labels: metadata.labels ?? {},
        spec,
        containers: [...(spec.initContainers ?? []), ...spec.containers],
      };
    });
}

export function ofKind(manifests: readonly Manifest[], kind: string): Manifest[] {
  return manifests.filter((manifest) => manifest.kind === kind);
}

/** The pods in a namespace that carry all labels of a `matchLabels`; an empty one takes all. */
export function selected(
  pods: readonly Pods[],
  namespace: string | undefined,
  labels: Readonly<Record<string, string>> = {},
): Pods[] {
  return pods.filter(
    (each) =>
      each.namespace === namespace &&
      Object.entries(labels).every(([label, value]) => each.labels[label] === value),
  );
}
