import { lockstep } from '../gen/lockstep.js';
import { type Method, method } from '../wire/method.ts';
import type { Chunk } from './chunk.ts';
import { parseChunk, serializeChunk } from './chunk-codec.ts';

const v1 = lockstep.v1;

const pullOfPieces = method({
  path: '/lockstep.v1.CollectiveService/Pull',
  request: v1.PullRequest,
  response: v1.Chunk,
  responseStream: true,
});

/** Worker <-> worker. Chunks have a codec of their own, so that their values are copied once. */
export const collectiveService = {
  pull: {
    ...pullOfPieces,
    responseSerialize: serializeChunk as unknown as (chunk: Chunk) => Buffer,
    responseDeserialize: parseChunk,
  } as Method<lockstep.v1.IPullRequest, lockstep.v1.PullRequest, Chunk, Chunk>,
  pullState: method({
    path: '/lockstep.v1.CollectiveService/PullState',
    request: v1.PullStateRequest,
    response: v1.StatePiece,
    responseStream: true,
  }),
} as const;
