// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Which test files to run. */
export interface Selection {
  /** Parts of paths; empty: all. */
  readonly filters: readonly string[];
  /** Only tests that reach a real database. */
  readonly database: boolean;
}

/** Test files by the way they run: many at once, or one browser journey after the other. */
export interface TestFiles {
  readonly quick: readonly string[];
  readonly journeys: readonly string[];
}

const quick = [
  'src/**/*.test.ts',
  'src/**/*.test.tsx',
  'packages/**/*.test.ts',
  'test/**/*.test.ts',
  'tools/**/*.test.ts',
  'bench/**/*.test.ts',
];
const journeys = ['e2e/**/*.test.ts'];

/** Finds the test files of a project, sorted, as absolute paths. */
export function findTestFiles(root: string, selection: Selection): TestFiles {
  const find = (patterns: string[]) =>
    globSync(patterns, { cwd: root })
      .filter((file) => !file.includes('node_modules'))
      .filter((file) => selection.filters.length === 0 || selection.filters.some((filter) => file.includes(filter)))
      .sort()
      .map((file) => path.join(root, file))
      .filter((file) => !selection.database || usesDatabase(file));
  return { quick: find(quick), journeys: find(journeys) };
}

const databaseDoors = [/[/\\]test[/\\]database\.ts$/, /[/\\]tools[/\\]postgres[/\\]\w[\w-]*\.ts$/];
const relativeImport = /(?:from|import)\s?\(?'(\.[^']+\.tsx?)'/g;

/** Whether a test file reaches a database, itself or through what it imports. */
export function usesDatabase(file: string, seen: Set<string> = new Set()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const targets = [...textOf(file).matchAll(relativeImport)].map((match) => path.resolve(path.dirname(file), match[1]!));
  return targets.some((target) => databaseDoors.some((door) => door.test(target)) || usesDatabase(target, seen));
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // an import in a text, not of a file
  }
}
