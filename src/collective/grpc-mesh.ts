import { createMesh, type MeshOptions } from './linked-mesh.ts';
import type { Mesh } from './mesh.ts';

export type GrpcMeshOptions = Omit<MeshOptions, 'sharedMemory'>;

/** A mesh whose links all go over gRPC. */
export function createGrpcMesh(options: GrpcMeshOptions): Mesh {
  return createMesh({ ...options, sharedMemory: null });
}
