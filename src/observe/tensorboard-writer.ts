import path from 'node:path';
import protobuf from 'protobufjs';
import { openAppendFile } from './append-file.ts';
import { tfrecordFrame } from './tfrecord-frame.ts';

/** Scalars of one step. */
export interface ScalarPoint {
  readonly step: number;
  /** Seconds since 1970. */
  readonly timeSeconds: number;
  /** By tag, e.g. `loss/training`. */
  readonly scalars: Readonly<Record<string, number>>;
}

/** Writes an event file that TensorBoard reads. */
export interface TensorBoardWriter {
  readonly file: string;
  append(point: ScalarPoint): Promise<void>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface TensorBoardOptions {
  readonly directory: string;
  readonly host: string;
  /** Seconds since 1970; part of the file's name, by which TensorBoard orders the files of a run. */
  readonly timeSeconds: number;
}

/** The first event of every file, or TensorBoard refuses it. */
const FILE_VERSION = 'brain.Event:2';

/** Tags of the protobuf messages `Event`, `Summary` and `Summary.Value` of TensorFlow: `field << 3 | wire type`. */
const EVENT = {
  wallTime: (1 << 3) | 1,
  step: (2 << 3) | 0,
  fileVersion: (3 << 3) | 2,
  summary: (5 << 3) | 2,
};
const SUMMARY = { value: (1 << 3) | 2 };
const VALUE = { tag: (1 << 3) | 2, simpleValue: (2 << 3) | 5 };

/** Opens an event file in a folder that exists. All calls reject with IO_FAILED when the file cannot be written. */
export async function openTensorBoardWriter(options: TensorBoardOptions): Promise<TensorBoardWriter> {
  const { directory, host, timeSeconds } = options;
  const seconds = String(Math.floor(timeSeconds)).padStart(10, '0');
  const name = `events.out.tfevents.${seconds}.${host.replaceAll(/[^A-Za-z0-9.-]/g, '_')}`;
  const file = path.join(directory, name);
  const { append, flush, close } = await openAppendFile(file);
  await append(tfrecordFrame(versionEvent(timeSeconds)));
  return { file, append: (point) => append(tfrecordFrame(scalarEvent(point))), flush, close };
}

function versionEvent(timeSeconds: number): Uint8Array {
  return protobuf.Writer.create()
    .uint32(EVENT.wallTime)
    .double(timeSeconds)
    .uint32(EVENT.fileVersion)
    .string(FILE_VERSION)
    .finish();
}

function scalarEvent({ step, timeSeconds, scalars }: ScalarPoint): Uint8Array {
  const writer = protobuf.Writer.create()
    .uint32(EVENT.wallTime)
    .double(timeSeconds)
    .uint32(EVENT.step)
    .int64(step);
  writer.uint32(EVENT.summary).fork();
  for (const [tag, value] of Object.entries(scalars)) {
    writer.uint32(SUMMARY.value).fork();
    writer.uint32(VALUE.tag).string(tag).uint32(VALUE.simpleValue).float(value).ldelim();
  }
  return writer.ldelim().finish();
}
