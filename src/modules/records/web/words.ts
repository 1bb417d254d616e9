// SPDX-License-Identifier: EUPL-1.2
import type { Say } from '../../../kernel/text.ts';

const zone = { timeZone: 'Europe/Berlin' } as const;

/** `2026-12-03` → „3.12.2026“. */
export function showDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}.${Number(month)}.${year}`;
}

/** An instant as the clerk's clock shows it: „24.11.2026, 09:16“. */
export function showMoment(at: Date): string {
  return at.toLocaleString('de-DE', {
    ...zone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** 4 812 077 bytes → „4,8 MB“. */
export function showSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const value = bytes / 1000 ** power;
  return `${value.toLocaleString('de-DE', { maximumFractionDigits: value < 10 && power > 0 ? 1 : 0 })} ${units[power]}`;
}

/** The sentence of an act for the history, e.g. „Schlussgezeichnet“. */
export function actText(say: Say, act: string): string {
  const [module = '', name = ''] = act.split('.');
  return say(`${module}.act.${name}`);
}

/** States in words. */
export function stateText(say: Say, kind: 'case' | 'document' | 'file', state: string): string {
  return say(`records.${kind}-state.${state}`);
}
