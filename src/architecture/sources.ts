// SPDX-License-Identifier: EUPL-1.2
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A source file as the checks see it: its path from the project's root, its text, and the project files it imports. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
  /** Those that remain when the types are gone. */
  readonly valueImports: readonly string[];
}

const root = path.join(import.meta.dirname, '../..');
const skipped = /(^|\/)(node_modules|dist|var|fixtures|generated)(\/|$)/;

/** All TypeScript of src and packages. */
export function readSources(): Source[] {
  return ['src', 'packages'].flatMap((area) =>
    readdirSync(path.join(root, area), { recursive: true, encoding: 'utf8' })
      .map((file) => `${area}/${file.replaceAll(path.sep, '/')}`)
      .filter((file) => /\.tsx?$/.test(file) && !skipped.test(file))
      .map((file) => sourceOf(file, readFileSync(path.join(root, file), 'utf8'))),
  );
}

/** All plain SQL of src. */
export function readSql(): Pick<Source, 'path' | 'text'>[] {
  return readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.sql'))
    .map((file) => ({ path: `src/${file.replaceAll(path.sep, '/')}`, text: readFileSync(path.join(root, 'src', file), 'utf8') }));
}

/** A source from path and text; the planted violations of the tests are made with it, too. */
export function sourceOf(file: string, text: string): Source {
  const named = (pattern: RegExp, from: string) =>
    [...from.matchAll(pattern)].map(([, name = '']) =>
      name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
    );
  const any = /(?:from|import)\s*\(?\s*'([^']+)'/g;
  const withoutTypes = text.replaceAll(/^(import|export) type [^;]*;$/gm, '').replaceAll(/\{@link import\([^)]*\)/g, '');
  return { path: file, text, imports: named(any, text), valueImports: named(any, withoutTypes) };
}

/** `src/modules/records/rules/sign-off.ts` → area modules, module records, room rules. */
export function placeOf(file: string): { area: string; module?: string; room?: string } {
  const [first = '', second = '', module, room] = file.split('/');
  if (first === 'packages') return { area: 'packages', module: second };
  if (second === 'modules' && module !== undefined && room !== undefined) return { area: 'modules', module, room };
  return { area: second.includes('.') ? 'root' : second };
}

/** True for tests and what only tests use. */
export function isTest(file: string): boolean {
  return (
    /(\.(test|a11y|bench)\.tsx?|\/(rights-[a-z-]+|[a-z-]*fixture[a-z-]*|gallery[a-z-]*|test-[a-z-]+|zip-bombs|lying-worker|hostile-converter)\.tsx?)$/.test(
      file,
    ) || file.startsWith('src/architecture/')
  );
}
