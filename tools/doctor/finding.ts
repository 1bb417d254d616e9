// SPDX-License-Identifier: EUPL-1.2

/**
 * How good or bad a finding is: `ok`; `note` (something optional is missing); `warning` (fine for a trial, not for operation);
 * `bad` (broken or insecure: the exit code is 1).
 */
export type State = 'ok' | 'note' | 'warning' | 'bad';

/** One thing that was looked at. */
export interface Finding {
  readonly topic: string;
  readonly state: State;
  readonly found: string;
  readonly advice?: string;
}

const signs: Record<State, string> = { ok: '✔', note: '○', warning: '!', bad: '✖' };
const width = 20;

/** The report for the terminal. */
export function printFindings(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ topic, state, found, advice }) => [
    `${signs[state]} ${topic.padEnd(width)}${found}`,
    ...(advice ? [`${' '.repeat(width + 2)}→ ${advice}`] : []),
  ]);
  return `${lines.join('\n')}\n\n${summary(findings)}`;
}

/** 1 when something is broken or insecure. */
export function exitCodeFor(findings: readonly Finding[]): 0 | 1 {
  return findings.some(({ state }) => state === 'bad') ? 1 : 0;
}

function summary(findings: readonly Finding[]): string {
  const count = (state: State) => findings.filter((finding) => finding.state === state).length;
  if (count('bad') > 0)
    return `${count('bad')} × unsicher oder defekt, ${count('warning')} × Warnung. Bitte zuerst die mit ✖ bezeichneten Punkte beheben.`;
  if (count('warning') > 0)
    return `Fachwerk kann laufen. ${count('warning')} × Warnung: für den Betrieb einer Behörde vorher beheben.`;
  return 'Alles in Ordnung.';
}
