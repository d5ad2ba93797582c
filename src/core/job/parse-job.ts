import { z } from 'zod';
import { LockstepError } from '../errors.ts';
import { completeJob } from './complete-job.ts';
import { JOB_SECTIONS, type JobDocument, jobDocument } from './job-document.ts';
import type { FieldPath, JobProblem } from './job-problem.ts';
import { problemsBetweenFields } from './job-rules.ts';
import type { JobSpec } from './job-spec.ts';
import { nearestName } from './nearest-name.ts';

/** Longest offending value that a message repeats. */
const MAX_SHOWN_LENGTH = 80;

/** The 1-based line of a field, or of the nearest section around it; null where lines are not known. */
export type LineOf = (path: FieldPath) => number | null;

/**
 * Turns what a person wrote into a complete, deeply frozen job. Throws JOB_INVALID with every problem that was found:
 * file, line, field, offending value and rule.
 * @param where name of the file, for messages
 */
export function parseJob(document: unknown, where: string, lineOf: LineOf = () => null): JobSpec {
  const parsed = jobDocument.safeParse(document);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, document));
  problems.push(...problemsBetweenFields(document, problems));
  if (parsed.success && problems.length === 0) return completeJob(parsed.data as JobDocument);
  throw new LockstepError('JOB_INVALID', describeProblems(problems, where, lineOf));
}

function problemsOf(issue: z.core.$ZodIssue, document: unknown): JobProblem[] {
  const path = issue.path as FieldPath;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key]));
  const value = valueAt(document, path);
  return [{ path, says: value === undefined ? issue.message : `is ${show(value)}; it ${issue.message}` }];
}

/** Names the key that was probably meant: one of the same section, or the same name in another section. */
function unknownKey(path: FieldPath): JobProblem {
  const key = String(path.at(-1));
  const siblings = knownKeys(path.slice(0, -1));
  const near = nearestName(key, siblings);
  if (near && near.toLowerCase() === key.toLowerCase()) return unknown(path, `did you mean "${near}"?`);
  const home = Object.entries(JOB_SECTIONS).find(([, { shape }]) => Object.hasOwn(shape, key));
  if (home) return unknown(path, `did you mean "${home[0]}.${key}"?`);
  return unknown(path, near ? `did you mean "${near}"?` : `known here: ${siblings.join(', ')}`);
}

function unknown(path: FieldPath, hint: string): JobProblem {
  return { path, says: `is not a known field; ${hint}` };
}

function knownKeys(path: FieldPath): string[] {
  let section: z.ZodObject = jobDocument;
  for (const name of path) section = sectionOf(section.shape[name]!);
  return Object.keys(section.shape);
}

/** The section behind a field that may be left out. */
function sectionOf(field: z.core.$ZodType): z.ZodObject {
  return (field instanceof z.ZodOptional ? field.unwrap() : field) as z.ZodObject;
}

function describeProblems(problems: readonly JobProblem[], where: string, lineOf: LineOf): string {
  const sentences = problems
    .map(({ path, says }) => ({ line: lineOf(path), field: path.join('.') || 'the document', says }))
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
    .map(({ line, field, says }) => `${line === null ? where : `${where}:${line}`}: ${field} ${says}`);
  if (sentences.length === 1) return sentences[0]!;
  return [`${where} has ${sentences.length} problems`, ...sentences.map((sentence) => `  ${sentence}`)].join(
    '\n',
  );
}

function valueAt(document: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
}

function show(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? typeof value);
  return text.length <= MAX_SHOWN_LENGTH ? text : `${text.slice(0, MAX_SHOWN_LENGTH)}...`;
}
