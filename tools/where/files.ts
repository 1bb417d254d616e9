// SPDX-License-Identifier: EUPL-1.2
import { globSync } from 'node:fs';
import path from 'node:path';
import { fold, type Term, variants } from './glossary.ts';

/** A file that carries a word in its name, and the room it stands in. */
export interface Place {
  readonly room: string;
  readonly file: string;
}

const patterns = [
  'src/**/*.{ts,tsx,sql}',
  'packages/**/*.{ts,mjs}',
  'e2e/**/*.ts',
  'bench/**/*.ts',
  'tools/**/*.{ts,mjs}',
  'docs/**/*.md',
];

/** All files that can be the place of a word, relative to the project. */
export function listFiles(root: string): string[] {
  return globSync(patterns, { cwd: root })
    .filter((file) => !file.includes('node_modules'))
    .sort();
}

/** Files whose stem holds every word of the term, in any order and inflection: `sign off` is in `document-signed-off.ts`. */
export function findPlaces(files: readonly string[], terms: readonly string[]): Place[] {
  const wanted = terms
    .map((term) =>
      fold(term)
        .split(' ')
        .filter((word) => word.length > 1),
    )
    .filter((words) => words.length > 0);
  return files
    .filter((file) => wanted.some((words) => holds(stemOf(file), words)))
    .map((file) => ({ room: path.basename(path.dirname(file)), file }));
}

/** The English names of a term, which are the names of its files. */
export function namesOf({ english }: Term): string[] {
  return variants(english).map((name) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
}

function stemOf(file: string): string[] {
  const stem = path
    .basename(file)
    .replace(/\.[^.]+$/, '')
    .replace(/\.(?:test|slice\.test|d)$/, '');
  return fold(stem).split(' ');
}

function holds(stem: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => stem.some((part) => part.startsWith(word)));
}
