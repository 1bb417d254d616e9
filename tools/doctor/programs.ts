// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from './finding.ts';

/** A program that Fachwerk uses when it is there. */
interface Program {
  readonly topic: string;
  /** Any one of these; absolute paths are looked for as they are. */
  readonly anyOf: readonly string[];
  readonly brings: string;
  /** What happens without it. */
  readonly without: string;
  readonly debianPackage: string;
}

const programs: readonly Program[] = [
  {
    topic: 'Chromium',
    anyOf: ['chromium', 'chromium-browser', 'google-chrome'],
    brings: 'Prüfungen im Browser',
    without: 'die Tests verwenden den Browser aus npm',
    debianPackage: 'chromium',
  },
  {
    topic: 'Poppler',
    anyOf: ['pdftoppm'],
    brings: 'Seitenbilder und Text aus PDF, schnell',
    without: 'das geht mit Bordmitteln, langsamer',
    debianPackage: 'poppler-utils',
  },
  {
    topic: 'LibreOffice',
    anyOf: ['soffice', 'libreoffice'],
    brings: 'PDF-Fassungen von Büro-Dokumenten',
    without: 'DOCX und ODT werden als Text gezeigt, nicht als Seite',
    debianPackage: 'libreoffice-writer-nogui',
  },
  {
    topic: 'Tesseract',
    anyOf: ['tesseract'],
    brings: 'Texterkennung außerhalb des Dienstes',
    without: 'die mitgelieferte Texterkennung arbeitet',
    debianPackage: 'tesseract-ocr-deu',
  },
  {
    topic: 'ClamAV',
    anyOf: ['clamd', '/run/clamav/clamd.ctl', '/var/run/clamav/clamd.ctl'],
    brings: 'Prüfung eingehender Dateien auf Schadprogramme',
    without: 'Dateien werden nicht auf Schadprogramme geprüft',
    debianPackage: 'clamav-daemon',
  },
];

/** Which optional programs are there, what they bring, how to get the others. */
export function judgePrograms(env: NodeJS.ProcessEnv = process.env): Finding[] {
  return programs.map(({ topic, anyOf, brings, without, debianPackage }) => {
    const found = anyOf.map((name) => findProgram(name, env)).find((file) => file !== undefined);
    if (found) return { topic, state: 'ok', found: `${found}: ${brings}` };
    return { topic, state: 'note', found: `fehlt; ${without}`, advice: `${brings}: apt-get install ${debianPackage}` };
  });
}

/** Where a program is, on the PATH and in the folders of the system's programs; undefined if nowhere. */
export function findProgram(name: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (path.isAbsolute(name)) return existsSync(name) ? name : undefined;
  const folders = [...(env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));
}
