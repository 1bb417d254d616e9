// SPDX-License-Identifier: EUPL-1.2
import { type CodeRow, codeTable, type Site } from '../../data/code-table.ts';
import { noteSubjects, noteSubjectsOnlyCii } from '../../data/codes-references.ts';
import { extended } from '../../model/code-list.ts';
import { childrenNamed, collapse, type XmlElement } from '../../xml/element.ts';
import type { Facts } from '../facts.ts';
import { type AnyRule, rule, type SyntaxFamily, type Verdict } from '../rule.ts';

function isPlace(element: XmlElement, outer: string, site: Site): boolean {
  if (outer !== '' && element.parent?.name !== outer) return false;
  if (site.attribute !== undefined && site.always !== true && element.attributes[site.attribute] === undefined) return false;
  return site.when === undefined || site.when(element);
}

/** Elements of a site in a document. */
function placesOf(site: Site, facts: Facts): XmlElement[] {
  return site.elements.flatMap((path) => {
    const slash = path.indexOf('/');
    return facts.named(path.slice(slash + 1)).filter((element) => isPlace(element, path.slice(0, Math.max(0, slash)), site));
  });
}

function codeWrong(element: XmlElement, site: Site): Verdict {
  const raw = site.attribute === undefined ? element.text : (element.attributes[site.attribute] ?? '');
  const code = site.attribute === 'mimeCode' ? raw : collapse(raw);
  return site.list.codes.has(site.anyCase === true ? code.toUpperCase() : code)
    ? false
    : { observed: code.slice(0, 40), expected: site.list.title };
}

function codeRule(row: CodeRow): AnyRule {
  return {
    id: row.id,
    set: 'en16931',
    level: 'error',
    terms: row.terms,
    check(facts, found) {
      for (const site of row[facts.family satisfies SyntaxFamily]) {
        for (const element of placesOf(site, facts)) {
          const verdict = codeWrong(element, site);
          if (verdict !== false && verdict !== true) found(element, verdict);
        }
      }
    },
  };
}

const ciiSubjects = extended(noteSubjects, ...noteSubjectsOnlyCii.codes);

/** UBL writes the subject as `#AAI#` in front of the note; only three letters between the first two number signs are taken for a subject. */
function subjectOf(element: XmlElement): string | undefined {
  const [, inner, ...rest] = element.text.split('#');
  return rest.length > 0 && inner?.length === 3 ? inner : undefined;
}

function subjectWrong(element: XmlElement, facts: Facts): Verdict {
  if (facts.family === 'cii') {
    const code = collapse(element.text);
    return ciiSubjects.codes.has(code) ? false : { observed: code.slice(0, 40), expected: ciiSubjects.title };
  }
  const code = subjectOf(element);
  return code === undefined || noteSubjects.codes.has(code) ? false : { observed: code, expected: noteSubjects.title };
}

const subjectRule = rule<XmlElement>({
  id: 'BR-CL-08',
  set: 'en16931',
  level: 'error',
  terms: ['BT-21'],
  at: (facts) => (facts.family === 'cii' ? facts.named('ram:SubjectCode') : childrenNamed(facts.element, 'cbc:Note')),
  fails: subjectWrong,
});

/** Rules about codes. */
export const codeRules: readonly AnyRule[] = [...codeTable.map(codeRule), subjectRule];
