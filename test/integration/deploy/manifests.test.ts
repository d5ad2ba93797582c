import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CLUSTER_RULES } from '../../setup/cluster-rules.ts';
import { kubectlMissing, type Manifest, render } from '../../setup/kubernetes-manifests.ts';
import { nameOf } from '../../setup/kubernetes-pods.ts';
import { schemaProblems } from '../../setup/kubernetes-schema.ts';
import { POD_RULES } from '../../setup/pod-rules.ts';
import { PLANTS } from './planted-faults.ts';

const RULES = { ...POD_RULES, ...CLUSTER_RULES };
/** Kueue's schemas are in no package. */
const WITHOUT_SCHEMA = [
  'ResourceFlavor lockstep',
  'ClusterQueue lockstep',
  'LocalQueue lockstep-jobs/lockstep',
];

describe('what is applied to a cluster', () => {
  beforeEach((context) => {
    if (kubectlMissing) context.skip(kubectlMissing);
  });

  describe.each(['dev', 'gpu', 'production'])('from the overlay %s', (overlay) => {
    let manifests: Manifest[] = [];
    beforeAll(async () => {
      if (kubectlMissing) return;
      manifests = (await render(`k8s/overlays/${overlay}`)).manifests;
    });

    it('has the fields and types of its kind and no others', () => {
      const problems = manifests.flatMap((manifest) =>
        (schemaProblems(manifest) ?? []).map((problem) => `${nameOf(manifest)}: ${problem}`),
      );
      expect(problems).toEqual([]);
      const unchecked = manifests.filter((manifest) => schemaProblems(manifest) === null).map(nameOf);
      expect(unchecked.filter((name) => !WITHOUT_SCHEMA.includes(name))).toEqual([]);
    });

    it.each(Object.entries(RULES))('%s', (_, broken) => {
      expect(broken(manifests)).toEqual([]);
    });
  });

  describe('each rule finds a fault that is planted', () => {
    let text = '';
    beforeAll(async () => {
      if (kubectlMissing) return;
      text = JSON.stringify((await render('k8s/overlays/gpu')).manifests);
    });

    it.each(Object.keys(RULES))('%s', (rule) => {
      const manifests: Manifest[] = JSON.parse(text);
      PLANTS[rule]!(manifests);
      expect(RULES[rule]!(manifests)).not.toEqual([]);
    });

    it('and the schema finds wrong types, missing and unknown fields, at any depth', () => {
      const problemsOf = (kind: string, plant: (manifest: Manifest) => void) => {
        const manifest = (JSON.parse(text) as Manifest[]).find((each) => each.kind === kind)!;
        plant(manifest);
        return schemaProblems(manifest);
      };
      const container = ({ spec }: Manifest) => spec.template.spec.containers[0];
      expect(problemsOf('Deployment', ({ spec }) => Object.assign(spec, { replicas: '2' }))).toHaveLength(1);
      expect(problemsOf('Deployment', ({ spec }) => delete spec.selector)).toHaveLength(1);
      expect(
        problemsOf('Deployment', (it) =>
          Object.assign(container(it).securityContext, { readonlyRoot: true }),
        ),
      ).toEqual(['/spec/template/spec/containers/0/securityContext/readonlyRoot']);
      expect(
        problemsOf('ServiceMonitor', ({ spec }) => Object.assign(spec.endpoints[0], { every: '1s' })),
      ).toEqual(['/spec/endpoints/0/every']);
      expect(problemsOf('Certificate', ({ spec }) => Object.assign(spec, { dnsName: 'a' }))).toEqual([
        '/spec/dnsName',
      ]);
    });
  });
});
