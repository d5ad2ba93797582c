import { createHash } from 'node:crypto';
import type { Split } from './loaded-dataset.ts';

/** SHA-256 (hex) over the names of the splits and the types, shapes and bytes of all their tensors. */
export function fingerprintOf(splits: Readonly<Record<string, Split | null>>): string {
  const hash = createHash('sha256');
  for (const [name, split] of Object.entries(splits)) {
    for (const role of ['inputs', 'targets'] as const) {
      for (const { shape, dtype, data } of split?.[role] ?? []) {
        hash.update(`${name}.${role} ${dtype} [${shape}]\n`);
        hash.update(data);
      }
    }
  }
  return hash.digest('hex');
}
