const MAX_SEGMENTS = 16;
const MAX_SEGMENT_LENGTH = 200;
const FIRST_PRINTABLE = 0x20;
const DELETE = 0x7f;

/**
 * True for a path that stays inside of the folder that it starts from, whatever the operating system: names with single
 * slashes between them, none of them `.` or `..`, no backslash, no colon and no control character.
 */
export function isPlainPath(path: string): boolean {
  const segments = path.split('/');
  return segments.length <= MAX_SEGMENTS && segments.every(isPlainName);
}

function isPlainName(name: string): boolean {
  if (name === '' || name === '.' || name === '..' || name.length > MAX_SEGMENT_LENGTH) return false;
  return [...name].every((character) => {
    const code = character.codePointAt(0)!;
    return code >= FIRST_PRINTABLE && code !== DELETE && character !== '\\' && character !== ':';
  });
}

/** Job ids, agent ids and worker ids. */
export function isPlainId(id: string): boolean {
  return /^[a-z0-9][a-z0-9._-]{0,62}$/.test(id);
}
