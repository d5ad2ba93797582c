/**
 * A process that changes a few documents of a store over and over, several at once, and says on stdout what was
 * acknowledged: `<key> <value> <revision>`. Its first line says that the store is open.
 */
import { writeSync } from 'node:fs';
import { openFileStore } from '../../src/store/file-store.ts';

const STDOUT = 1;
const [directory, compactAboveBytes] = process.argv.slice(2);
const store = await openFileStore({ directory: directory!, compactAboveBytes: Number(compactAboveBytes) });
writeSync(STDOUT, 'open\n');

async function countOn(key: string): Promise<never> {
  const stored = await store.get(key);
  let value = (stored?.value as number | undefined) ?? 0;
  let revision = stored?.revision ?? null;
  for (;;) {
    value += 1;
    revision = await store.put(key, value, revision);
    writeSync(STDOUT, `${key} ${value} ${revision}\n`);
  }
}

await Promise.all(['a', 'b', 'c', 'd', 'e'].map(countOn));
