import type { JobSpec } from '../../core/job/job-spec.ts';
import { countText, durationText, percentText, pluralText, scoreText } from '../quantity-text.ts';
import type { EvaluationResult, RunResult } from '../run-events.ts';
import { type Html, html } from './html.ts';

interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

/** The run in figures, and what went wrong where something did. */
export function reportHeader(result: RunResult, job: JobSpec): Html {
  const { jobName, jobId, status, weightsSha256, error } = result;
  const details = error?.details ? html`<pre>${error.details}</pre>` : null;
  return html`<header><div class="title"><h1>${jobName}</h1><span class="status ${status}">${status}</span></div>
<p>Run ${jobId}</p>
${factCards(resultFacts(result), 'card result')}
${factCards(runFacts(result, job), 'card')}
${weightsSha256 === '' ? null : html`<p class="card sha">SHA-256 of the weights <code>${weightsSha256}</code></p>`}
${error === undefined ? null : html`<section class="card error"><h3 class="bad">${error.code}</h3>${error.message}${details}</section>`}
</header>`;
}

function factCards(facts: readonly Fact[], kind: string): Html {
  const cards = facts.map(
    ({ label, value, note }) =>
      html`<div class="${kind}"><dt>${label}</dt><dd>${value}<small>${note}</small></dd></div>`,
  );
  return html`<dl class="facts">${cards}</dl>`;
}

function resultFacts({ test, validation, finalLoss }: RunResult): Fact[] {
  const facts: Fact[] = [];
  if (test !== null) facts.push(evaluationFact('Test', test));
  if (validation !== null) facts.push(evaluationFact('Validation', validation));
  if (finalLoss !== null) {
    facts.push({ label: 'Training loss', value: scoreText(finalLoss), note: 'of the last step' });
  }
  return facts;
}

function runFacts(result: RunResult, job: JobSpec): Fact[] {
  const { steps, epochs, globalBatchSize, microShards, engine, worldSize } = result;
  const { numGenerations, numAborts, samplesPerSecond, wallSeconds } = result;
  const generations = pluralText(numGenerations, 'generation');
  return [
    {
      label: 'Steps',
      value: countText(steps),
      note: `${pluralText(epochs, 'epoch')}, seed ${job.training.seed}`,
    },
    {
      label: 'Global batch',
      value: countText(globalBatchSize),
      note: pluralText(microShards, 'micro-shard'),
    },
    { label: 'Speed', value: `${countText(samplesPerSecond)}/s`, note: 'training samples' },
    { label: 'Wall time', value: durationText(wallSeconds), note: 'start to end' },
    {
      label: 'Workers',
      value: countText(worldSize),
      note: `${generations}, ${pluralText(numAborts, 'abort')}`,
    },
    { label: 'Engine', value: engine, note: job.engine === 'auto' ? 'chosen by Lockstep' : 'set by the job' },
  ];
}

function evaluationFact(split: string, { accuracy, loss, numSamples }: EvaluationResult): Fact {
  const samples = pluralText(numSamples, 'sample');
  return accuracy === undefined
    ? { label: `${split} loss`, value: scoreText(loss), note: samples }
    : {
        label: `${split} accuracy`,
        value: percentText(accuracy, 2),
        note: `${samples}, loss ${scoreText(loss)}`,
      };
}
