// SPDX-License-Identifier: EUPL-1.2
import { letterDate } from '../calendar.ts';
import { diceFor } from '../dice.ts';
import { partyOf, type Party } from '../matters/parties.ts';
import { fill } from '../matters/slots.ts';
import type { PaperTemplate } from '../matters/template.ts';
import { letterAsDocx } from '../papers/docx.ts';
import { mailAsEml } from '../papers/eml.ts';
import type { Letter, Look, PaperFile } from '../papers/letter.ts';
import { letterAsPdf } from '../papers/letter-pdf.ts';
import { letterAsText } from '../papers/text.ts';
import { fullName } from '../town/names.ts';
import type { Colleague } from '../town/staff.ts';
import { officeOf, unitOf } from '../town/units.ts';
import { blocksOf, remedy, withSalutation } from './blocks.ts';
import type { PaperScene } from './scene.ts';

/** Makes the file of a paper: text filled in, laid out as whoever sends it would, in the format that the template names. */
export function composePaper(template: PaperTemplate, scene: PaperScene, version: number): PaperFile {
  const fresh = scene.open(); // the same throws for every version
  const title = fill(template.title, fresh);
  const lines = template.body.filter((line) => keepsIn(line, version)).map((line) => fill(line.replace(/^\d> /, ''), fresh));
  if (template.format === 'eml') return asMail(template, scene, { title, lines, version });
  const letter = letterOf(template, scene, { title, lines });
  if (template.format === 'docx') return letterAsDocx(letter, scene.day);
  if (template.format === 'txt') return letterAsText(letter);
  return letterAsPdf(letter, scene.day);
}

/** A line that begins with `2>` stands there from the second version on. */
function keepsIn(line: string, version: number): boolean {
  const [, since = '1'] = /^(\d)> /.exec(line) ?? [];
  return Number(since) <= version;
}

interface Words {
  readonly title: string;
  readonly lines: readonly string[];
}

function letterOf(template: PaperTemplate, scene: PaperScene, { title, lines }: Words): Letter {
  const look = lookOf(template);
  const decides = template.route === 'aus' && /^(Bescheid|Genehmigung|Erlaubnis)$/.test(template.kind);
  const end = lines.indexOf('===');
  const blocks = [...blocksOf(end < 0 ? lines : lines.slice(0, end)), ...(decides && scene.to.person ? remedy : [])];
  return {
    look,
    sender: senderOf(look, template, scene),
    recipient:
      look === 'town'
        ? scene.to.lines
        : ['Stadt Waldbrück', `${officeOf(scene.unit).name}, ${unitLine(scene.unit)}`, 'Rathausplatz 1', '48999 Waldbrück'],
    facts: factsOf(look, template, scene),
    date: letterDate(scene.day),
    subject: [title],
    blocks: withSalutation(blocks, salutationOf(look, template, scene)),
    closing: closingOf(look, template, scene),
    annex: end < 0 ? [] : blocksOf(lines.slice(end + 1)),
  };
}

const townsOwn = /^(Beschluss|Niederschrift|Bericht|Rundschreiben|Vorlage|Prüfbericht|Auswertung|Ausschreibung|Vertrag)$/;

function lookOf({ route, kind, options, format }: PaperTemplate): Look {
  if (options['form'] !== undefined) return 'form';
  if (route === 'aus') return kind === 'Einladung' || !townsOwn.test(kind) ? 'town' : 'form';
  if (route === 'ein') return options['von'] === undefined || options['von'] === 'firma' ? 'private' : 'company';
  if (isUnit(options['von'])) return 'town';
  if (options['von'] !== undefined) return 'company';
  return townsOwn.test(kind) && format === 'pdf' ? 'form' : 'note';
}

function isUnit(code: string | undefined): code is string {
  return code !== undefined && /^\d/.test(code);
}

function unitLine(code: string): string {
  return `${code} ${unitOf(code).name}`;
}

