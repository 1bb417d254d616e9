// SPDX-License-Identifier: EUPL-1.2
// npm run where WORD: a word of the office, in any of its languages → what it means, what the code calls it, which files it lives in.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findPlaces, listFiles, namesOf } from './where/files.ts';
import { findTerms, parseGlossary, type Term } from './where/glossary.ts';

const root = path.join(import.meta.dirname, '..');
const wanted = process.argv.slice(2).join(' ');
if (wanted === '') {
  console.log('Aufruf: npm run where Schlusszeichnung');
  process.exit(1);
}
const glossary = path.join(root, 'GLOSSARY.md');
const terms = existsSync(glossary) ? findTerms(parseGlossary(readFileSync(glossary, 'utf8')), wanted) : [];
const files = listFiles(root);
const found = terms.map(describe).concat(terms.length === 0 ? [listOf(wanted, [wanted])] : []);
console.log(found.join('\n\n'));
process.exitCode = terms.length === 0 && findPlaces(files, [wanted]).length === 0 ? 1 : 0;

function describe(term: Term): string {
  const { german, english, turkish, standard, meaning } = term;
  const heading = `${german} = ${english}${turkish ? ` (türkisch: ${turkish})` : ''}`;
  return [heading, `  ${meaning}`, ...(standard ? [`  Im Standard: ${standard}`] : []), '', listOf(english, namesOf(term))].join(
    '\n',
  );
}

function listOf(name: string, names: readonly string[]): string {
  const places = findPlaces(files, names);
  if (places.length === 0) return `  Keine Datei heißt nach „${name}“.`;
  const width = Math.max(...places.map(({ room }) => room.length));
  return places.map(({ room, file }) => `  ${room.padEnd(width)}  ${file}`).join('\n');
}
