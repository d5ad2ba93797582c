/** What a data file may be at most. A file beyond a limit is refused with DATA_INVALID before memory is taken for it. */

/** Bytes of a file on disk, and again after decompression: what Node reads at once is 2 GiB. */
export const MAX_FILE_BYTES = 2 ** 31 - 1;

/** Rows of one source. */
export const MAX_ROWS = 100_000_000;

/** Columns of a CSV file, and numbers in one sample of any source. */
export const MAX_SAMPLE_VALUES = 4_194_304;

/** Numbers in one column of a dataset (rows times numbers in a sample): 4 GiB as float32. */
export const MAX_VALUES = 2 ** 30;

/** Axes of an array. */
export const MAX_RANK = 8;

export const MAX_CLASSES = 100_000;

/** Bytes of the text header of an NPY array. */
export const MAX_NPY_HEADER_BYTES = 65_536;

/** Arrays in an NPZ archive. */
export const MAX_NPZ_ENTRIES = 1_000;

/** Bytes of one row of CSV or of one line of JSON lines. */
export const MAX_ROW_BYTES = 64 * 1024 * 1024;

/** Missing and non-numeric values that are noted before a source is given up as wrong. */
export const MAX_FLAWS = 5_000_000;
