import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import protobuf from 'protobufjs';
import { afterAll, expect, test } from 'vitest';
import { crc32c } from '../../../src/observe/crc32c.ts';
import { openTensorBoardWriter } from '../../../src/observe/tensorboard-writer.ts';

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'lockstep-tensorboard-'));
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));

const Event = protobuf
  .parse(`
    syntax = "proto3";
    message Event {
      double wall_time = 1;
      int64 step = 2;
      string file_version = 3;
      Summary summary = 5;
    }
    message Summary {
      message Value { string tag = 1; float simple_value = 2; }
      repeated Value value = 1;
    }`)
  .root.lookupType('Event');

/** Checks every checksum on the way. */
function readRecords(bytes: Buffer): Buffer[] {
  const records: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    expect(unmask(bytes.readUInt32LE(at + 8))).toBe(crc32c(bytes.subarray(at, at + 8)));
    const payload = bytes.subarray(at + 12, at + 12 + length);
    expect(unmask(bytes.readUInt32LE(at + 12 + length))).toBe(crc32c(payload));
    records.push(payload);
    at += length + 16;
  }
  return records;
}

function unmask(masked: number): number {
  const rotated = (masked - 0xa282ead8) >>> 0;
  return ((rotated >>> 17) | (rotated << 15)) >>> 0;
}

test('an event file holds its version and every scalar, each record with sound checksums', async () => {
  const writer = await openTensorBoardWriter({ directory, host: 'node 1/a', timeSeconds: 1_700_000_000.5 });
  expect(path.basename(writer.file)).toBe('events.out.tfevents.1700000000.node_1_a');
  await writer.append({
    step: 1,
    timeSeconds: 1_700_000_001,
    scalars: { 'loss/training': 0.5, accuracy: 0.25 },
  });
  await writer.append({ step: 5_000_000_000, timeSeconds: 1_700_000_002, scalars: { 'loss/training': -1 } });
  await writer.close();

  const events = readRecords(fs.readFileSync(writer.file)).map((record) =>
    Event.toObject(Event.decode(record), { longs: Number }),
  );
  expect(events).toEqual([
    { wallTime: 1_700_000_000.5, fileVersion: 'brain.Event:2' },
    {
      wallTime: 1_700_000_001,
      step: 1,
      summary: {
        value: [
          { tag: 'loss/training', simpleValue: 0.5 },
          { tag: 'accuracy', simpleValue: 0.25 },
        ],
      },
    },
    {
      wallTime: 1_700_000_002,
      step: 5_000_000_000,
      summary: { value: [{ tag: 'loss/training', simpleValue: -1 }] },
    },
  ]);
});

test('a folder that is not there is an error that names the file', async () => {
  const missing = path.join(directory, 'missing');
  const opened = openTensorBoardWriter({ directory: missing, host: 'a', timeSeconds: 1 });
  await expect(opened).rejects.toMatchObject({ code: 'IO_FAILED' });
  await expect(opened).rejects.toThrow(missing);
});
