// SPDX-License-Identifier: EUPL-1.2
import { type FaultResult, spread } from './result.ts';

/** The sum of a run. */
export interface Sum {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Every check counts, and every mutant: one that was not noticed is a failure of its test. */
export function sumOf(results: readonly FaultResult[]): Sum {
  const ran = results.filter(({ skipped }) => skipped === undefined);
  const caught = ran.filter(({ mutant }) => mutant.caught).length;
  return {
    passed: ran.reduce((sum, { passed }) => sum + passed, caught),
    failed: ran.reduce((sum, { failed }) => sum + failed, ran.length - caught),
    skipped: results.length - ran.length,
  };
}

/** `12 passed, 0 failed`, and how many were skipped if any. */
export function sumLine({ passed, failed, skipped }: Sum): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** One line when a test has ended, and what did not hold: the table comes only at the end of a long run. */
export function progressLine(result: FaultResult, seconds: number): string {
  const { name, skipped } = result;
  const complaints = complaintsOf(result);
  const mark = skipped === undefined ? (complaints.length === 0 ? '✔' : '✖') : '–';
  const line = `${mark} ${name} (${seconds.toFixed(0)} s)${skipped === undefined ? '' : `: übersprungen, ${skipped}`}`;
  return [line, ...complaints.map((complaint) => `  ${complaint}`)].join('\n');
}

/** A table as the README quotes it, and below it what did not hold. */
export function tableOf(results: readonly FaultResult[]): string {
  const head = [
    '| Versuch | Runden | bestätigt | verloren | doppelt | Erholung p50 / längste | Mutante |',
    '|---|--:|--:|--:|--:|--:|---|',
  ];
  return [...head, ...results.map(rowOf), '', ...results.flatMap(complaintsOf)].join('\n');
}

function rowOf({ name, figures = {}, mutant, skipped, failed }: FaultResult): string {
  const { rounds, acknowledged, lost, doubled, recoveries = [] } = figures;
  const times = spread(recoveries);
  const recovery = times ? `${seconds(times.p50)} / ${seconds(times.max)}` : '–';
  const found = `${mutant.name}: ${mutant.caught ? 'bemerkt' : '**NICHT BEMERKT**'} (${mutant.detail})`;
  const cells = [rounds, acknowledged, lost, doubled].map((value) => (value === undefined ? '–' : String(value)));
  const title = failed > 0 ? `**✖ ${name}**` : name;
  return `| ${[title, ...cells, recovery, skipped === undefined ? found : `übersprungen: ${skipped}`].join(' | ')} |`;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`;
}

function complaintsOf({ name, failed, mutant, detail, skipped }: FaultResult): string[] {
  if (skipped !== undefined) return [];
  const unnoticed = mutant.caught ? [] : [`${name}: Die Mutante „${mutant.name}“ blieb unbemerkt (${mutant.detail}).`];
  return failed > 0 ? [`${name}: ${detail}`, ...unnoticed] : unnoticed;
}
