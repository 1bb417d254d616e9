// SPDX-License-Identifier: EUPL-1.2
import type { WrittenBatch } from './write-template.ts';

/** A made-up batch, to try a template on before the first one is there. */
export const sampleBatch: WrittenBatch = {
  no: 1,
  orders: [
    {
      invoice: '00000000-0000-7000-8000-000000000001',
      reference: 'R-2026-0815',
      currency: 'EUR',
      order: {
        amount: '1234.50',
        reason: 'Rechnung R-2026-0815',
        payee: 'Bürobedarf Sonnenschein GmbH',
        codes: [
          { code: '11.1.01.5431000', amount: '1000.00', measure: '' },
          { code: '54.1.01.5221000', amount: '234.50', measure: 'Radweg Uferstraße' },
        ],
        iban: 'DE75512108001245126199',
        dueOn: '2026-12-20',
        budgetYear: 2026,
        certified: { factual: 'Anna Beispiel, 2026-12-01', arithmetic: 'Bert Beispiel, 2026-12-01' },
        orderedOn: '2026-12-02',
        orderedBy: 'Clara Beispiel',
      },
      skonto: { until: '2026-12-04', percent: '2', saving: '24.69' },
    },
  ],
};

/** Where a new template begins. */
export const exampleTemplate = `form = fest
zeichen = latin1
dezimal = cent
datum = JJJJMMTT
feld "ZA"; Satzart; 2
feld uebergabe; Lauf; 6; rechts; 0
feld buchungsstelle; Buchungsstelle; 20
feld betrag; Betrag; 12; rechts; 0
feld iban; IBAN; 34
feld empfaenger; Empfaenger; 40
feld nummer; Verwendungszweck; 30
feld faellig; Faellig; 8
feld skonto-bis; Skonto; 8`;
