// SPDX-License-Identifier: EUPL-1.2
import type { Texts } from '../text.ts';

/** What the watch over deadlines says to people. */
export const deadlineTexts: Texts = {
  de: {
    'kernel.deadline.not-running': 'Diese Frist läuft nicht; nur eine laufende Frist kann ruhen.',
    'kernel.deadline.cannot-rest': 'Diese Frist rechnet von einem Termin zurück und kann nicht ruhen. Verlegen Sie den Termin.',
    'kernel.deadline.suspended-before-start': 'Die Hemmung läge vor dem Beginn der Frist.',
    'kernel.deadline.already-over': 'Die Frist war an diesem Tag schon abgelaufen.',
    'kernel.deadline.not-suspended': 'Diese Frist ruht nicht.',
    'kernel.deadline.resumed-before-suspended': 'Die Hemmung kann nicht vor ihrem Beginn enden.',
    'kernel.deadline.closed': 'Diese Frist ist schon erledigt.',
    'kernel.deadline.not-over-yet': 'Diese Frist ist noch nicht abgelaufen.',
    'kernel.deadline.by-system-only': 'Fristen rechnet nur das System nach einer Rechtsänderung neu.',
    'kernel.deadline.same-holiday': 'Für diesen Tag ist hier schon eine Änderung eingetragen. Nehmen Sie sie zuerst zurück.',
    'kernel.deadline.no-such-change': 'Für diesen Tag ist hier keine Änderung eingetragen.',
    'kernel.deadline.by-law-already': 'An diesem Tag ändert das nichts: So steht es schon im Feiertagsrecht.',
    'kernel.permission.change-holidays': 'darf Feiertage eintragen, die das Recht neu bestimmt hat',
  },
  en: {
    'kernel.deadline.not-running': 'This deadline is not running; only a running deadline can be suspended.',
    'kernel.deadline.cannot-rest':
      'This deadline is counted back from an appointment and cannot be suspended. Move the appointment.',
    'kernel.deadline.suspended-before-start': 'The suspension would lie before the start of the deadline.',
    'kernel.deadline.already-over': 'The deadline had passed on that day.',
    'kernel.deadline.not-suspended': 'This deadline is not suspended.',
    'kernel.deadline.resumed-before-suspended': 'A suspension cannot end before it begins.',
    'kernel.deadline.closed': 'This deadline is closed already.',
    'kernel.deadline.not-over-yet': 'This deadline has not passed yet.',
    'kernel.deadline.by-system-only': 'Deadlines are computed again by the system only, after a change of the law.',
    'kernel.deadline.same-holiday': 'A change is entered for this day here already. Withdraw it first.',
    'kernel.deadline.no-such-change': 'No change is entered for this day here.',
    'kernel.deadline.by-law-already': 'This changes nothing: the law of holidays says so already.',
    'kernel.permission.change-holidays': 'may enter holidays newly ordered by law',
  },
};
