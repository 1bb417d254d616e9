// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A regular expression as it stands in a source. */
export interface RegexLiteral {
  readonly file: string;
  readonly line: number;
  readonly source: string;
  readonly flags: string;
}

/** After one of these a slash begins a regular expression; after anything else it divides. */
const before = /(?:^|[=(,:[!&|?{};>~+*%-]|\b(?:return|typeof|case|in|of|void|do|else|yield|await))\s*$/;
const literal = /^\/((?:[^/\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+)\/([dgimsuvy]*)(?![\w$])/;
const skipped = /^(?:\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/;

/** What begins here and must be taken as a whole: a comment, a string, or a regular expression. */
function tokenAt(rest: string, code: string): { text: string; regex?: RegExpExecArray } | undefined {
  const passed = skipped.exec(rest);
  if (passed) return { text: passed[0] };
  const regex = rest.startsWith('/') && before.test(code.slice(-40)) ? literal.exec(rest) : null;
  return regex ? { text: regex[0], regex } : undefined;
}

/** Finds the literals of one source: strings and comments are skipped; of templates only `${…}` could hold one, which ours never do. */
export function regexesIn(text: string, file: string): RegexLiteral[] {
  const found: RegexLiteral[] = [];
  let line = 1;
  let code = ''; // what came before, without strings and comments
  for (let at = 0; at < text.length; ) {
    const sign = text[at]!;
    const token = '\'"/'.includes(sign) ? tokenAt(text.slice(at, at + 4_000), code) : undefined;
    if (token?.regex) found.push({ file, line, source: token.regex[1]!, flags: token.regex[2]! });
    const taken = token?.text ?? sign;
    if (!/^\/[/*]/.test(taken)) code = `${code.slice(-80)}${token ? '0' : sign}`;
    line += taken.split('\n').length - 1;
    at += taken.length;
  }
  return found;
}

/** All literals that run with the application and its packages; tests, measuring and what only reads our own sources are left out. */
export function regexesOfSources(root: string): RegexLiteral[] {
  const files = globSync(['src/**/*.{ts,tsx}', 'packages/**/*.ts'], { cwd: root });
  return files
    .filter(
      (file) =>
        !/node_modules|\.(test|a11y)\.tsx?$|(^|\/)(test|testing|bench|fixtures|generated|architecture)\/|\/(bench|fixtures|gallery[a-z-]*)\.tsx?$/.test(
          file,
        ),
    )
    .sort()
    .flatMap((file) => regexesIn(readFileSync(path.join(root, file), 'utf8'), file));
}
