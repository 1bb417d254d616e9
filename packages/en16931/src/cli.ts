#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// en16931 FILE… : validates e-invoices from the command line. Nothing leaves the machine.
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import type { Language } from './model/terms.ts';
import { reportToCsv } from './report/csv.ts';
import { reportToHtml } from './report/html.ts';
import type { Report } from './report/report.ts';
import { unreadableTexts } from './report/words.ts';
import type { Profile } from './rules/profile.ts';
import { explain } from './texts/explain.ts';
import { validate } from './validate.ts';

const usage = `en16931 [options] FILE…    (XML or PDF; - reads standard input)
  --json            one JSON report for each file, as an array
  --html, --csv     a report in that form (one file at a time)
  --lang de|en|tr   language of the texts (de)
  --xrechnung       ask the rules of XRechnung whatever the invoice announces
  --day YYYY-MM-DD  ask the rules of that day
  --quiet           no progress, only the last line
Exit code: 0 no errors found, 1 errors found, 2 a file could not be opened or the call was wrong.`;

interface Options {
  readonly form: 'text' | 'json' | 'html' | 'csv';
  readonly language: Language;
  readonly demand: Profile | undefined;
  readonly day: string | undefined;
  readonly quiet: boolean;
  readonly files: readonly string[];
}

/** Where the command writes: the terminal, or a list in tests. */
export interface Output {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

function isLanguage(text: string): text is Language {
  return text === 'de' || text === 'en' || text === 'tr';
}

function parse(argv: readonly string[]): Options | undefined {
  const flags = {
    json: { type: 'boolean' },
    html: { type: 'boolean' },
    csv: { type: 'boolean' },
    xrechnung: { type: 'boolean' },
    quiet: { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...flags, lang: { type: 'string', default: 'de' }, day: { type: 'string' } },
  });
  const forms = (['json', 'html', 'csv'] as const).filter((form) => values[form] === true);
  const single = forms.includes('html') || forms.includes('csv');
  const wrongDay = values.day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(values.day);
  if (positionals.length === 0 || forms.length > 1 || (single && positionals.length > 1) || !isLanguage(values.lang) || wrongDay)
    return undefined;
  return {
    form: forms[0] ?? 'text',
    language: values.lang,
    demand: values.xrechnung === true ? 'xrechnung' : undefined,
    day: values.day,
    quiet: values.quiet === true,
    files: positionals,
  };
}

async function readInput(file: string): Promise<Uint8Array> {
  if (file !== '-') return readFile(file);
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function textOf(file: string, report: Report, language: Language): string {
  if (report.unreadable !== undefined)
    return `${file}: ${unreadableTexts[report.unreadable.reason][language]} (${report.unreadable.detail})`;
  const { error, warning, information } = report.counts;
  const lines = report.findings.map((finding) => {
    const { problem, remedy } = explain(finding.rule, language);
    const seen =
      finding.observed === undefined
        ? ''
        : ` [${finding.observed}${finding.expected === undefined ? '' : ` ≠ ${finding.expected}`}]`;
    return `  ${finding.source.line}:${finding.source.column} ${finding.level} ${finding.rule} ${problem}${seen} → ${remedy}`;
  });
  return [
    `${file}: ${report.profile}, ${error} error, ${warning} warning, ${information} information; KoSIT: ${report.recommendation}`,
    ...lines,
  ].join('\n');
}

function isFaulty(report: Report): boolean {
  return report.unreadable !== undefined || report.counts.error > 0;
}

function optionsOf({ demand, day }: Options): { demand?: Profile; day?: string } {
  return { ...(demand === undefined ? {} : { demand }), ...(day === undefined ? {} : { day }) };
}

function show(options: Options, { file, report }: { file: string; report: Report }, output: Output): void {
  if (options.form === 'html') output.out(reportToHtml(report, options.language));
  if (options.form === 'csv') output.out(reportToCsv(report, options.language));
  if (options.form === 'text' && !options.quiet) output.out(textOf(file, report, options.language));
}

/** Runs the command; answers its exit code. */
export async function run(argv: readonly string[], output: Output): Promise<number> {
  const options = parse(argv);
  if (options === undefined) {
    output.error(usage);
    return 2;
  }
  const reports: { file: string; report: Report }[] = [];
  let unopened = 0;
  for (const [position, file] of options.files.entries()) {
    if (options.form === 'json' && !options.quiet && options.files.length > 1)
      output.error(`${position + 1}/${options.files.length} ${file}`);
    const bytes = await readInput(file).catch((cause: unknown) => (cause instanceof Error ? cause.message : String(cause)));
    if (typeof bytes === 'string') {
      unopened += 1;
      output.error(`${file}: ${bytes}`);
      continue;
    }
    const entry = { file, report: validate(bytes, optionsOf(options)) };
    reports.push(entry);
    show(options, entry, output);
  }
  if (options.form === 'json')
    output.out(
      JSON.stringify(
        reports.map(({ file, report }) => ({ file, ...report })),
        undefined,
        2,
      ),
    );
  const faulty = reports.filter(({ report }) => isFaulty(report)).length;
  if (options.form === 'text' && options.files.length > 1)
    output.out(`${reports.length} checked, ${faulty} with errors, ${unopened} not opened`);
  if (unopened > 0) return 2;
  return faulty > 0 ? 1 : 0;
}

/** A small young generation: 4,000 lines then need 120 MB instead of 180 MB, and no more time. */
const sparing = '--semi-space-growth-factor=1';

async function main(): Promise<void> {
  setFlagsFromString(sparing);
  try {
    process.exitCode = await run(process.argv.slice(2), { out: console.log, error: console.error });
  } catch (error) {
    console.error(error instanceof TypeError ? `${error.message}\n${usage}` : error);
    process.exitCode = 2;
  }
}

/** Whether this file is the program; Node 20 has no `import.meta.main`, and npm starts programs through links. */
function isProgram(): boolean {
  const program = process.argv[1];
  return program !== undefined && realpathSync(program) === fileURLToPath(import.meta.url);
}

if (isProgram()) await main();
