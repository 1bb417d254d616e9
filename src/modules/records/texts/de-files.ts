// SPDX-License-Identifier: EUPL-1.2

/** What commands and histories say about files, in German. */
export const deFiles = {
  'records.changed-meanwhile':
    'Inzwischen hat sich hier etwas geändert. Bitte sehen Sie den neuen Stand an und entscheiden Sie dann.',
  'records.hand-over.no-unit': 'Diese Stelle gibt es nicht oder nicht mehr. Wählen Sie eine andere.',
  'records.close-file.closed-already': 'Die Akte ist schon geschlossen.',
  'records.close-file.open-cases': '{n} Vorgänge sind noch nicht z.d.A. verfügt. Schließen Sie zuerst diese ab.',
  'records.close-file.open-cases.one': 'Ein Vorgang ist noch nicht z.d.A. verfügt. Schließen Sie zuerst diesen ab.',
  'records.reopen-file.open-already': 'Die Akte ist offen.',
  'records.protect.nobody-named':
    'Benennen Sie zuerst mindestens eine Person, Funktion oder Stelle, die schreiben darf. Sonst käme niemand mehr hinein.',
  'records.protect.nobody-named-personally':
    'Benennen Sie zuerst mindestens eine Person oder Funktion, die schreiben darf. Benannte Stellen gelten bei versiegelten Akten nicht.',
  'records.protect.needs-two': 'Eine versiegelte Akte öffnet niemand allein. Beantragen Sie die Entsiegelung.',
  'records.unseal.not-sealed': 'Diese Akte ist nicht versiegelt.',
  'records.unseal.asked-already': 'Die Entsiegelung ist schon beantragt.',
  'records.unseal.no-request': 'Diesen Antrag gibt es nicht mehr.',
  'records.classify.lower-than-contents':
    'Eine Akte trägt mindestens die höchste Einstufung ihrer Dokumente. Stufen Sie zuerst diese herab.',
  'records.name.unknown': 'Diese Person oder Stelle gibt es nicht.',
  'records.name.unit-on-sealed': 'Für eine versiegelte Akte werden Personen oder Funktionen benannt, keine Stellen.',
  'records.name.not-named': 'Das ist für diese Akte nicht benannt.',
  'records.name.last-writer': 'Jemand muss in der geschützten Akte noch schreiben können. Benennen Sie zuerst jemand anderen.',
  'records.act.file-changed': 'Fakten der Akte geändert',
  'records.act.file-handed-over': 'Federführung abgegeben',
  'records.act.file-protected': 'Schutzstufe gesetzt',
  'records.act.unsealing-requested': 'Entsiegelung beantragt',
  'records.act.unsealing-declined': 'Entsiegelung abgelehnt',
  'records.act.file-unsealed': 'Akte entsiegelt',
  'records.act.file-classified': 'Geheimhaltung der Akte gesetzt',
  'records.act.access-named': 'Für die Akte benannt',
  'records.act.access-unnamed': 'Benennung aufgehoben',
  'records.act.file-closed': 'Akte geschlossen',
  'records.act.file-reopened': 'Akte wieder geöffnet',
  'records.erase-personal.no-entry': 'Einen Eintrag {no} gibt es in dieser Akte nicht.',
  'records.erase-personal.erased-already': 'Der persönliche Teil von Eintrag {no} ist schon gelöscht.',
  'records.erase-personal.accounts-for': 'Eintrag {no} hält fest, warum gelöscht wurde; das muss nachweisbar bleiben.',
  'journal.act.personal-parts-erased': 'Persönliche Teile gelöscht',
} as const;
