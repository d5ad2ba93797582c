export { type CsvColumns, type CsvOptions, csv } from './csv.ts';
export type { ClassOptions, CleanOptions, Dataset } from './dataset.ts';
export { gatherBatch } from './gather-batch.ts';
export { type LoadOptions, loadDataset } from './load-dataset.ts';
export type { DatasetReport, GatherBatch, LoadedDataset, Split } from './loaded-dataset.ts';
export { range } from './range.ts';
