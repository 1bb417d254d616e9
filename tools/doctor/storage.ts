// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readdirSync, rmdirSync, type Stats, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { dataFolderAt } from '../data-folder.ts';
import type { Finding } from './finding.ts';

const gibibyte = 2 ** 30;
const groupOrOthers = 0o077;
const mayWrite = 0o022;

/** File systems by their magic number (Linux, statfs(2)). */
const unsuitable: Record<number, { name: string; state: 'bad' | 'warning'; advice: string }> = {
  16914836: { name: 'tmpfs', state: 'bad', advice: 'Dieser Ordner liegt im Arbeitsspeicher und ist nach einem Neustart leer.' },
  26985: { name: 'NFS', state: 'warning', advice: 'Die Datenbank auf eine lokale Platte legen oder DATABASE_URL verwenden.' },
  4283649346: {
    name: 'CIFS',
    state: 'warning',
    advice: 'Netzlaufwerke sichern nicht zu, was sie quittieren: eine lokale Platte verwenden.',
  },
};

/** Room, kind of file system, rights and clock of the data folder. */
export function judgeStorage(folder: string): Finding[] {
  const place = nearestExisting(folder);
  return [judgeRoom(place, statfsSync(place)), ...judgeKind(place), ...judgeRights(folder), ...judgeFileClock(place)];
}

/** Less than a tenth free is bad: PostgreSQL stops hard when the disk is full. */
export function judgeRoom(place: string, { bavail, blocks, bsize }: { bavail: number; blocks: number; bsize: number }): Finding {
  const topic = 'Platz';
  const share = blocks > 0 ? bavail / blocks : 0;
  const free = (bavail * bsize) / gibibyte;
  const found = `${free.toFixed(1).replace('.', ',')} GB frei (${Math.floor(share * 100)} %) in ${place}`;
  if (share < 0.1 || free < 1)
    return { topic, state: 'bad', found, advice: 'Platz schaffen: unter 10 % oder 1 GB drohen Stillstand und Nur-Lese-Betrieb.' };
  return { topic, state: share < 0.2 ? 'warning' : 'ok', found };
}

function judgeKind(place: string): Finding[] {
  const kind = unsuitable[statfsSync(place).type];
  return kind ? [{ topic: 'Dateisystem', state: kind.state, found: `${kind.name} in ${place}`, advice: kind.advice }] : [];
}

function judgeRights(folder: string): Finding[] {
  const topic = 'Datenordner';
  if (!existsSync(folder)) return [{ topic, state: 'ok', found: `${folder} (wird beim ersten Start angelegt)` }];
  const { keys } = dataFolderAt(folder);
  const me = process.getuid?.();
  const root = statSync(folder);
  if (me !== undefined && me !== 0 && root.uid !== me)
    return [
      {
        topic,
        state: 'bad',
        found: `${folder} gehört einem anderen Benutzer (uid ${root.uid})`,
        advice: `chown -R ${me} ${folder}`,
      },
    ];
  if ((root.mode & mayWrite) !== 0)
    return [
      {
        topic,
        state: 'bad',
        found: `${folder} darf von anderen beschrieben werden (${octal(root)})`,
        advice: `chmod 700 ${folder}`,
      },
    ];
  const open = openSecrets(keys);
  if (open.length > 0)
    return [
      { topic, state: 'bad', found: `Schlüssel sind für andere lesbar: ${open.join(', ')}`, advice: `chmod -R go= ${keys}` },
    ];
  return [{ topic, state: 'ok', found: `${folder} (${octal(root)}), Schlüssel nur für den Eigentümer` }];
}

/** Files and folders in the folder of keys that somebody else may look at. */
function openSecrets(keys: string): string[] {
  if (!existsSync(keys)) return [];
  const all = ['.', ...readdirSync(keys, { recursive: true, encoding: 'utf8' })];
  return all
    .filter((name) => (statSync(path.join(keys, name)).mode & groupOrOthers) !== 0)
    .map((name) => path.join('keys', name));
}

/** The journal orders by the system's clock; a file server with another time is a sign that one of the two is wrong. */
function judgeFileClock(place: string): Finding[] {
  try {
    const probe = mkdtempSync(path.join(place, '.fachwerk-uhr-'));
    const drift = Math.abs(Date.now() - statSync(probe).mtimeMs) / 1000;
    rmdirSync(probe);
    return drift < 2
      ? []
      : [
          {
            topic: 'Uhr der Platte',
            state: 'warning',
            found: `weicht um ${drift.toFixed(0)} s ab`,
            advice: 'Zeitdienst auf beiden Rechnern prüfen.',
          },
        ];
  } catch (error) {
    return [
      {
        topic: 'Datenordner',
        state: 'bad',
        found: `${place} ist nicht beschreibbar (${(error as NodeJS.ErrnoException).code})`,
        advice: 'Rechte prüfen oder FACHWERK_DATA setzen.',
      },
    ];
  }
}

function nearestExisting(folder: string): string {
  return existsSync(folder) ? folder : nearestExisting(path.dirname(folder));
}

function octal({ mode }: Stats): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}
