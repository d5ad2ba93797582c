import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { coordinatorCommand } from '../../../src/cli/coordinator.ts';
import { workerCommand } from '../../../src/cli/worker.ts';
import { DEPLOY_FOLDER } from '../../setup/kubernetes-manifests.ts';

const PINNED = /:v?\d+\.\d+\.\d+[\w.-]*$/;

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly privileged?: boolean;
  readonly network_mode?: string;
  readonly command?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

describe('the Dockerfile', () => {
  const folder = path.join(DEPLOY_FOLDER, 'docker');
  const lines = readFileSync(path.join(folder, 'Dockerfile'), 'utf8').split('\n');
  const stages = lines.flatMap((line) => /^FROM (\S+) AS (\S+)$/.exec(line)?.slice(1, 3) ?? []);
  const names = stages.filter((_, index) => index % 2 === 1);

  it('begins each stage with a pinned image or an earlier stage', () => {
    const bases = stages.filter((_, index) => index % 2 === 0);
    expect(lines.filter((line) => line.startsWith('FROM'))).toHaveLength(bases.length);
    expect(
      bases.filter((base) => !names.includes(base) && !PINNED.test(base) && !/:\d+\.\d+/.test(base)),
    ).toEqual([]);
    expect(bases.filter((base) => base.includes('latest'))).toEqual([]);
  });

  it('has the targets cpu and gpu, whose user is not root', () => {
    expect(names).toEqual(expect.arrayContaining(['cpu', 'gpu']));
    for (const target of ['cpu', 'gpu']) {
      const begin = lines.findIndex((line) => line.endsWith(` AS ${target}`));
      const end = lines.findIndex((line, index) => index > begin && line.startsWith('FROM'));
      const stage = lines.slice(begin, end === -1 ? undefined : end);
      expect(stage.filter((line) => line.startsWith('USER'))).toEqual(['USER 10001:10001']);
      expect(stage.some((line) => line.startsWith('ENTRYPOINT ["node"'))).toBe(true);
    }
  });

  it('copies in what the build reads, and nothing that git would not', () => {
    const ignore = readFileSync(path.join(folder, 'Dockerfile.dockerignore'), 'utf8').trim().split('\n');
    expect(ignore[0]).toBe('*');
    const root = path.join(DEPLOY_FOLDER, '..');
    for (const name of ignore.slice(1)) expect(existsSync(path.join(root, name.slice(1))), name).toBe(true);
    for (const name of ['bin', 'examples', 'LICENSE', 'package.json', 'package-lock.json', '.npmrc', 'src']) {
      expect(ignore).toContain(`!${name}`);
    }
  });
});

describe('compose', () => {
  const folder = path.join(DEPLOY_FOLDER, 'compose');
  const text = readFileSync(path.join(folder, 'compose.yaml'), 'utf8');
  const { services, volumes } = parse(text, { merge: true }) as {
    services: Record<string, Service>;
    volumes: Record<string, unknown>;
  };
  const every = Object.entries(services);

  it.each(every)(
    '%s has a pinned image, no privileges and nothing to write to but its volumes',
    (_, service) => {
      expect(service.image).toMatch(PINNED);
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
      expect(service.security_opt).toContain('no-new-privileges:true');
      expect(service.privileged).toBeUndefined();
    },
  );

  it('is reached from this machine alone', () => {
    const ports = every.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
    for (const [name, service] of every) {
      expect(['none', 'service:localhost', undefined], name).toContain(service.network_mode);
    }
  });

  it('mounts files and volumes that exist, and waits for services that exist', () => {
    for (const [name, service] of every) {
      for (const mount of service.volumes ?? []) {
        const source = mount.split(':')[0]!;
        const isThere = source.startsWith('.') ? existsSync(path.join(folder, source)) : source in volumes;
        expect(isThere, `${name}: ${mount}`).toBe(true);
      }
      for (const other of Object.keys(service.depends_on ?? {})) expect(services).toHaveProperty(other);
    }
  });

  it('gives the command options that it has', () => {
    for (const command of [coordinatorCommand(), workerCommand()]) {
      const [name, ...options] = services[command.name()]!.command!;
      expect(name).toBe(command.name());
      const known = command.options.map(({ long }) => long);
      expect(
        options.map((option) => option.split('=')[0]).filter((option) => !known.includes(option)),
      ).toEqual([]);
    }
  });
});
