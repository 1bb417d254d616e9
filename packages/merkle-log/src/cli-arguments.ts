// SPDX-License-Identifier: EUPL-1.2
import type { Language } from './texts/texts.ts';

/** What the command line asked for. */
export type Arguments = {
  readonly path: string;
  readonly keys: readonly string[];
  readonly witnesses: readonly string[];
  readonly json: boolean;
  readonly language: Language;
};

/** Options, and how many values may follow each. */
const OPTIONS = new Map([
  ['--key', 1],
  ['--witness', Number.POSITIVE_INFINITY],
  ['--lang', 1],
  ['--json', 0],
]);

/** Reads the arguments, or returns undefined when they make no sense. The path comes before `--witness`, which takes all that follows. */
export function readArguments(args: readonly string[], environment: string | undefined): Arguments | undefined {
  const values = sortArguments(args);
  const [path, ...others] = values?.get('') ?? [];
  const language = values?.get('--lang')?.at(-1) ?? (environment?.startsWith('en') ? 'en' : 'de');
  const isEmpty = ['--key', '--witness', '--lang'].some((option) => values?.get(option)?.length === 0);
  if (!values || path === undefined || others.length > 0 || isEmpty || (language !== 'de' && language !== 'en')) return undefined;
  return {
    path,
    keys: values.get('--key') ?? [],
    witnesses: values.get('--witness') ?? [],
    json: values.has('--json'),
    language,
  };
}

/** Values by option; those that belong to none stand under the empty name. Undefined for an unknown option. */
function sortArguments(args: readonly string[]): Map<string, string[]> | undefined {
  const values = new Map<string, string[]>([['', []]]);
  let current = '';
  let left = 0;
  for (const arg of args) {
    if (arg.startsWith('-')) {
      if (!OPTIONS.has(arg)) return undefined;
      current = arg;
      left = OPTIONS.get(arg)!;
      values.set(arg, values.get(arg) ?? []);
    } else {
      values.get(left > 0 ? current : '')!.push(arg);
      left--;
    }
  }
  return values;
}
