import type { Mesh } from '../../src/collective/mesh.ts';
import type { Chance } from './seeded.ts';
import type { SimulatedProcess } from './simulated-process.ts';

export interface TroubledLinks {
  trouble(mesh: Mesh): Mesh;
  corrupt(): void;
  close(): void;
}

export function createTroubledLinks(_process: SimulatedProcess, _chance: Chance): TroubledLinks {
  return { trouble: (mesh) => mesh, corrupt: () => undefined, close: () => undefined };
}
