import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';

const FOLDER = fileURLToPath(new URL('../../../deploy', import.meta.url));
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.yaml'),
);

/** What a reader of that version of YAML takes a text for. Throws what is no YAML or says a key twice. */
function read(text: string, version: '1.1' | '1.2'): unknown[] {
  return parseAllDocuments(text, { version, merge: true }).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}

describe('files in YAML', () => {
  it.each(files)('%s means the same to readers of YAML 1.1 and of YAML 1.2', (file) => {
    const text = readFileSync(path.join(FOLDER, file), 'utf8');
    expect(read(text, '1.1')).toEqual(read(text, '1.2'));
  });

  it.each(['namespace: n', 'defaultMode: 0440', 'enabled: on', 'port: 22:22', 'version: 1_0'])(
    '"%s" would be noticed',
    (text) => {
      expect(read(text, '1.1')).not.toEqual(read(text, '1.2'));
    },
  );
});
