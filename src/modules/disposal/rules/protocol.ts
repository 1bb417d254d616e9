// SPDX-License-Identifier: EUPL-1.2

/** A line of the protocol. */
export interface ProtocolLine {
  readonly reference: string;
  readonly startedOn: string;
  readonly filedOn: string;
  readonly until: string;
  readonly basis: string;
  readonly code: string;
  readonly documents: number;
  readonly archiveSign: string;
  readonly destroyedOn: string;
  readonly backupsUntil: string;
}

const head = 'Zeichen;Beginn;z.d.A.;aufzubewahren bis;Grundlage;Grund;Dokumente;Archivkennung;vernichtet am;letzte Sicherung bis';

/** The protocol as a table that a spreadsheet opens; a cell never begins with what a spreadsheet would compute. */
export function protocolToCsv(lines: readonly ProtocolLine[]): string {
  const rows = lines.map((line) =>
    [
      line.reference,
      line.startedOn,
      line.filedOn,
      line.until,
      line.basis,
      line.code,
      String(line.documents),
      line.archiveSign,
      line.destroyedOn,
      line.backupsUntil,
    ]
      .map(cell)
      .join(';'),
  );
  return `\ufeff${[head, ...rows].join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
