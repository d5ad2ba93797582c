import { expect, test } from 'vitest';
import { crc32c } from '../../../src/observe/crc32c.ts';

const ascending = Uint8Array.from({ length: 32 }, (_, index) => index);
const iscsiRead = Buffer.from(
  '01c00000 00000000 00000000 00000000 14000000 00000400 00000014 00000018 28000000 00000000 02000000 00000000'.replaceAll(
    ' ',
    '',
  ),
  'hex',
);

test.each([
  ['32 bytes of zeroes', new Uint8Array(32), 0x8a9136aa],
  ['32 bytes of ones', new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ['32 bytes of incrementing values', ascending, 0x46dd794e],
  ['32 bytes of decrementing values', ascending.toReversed(), 0x113fdb5c],
  ['an iSCSI read command', iscsiRead, 0xd9963a56],
])('RFC 3720, B.4: %s', (_, bytes, expected) => {
  expect(crc32c(bytes)).toBe(expected);
});
