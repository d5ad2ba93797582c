import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import { DEPLOY_FOLDER } from '../../setup/kubernetes-manifests.ts';
import { NATS_SERVER, natsServerMissing } from '../../setup/nats-server.ts';

/** Known to NATS since 2.10; Debian may have an older one. */
const NEWER = '  sync_interval: always\n';

it("the servers' configuration is valid, and syncs before it acknowledges", async (context) => {
  if (natsServerMissing) return context.skip(natsServerMissing);
  const text = await readFile(path.join(DEPLOY_FOLDER, 'k8s/components/nats/nats.conf'), 'utf8');
  expect(text).toContain(NEWER);
  const check = await checker();
  expect(await check(text.replace(NEWER, ''))).toContain('is valid');
  expect(await check(text.replace('store_dir', 'stor_dir'))).toContain('unknown field');
});

async function checker(): Promise<(text: string) => Promise<string>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'nats-config-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return async (text) => {
    const file = path.join(folder, 'nats.conf');
    await writeFile(file, text);
    const env = { ...process.env, POD_NAME: 'lockstep-nats-0' };
    const done = promisify(execFile)(NATS_SERVER!, ['-t', '-c', file], { env });
    const { stdout, stderr } = await done.catch((error: { stdout: string; stderr: string }) => error);
    return stdout + stderr;
  };
}
