import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'vitest';

/** A folder on a disk of so many bytes, in memory, until the test is over; skips the test where none can be mounted. */
export function mountSmallDisk({ skip, onTestFinished }: TestContext, numBytes: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'lockstep-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${numBytes}`, 'lockstep-test', folder], {
      stdio: 'pipe',
    });
  } catch (error) {
    const why = String((error as { stderr?: unknown }).stderr ?? error).trim();
    skip(`a small disk can be mounted by root only, outside of most containers: ${why}`);
  }
  onTestFinished(() => {
    execFileSync('umount', ['--lazy', folder]);
  });
  return folder;
}
