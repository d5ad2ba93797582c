/** Bounds on what comes from files, so that a wrong or hostile one ends in a message and not in a full memory. */

/** Bytes of one file after decompression. */
export const MAX_FILE_BYTES = 4 * 2 ** 30 - 1;
/** Samples in one source; row numbers are int32. */
export const MAX_ROWS = 100_000_000;
/** Columns in one row of a CSV file. */
export const MAX_COLUMNS = 100_000;
/** Bytes of one line of a CSV or JSON lines file. */
export const MAX_LINE_BYTES = 16 * 2 ** 20;
/** Bytes of the header of an NPY array. */
export const MAX_NPY_HEADER_BYTES = 64 * 2 ** 10;
/** Axes of an array, the samples' axis included. */
export const MAX_AXES = 8;
/** Arrays in one NPZ archive. */
export const MAX_NPZ_ENTRIES = 1_000;
/** Values of one input or target, all samples together: 16 GiB of float32. */
export const MAX_VALUES = 2 ** 32 - 1;
/** Values of one source that cleaning may drop or fill. */
export const MAX_FAULTS = 1_000_000;
/** Classes that labels may name. */
export const MAX_CLASSES = 100_000;
