// SPDX-License-Identifier: EUPL-1.2
import { type Caller, type Command, type Done, execute } from '../../src/kernel/command.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import type { Runtime } from '../../src/kernel/runtime.ts';
import { declareDemonstration } from '../../src/modules/people/index.ts';
import { receiveWhole } from '../../src/modules/records/commands/receive-upload.ts';
import { openCase, openFile } from '../../src/modules/records/index.ts';
import { foundTown } from './found-town.ts';
import { type Letter, letterMail, letterPdf } from './letters.ts';
import { idOf } from './people.ts';

const rights = new Set(['records.read', 'records.write', 'records.sign']);

/** What a file of the demo city is about: plan unit, lead unit, clerk, subject, cases. */
const matters: readonly (readonly [plan: string, unit: string, clerk: string, subject: string, cases: readonly string[]])[] = [
  [
    '32.11',
    '32.1',
    'Meryem Acar',
    'Uferstraße 4',
    ['Erlaubnis 2009, Vorpächter', 'Außenfläche, Anzeige', 'Gaststättenerlaubnis „Zum Anker“'],
  ],
  ['32.11', '32.1', 'Ulrich Thoma', 'Marktplatz 12, Ratskeller', ['Gaststättenerlaubnis', 'Sperrzeitverkürzung']],
  ['32.12', '32.1', 'Meryem Acar', 'Kiosk am Brückenkopf', ['Gewerbeanmeldung']],
  ['32.12', '32.1', 'Ulrich Thoma', 'Fahrradwerkstatt Talweg 3', ['Gewerbeanmeldung', 'Ummeldung']],
  ['20.1', '20', 'Jörg Sommer', 'Hundesteuer, Buchstabe A bis F', ['Festsetzungen 2026']],
  ['63.30', '63', 'Şule Yıldırım', 'Mühlenwiese 7, Anbau', ['Bauantrag', 'Stellplatznachweis']],
  ['66.20', '66', 'Łukasz Nowak', 'Wochenmarkt Altstadt', ['Neuordnung der Stände 2027']],
];

const papers: readonly (readonly [name: string, from: string, lines: readonly string[]])[] = [
  [
    'Antrag.pdf',
    'Hülya Yıldırım, Uferstraße 4',
    [
      'Sehr geehrte Damen und Herren,',
      '',
      'hiermit beantrage ich die Erlaubnis für mein Vorhaben. Die Unterlagen liegen bei.',
      'Für die Gäste sind acht Stellplätze vorgesehen, sechs davon im Hof.',
      '',
      'Mit freundlichen Grüßen',
    ],
  ],
  [
    'Stellungnahme.pdf',
    'Stadt Waldbrück, Bauaufsicht',
    [
      'Gegen das Vorhaben bestehen keine Bedenken, wenn zwei weitere Stellplätze',
      'durch Baulast gesichert werden. Der Rettungsweg über den Hof ist freizuhalten.',
      'Die Lärmbelästigung durch die Außengastronomie ist gering.',
    ],
  ],
  [
    'Nachfrage.eml',
    'Architekturbüro Kranz',
    [
      'Guten Tag,',
      '',
      'wie besprochen reichen wir den Nachtrag zum Stellplatznachweis ein.',
      'Der Lageplan zeigt alle Stellplätze und den Rettungsweg.',
    ],
  ],
  [
    'Bescheid.pdf',
    'Stadt Waldbrück',
    [
      'Für diese Amtshandlung wird eine Verwaltungsgebühr von 120,00 Euro erhoben.',
      'Der Abfallgebührenbescheid ergeht gesondert.',
      'Gegen diesen Bescheid kann innerhalb eines Monats Widerspruch erhoben werden.',
    ],
  ],
];

/** Founds the demo city on an empty system: its people in one act, its files by the same commands that clerks use. */
export async function foundDemoCity(runtime: Runtime): Promise<{ files: number; documents: number }> {
  const system: Caller = { person: null, system: 'demo.founding', permissions: new Set() };
  await must(runtime, declareDemonstration, {}, system, 'demo-declared-once-only');
  await must(runtime, foundTown, {}, system, 'demo-town-founded-once');
  let documents = 0;
  for (const [index, [plan, unit, clerk, subject, cases]] of matters.entries()) {
    const caller: Caller = { person: idOf(clerk), permissions: rights };
    const file = (
      await must(
        runtime,
        openFile,
        { planUnit: idOf(`plan ${plan}`), leadUnit: idOf(`unit ${unit}`), subject, protection: 0 },
        caller,
        `demo-file-${index}-${plan}-x`,
      )
    ).events[0]!.file!;
    for (const [no, matter] of cases.entries()) {
      const opened = await must(runtime, openCase, { file, subject: matter }, caller, `demo-case-${index}-${no}-opened`);
      const caseId = opened.events[0]!.object.slice('case:'.length);
      for (const paper of papers)
        documents += await takeIn(runtime, caller, {
          caseId,
          key: `demo-paper-${index}-${no}-${paper[0]}`,
          subject: matter,
          paper,
        });
    }
  }
  return { files: matters.length, documents };
}

async function takeIn(
  runtime: Runtime,
  caller: Caller,
  {
    caseId,
    key,
    subject,
    paper: [name, from, lines],
  }: { caseId: string; key: string; subject: string; paper: (typeof papers)[number] },
): Promise<number> {
  const letter: Letter = { from, subject: `${name.split('.')[0]}: ${subject}`, date: '2026-11-20', lines };
  const bytes = name.endsWith('.eml') ? letterMail(letter) : await letterPdf(letter);
  const outcome = await receiveWhole(
    { runtime, caller },
    { case: caseId, name, key, source: new Blob([Buffer.from(bytes)]).stream() },
  );
  if (outcome instanceof Refusal) throw new Error(`founding: ${outcome.reason}`);
  return 1;
}

async function must<Input>(
  runtime: Runtime,
  command: Command<Input>,
  input: unknown,
  caller: Caller,
  key: string,
): Promise<Done> {
  const outcome = await execute(runtime, command, input, caller, { key });
  if (outcome instanceof Refusal) throw new Error(`founding: ${command.name} was refused: ${outcome.reason}`);
  return outcome;
}
