// SPDX-License-Identifier: EUPL-1.2

/** Beweissicherung, in German. */
export const deEvidence = {
  'records.act.evidence-gathered': 'Beweissicherung begonnen',
  'records.act.evidence-stamped': 'Zeitstempel erhalten',
  'records.act.evidence-renewed': 'Beweissicherung erneuert',
  'records.evidence.title': 'Beweissicherung',
  'records.evidence.meta': 'Zeitstempel über alles, was z.d.A. verfügt ist',
  'records.evidence.lead':
    'Jede Nacht kommen die Prüfsummen aller Dokumente, die z.d.A. verfügt wurden, unter einen Zeitstempel einer fremden Stelle. So lässt sich noch nach Jahrzehnten zeigen, seit wann sie unverändert sind.',
  'records.evidence.state.off': 'Noch keine Zeitstempelstelle eingerichtet.',
  'records.evidence.state.off-why':
    'Der Betrieb trägt mit TSA_URL eine Stelle ein und legt ihre Zertifikate in den Ordner TSA_TRUST. Bis dahin wird gesammelt; nichts geht verloren.',
  'records.evidence.state.empty': 'Bereit.',
  'records.evidence.state.empty-why': 'Noch ist kein Vorgang z.d.A. verfügt. Die erste Nacht danach beginnt die Sicherung.',
  'records.evidence.state.waiting': 'Zeitstempel stehen noch aus.',
  'records.evidence.state.waiting-why': 'Sie werden alle zehn Minuten von neuem erbeten. Zu tun ist nichts.',
  'records.evidence.state.late': 'Zeitstempel fehlen seit mehr als zwei Nächten.',
  'records.evidence.state.late-why':
    'Bitte prüfen Sie, ob die Zeitstempelstelle erreichbar ist und ihre Zertifikate in der Vertrauensliste stehen.',
  'records.evidence.state.secured': 'Alles ist gesichert.',
  'records.evidence.state.secured-why': 'Über jedem Dokument, das z.d.A. verfügt ist, steht ein Zeitstempel.',
  'records.evidence.numbers': 'Stand',
  'records.evidence.documents': 'Gesicherte Dokumente',
  'records.evidence.batches': 'Sicherungen',
  'records.evidence.renewals': 'Erneuerungen',
  'records.evidence.waiting': 'Warten auf einen Zeitstempel',
  'records.evidence.waiting-value': '{n} Dokumente, die ältesten vom {date}',
  'records.evidence.waiting-value.one': 'Ein Dokument vom {date}',
  'records.evidence.fault': 'Letzter Versuch',
  'records.evidence.last': 'Letzter Zeitstempel',
  'records.evidence.authority': 'Zeitstempelstelle',
  'records.evidence.renewed-by': 'Nächste Erneuerung spätestens',
  'records.evidence.nothing': 'Es gibt nichts zu sichern.',
  'records.evidence.other-stamp': 'Der Zeitstempel gehört nicht zu dem, was wartet.',
  'records.evidence.how': 'Wie das geprüft wird',
  'records.evidence.how-text':
    'Im Beweispaket einer Akte liegt zu jedem gesicherten Dokument sein Beweisdatensatz (RFC 4998). Das Prüfprogramm im Paket und jedes andere, das diese Norm kennt, können ihn prüfen.',
} as const;
