import { createRequire } from 'node:module';
import type { Manifest } from './kubernetes-manifests.ts';

const require = createRequire(import.meta.url);

/** Where the schemas of a group are, for groups that have a package of their own or that the core package names so. */
const PACKAGES: Readonly<Record<string, string>> = {
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'cert-manager.io': '@kubernetes-models/cert-manager',
};

interface ModelClass {
  readonly prototype: { validate(): void };
}

/**
 * What the schema of its kind finds wrong with a manifest: wrong types, missing fields, and fields that it has not.
 * Null where there is no schema. The validators pass over unknown fields, but they read every known one of an object,
 * present or not; so those that nobody has read afterwards are unknown.
 */
export function schemaProblems(manifest: Manifest): string[] | null {
  const model = modelOf(manifest);
  if (model === null) return null;
  const unread: (() => string[])[] = [];
  const watched = watch(manifest, '', unread);
  try {
    model.prototype.validate.call(watched);
  } catch (error) {
    return [(error as Error).message];
  }
  return unread.flatMap((each) => each()).filter((path) => !['/apiVersion', '/kind'].includes(path));
}

function modelOf({ apiVersion, kind }: Manifest): ModelClass | null {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const folder = [PACKAGES[group!] ?? 'kubernetes-models', group, version].filter(Boolean).join('/');
  try {
    return require(folder)[kind] ?? null;
  } catch {
    return null;
  }
}

/** The same value, which notes for each object what is read of it; `unread` gets a function that tells the rest. */
function watch<T>(value: T, path: string, unread: (() => string[])[]): T {
  if (typeof value !== 'object' || value === null) return value;
  const read = new Set<PropertyKey>();
  let isOpen = Array.isArray(value);
  const entries = Object.entries(value).map(([key, inner]) => [key, watch(inner, `${path}/${key}`, unread)]);
  const copy = Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
  // An object of which nothing was asked has no fixed fields, nor has one whose fields were listed.
  unread.push(() =>
    isOpen || read.size === 0
      ? []
      : Object.keys(value)
          .filter((key) => !read.has(key))
          .map((key) => `${path}/${key}`),
  );
  return new Proxy(copy, {
    get: (target, key, receiver) => {
      if (typeof key === 'string' && key !== 'constructor') read.add(key);
      return Reflect.get(target, key, receiver);
    },
    ownKeys: (target) => {
      isOpen = true;
      return Reflect.ownKeys(target);
    },
  });
}
