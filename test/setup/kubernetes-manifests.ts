import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseAllDocuments } from 'yaml';

export const DEPLOY_FOLDER = fileURLToPath(new URL('../../deploy', import.meta.url));

/** An object as it is applied. What is in it depends on its kind. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: the schema of the kind is what a test is about
  readonly [field: string]: any;
}

/** Older ones have a kustomize without components, or without labels for templates. */
const MIN_MINOR = 27;
const version = spawnSync('kubectl', ['version', '--client', '--output=json'], { encoding: 'utf8' });
const minor = version.status === 0 ? Number.parseInt(JSON.parse(version.stdout).clientVersion.minor, 10) : 0;

/** Why nothing can be rendered here, or null. */
export const kubectlMissing =
  minor >= MIN_MINOR ? null : `skipped: kubectl 1.${MIN_MINOR} or newer is not installed`;

/** What `kubectl apply -k` would apply from a folder below deploy/, and its text. */
export async function render(folder: string): Promise<{ text: string; manifests: Manifest[] }> {
  const options = { maxBuffer: 64 << 20 };
  const rendered = await promisify(execFile)(
    'kubectl',
    ['kustomize', path.join(DEPLOY_FOLDER, folder)],
    options,
  );
  const text = rendered.stdout;
  return { text, manifests: parseAllDocuments(text).map((document) => document.toJS()) };
}