function senderOf(look: Look, { options }: PaperTemplate, scene: PaperScene): string[] {
  const unit = isUnit(options['von']) ? options['von'] : scene.unit;
  if (look === 'company') return partyLines(partyOf(options['von']!));
  if (look === 'private')
    return options['von'] === 'firma' ? [scene.words.get('firma') ?? '', ...scene.from.slice(1)] : [...scene.from];
  if (look === 'town') return ['Stadt Waldbrück', officeOf(unit).name, 'Rathausplatz 1', '48999 Waldbrück'];
  return ['Stadt Waldbrück', `${officeOf(unit).name}, ${unitLine(unit)}`];
}

function partyLines({ name, street, mail }: Party): string[] {
  return [name, street, mail];
}

function factsOf(look: Look, template: PaperTemplate, scene: PaperScene): [string, string][] {
  const { reference, unit } = scene;
  if (look === 'company' || look === 'private')
    return template.route === 'ein' && scene.known ? [['Ihr Zeichen', reference]] : [];
  if (look === 'form') return template.route === 'ein' ? [] : [['Zeichen', reference]];
  const from = isUnit(template.options['von']) ? template.options['von'] : unit;
  if (look === 'note') return [['Zeichen', `${unit} – ${reference}`]];
  const { name, room, phone, email } = scene.author;
  return [
    ['Zeichen', `${from} – ${reference}`],
    ['Bearbeitung', fullName(name)],
    ['Zimmer', String(room).padStart(3, '0')],
    ['Telefon', phone],
    ['E-Mail', email],
    ['Datum', letterDate(scene.day)],
  ];
}

const bare = /^(Urteil|Führungszeugnis|Auskunft|Gutachten|Plan|Vertrag|Pachtvertrag|Nachweis|Einladung|Anmeldung)$/;

function salutationOf(look: Look, { kind, options, format }: PaperTemplate, scene: PaperScene): string | undefined {
  if (look === 'note' || look === 'form' || look === 'leaflet' || bare.test(kind) || format === 'txt') return undefined;
  return look === 'town' && !isUnit(options['von']) && scene.to.person !== undefined
    ? scene.to.person
    : 'Sehr geehrte Damen und Herren,';
}

function closingOf(look: Look, { options, kind, format, route }: PaperTemplate, scene: PaperScene): string[] {
  const name = fullName(scene.author.name);
  if (look === 'note') return [name];
  if (look === 'town') return ['Mit freundlichen Grüßen', 'Im Auftrag', name];
  if (format === 'txt') return [];
  if (look === 'company')
    return bare.test(kind) ? [partyOf(options['von']!).name] : ['Mit freundlichen Grüßen', partyOf(options['von']!).name];
  if (look === 'private') return bare.test(kind) ? [] : ['Mit freundlichen Grüßen', scene.from[0] ?? ''];
  const number = diceFor('form', scene.reference, scene.day).int(100_000, 999_999);
  return [`Waldbrück, ${letterDate(scene.day)}`, ...(route === 'ein' ? [`Eingangsnummer WB-${number}`] : [])];
}

function asMail(template: PaperTemplate, scene: PaperScene, { title, lines, version }: Words & { version: number }): PaperFile {
  const party = template.options['von'];
  const from =
    party === undefined
      ? scene.mail
      : isUnit(party)
        ? mailOf(scene.author)
        : { name: partyOf(party).name, address: partyOf(party).mail };
  const text = ['Sehr geehrte Damen und Herren,', ...lines, 'Mit freundlichen Grüßen', from.name].join('\n\n');
  const office = officeOf(scene.unit);
  return mailAsEml({
    from,
    to: { name: `Stadt Waldbrück, ${office.name}`, address: `amt${office.code}@waldbrueck.example` },
    at: scene.at,
    subject: title,
    text,
    attachments: scene.attachments.map(({ fileName, write }) => {
      const { bytes, mediaType } = write(version);
      return { name: fileName, bytes, mediaType };
    }),
  });
}

function mailOf({ name, email }: Colleague): { name: string; address: string } {
  return { name: fullName(name), address: email };
}
