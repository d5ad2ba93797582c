const MIB = 1024 * 1024;

/** What a submission may bring; larger data belongs where the workers can read it themselves. */
export const SUBMISSION_LIMITS = Object.freeze({
  numFiles: 1_000,
  fileBytes: 64 * MIB,
  /** All files together, the program among them. */
  totalBytes: 256 * MIB,
});

/** Bytes of a file that travel in one message. */
export const PIECE_BYTES = 256 * 1024;

/** Where a submission's files are, relative to the run folder: the bundled program, and the folder with the rest. */
export const PROGRAM_PATH = 'program.cjs';
export const FILES_FOLDER = 'files';
