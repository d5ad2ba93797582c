/** What a rank wrote of the state file. */
export interface CheckpointPart {
  readonly rank: number;
  /** Byte range `[begin, end)` of the state file. */
  readonly begin: number;
  readonly end: number;
  /** SHA-256 (hex) of those bytes. */
  readonly sha256: string;
}

/** Written last: a checkpoint without a manifest does not exist. */
export interface CheckpointManifest {
  readonly version: 1;
  readonly jobId: string;
  /** SHA-256 (hex) of job and program: a checkpoint belongs to one job. */
  readonly jobSha256: string;
  readonly step: number;
  readonly generation: number;
  readonly engine: string;
  /** The state in safetensors format, beside the manifest. */
  readonly file: string;
  readonly fileBytes: number;
  /** Together they cover the file without a gap. */
  readonly parts: readonly CheckpointPart[];
}

/** Says what is wrong with a set of parts, or null when they cover `fileBytes` without gap or overlap. */
export function coverageProblem(parts: readonly CheckpointPart[], fileBytes: number): string | null {
  const ordered = [...parts].sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = 0;
  for (const part of ordered) {
    if (part.begin !== covered) return `bytes ${covered} to ${part.begin} are covered twice or not at all`;
    if (part.end < part.begin) return `the part that begins at byte ${part.begin} ends at ${part.end}`;
    covered = part.end;
  }
  return covered === fileBytes ? null : `bytes ${covered} to ${fileBytes} are missing`;
}
