// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from './button.tsx';
import { Facts } from './facts.tsx';
import { More } from './more.tsx';
import { Notice } from './notice.tsx';
import { PageHead } from './page-head.tsx';
import { Part } from './part.tsx';
import { ProofChain, type ProofLink } from './proof-chain.tsx';
import { type ProofPoint, ProofPoints, Verdict } from './verdict.tsx';

const links: readonly ProofLink[] = [
  { kind: 'pages', title: '31 Seiten', text: 'Jede hat ihre Prüfsumme. Ein anderes Komma gäbe eine andere.' },
  { kind: 'entries', title: '27 Einträge', text: 'Nummer 1 bis 27 ohne Lücke. Jeder nennt die Prüfsumme seines Papiers.' },
  { kind: 'tree', title: 'Ein Baum', text: '17 Schritte führen vom Eintrag zur Wurzel über alle Akten der Stadt.' },
  { kind: 'checkpoint', title: 'Prüfpunkt', text: 'Nr. 4 812 077, von der Stadt unterschrieben am 14.3.2023, 17:02.' },
  { kind: 'witnesses', title: '3 Zeugen', text: 'Landesarchiv und Rechnungsprüfung haben gegengezeichnet.', broken: true },
  { kind: 'timestamp', title: 'Zeitstempel', text: 'Qualifiziert, 14.3.2023, 23:00. Erneuert am 2.2.2026, gültig bis 2031.' },
];

const proven: readonly ProofPoint[] = [
  { point: 'Nichts wurde geändert.', why: 'Alle 31 Seiten sind Zeichen für Zeichen wie am 14.3.2023.' },
  { point: 'Nichts wurde entfernt.', why: 'Auch kein Eintrag und kein ganzes Dokument.' },
];

const notProven: readonly ProofPoint[] = [
  { point: 'Ob wahr ist, was darin steht.', why: 'Der Beweis schützt das Papier, nicht den Inhalt.' },
  { point: 'Wer vor dem Rechner saß.', why: 'Bewiesen ist das Konto und die Art der Anmeldung.' },
];

const root = <span class="hash">9f2c41d807be5a139f2c41d807be5a139f2c41d807be5a139f2c41d8e07a66d1</span>;

function Actions() {
  return (
    <>
      <LinkButton href="#print" icon="print">
        Drucken
      </LinkButton>
      <LinkButton look="main" href="/package" icon="down" download>
        Beweispaket, 4,2 MB
      </LinkButton>
    </>
  );
}

function Verdicts() {
  return (
    <>
      <Verdict state="proven" title="Dieser Vorgang ist unverändert und vollständig.">
        9 Dokumente mit 31 Seiten, 27 Einträge, keiner fehlt. Geprüft heute um 09:16 auf diesem Rechner, ohne Verbindung zur
        Stadt.
      </Verdict>
      <Verdict id="verdict-open" state="open" title="Noch nicht bezeugt.">
        Der letzte Eintrag ist 40 Sekunden alt; die Zeugen zeichnen alle fünf Minuten gegen.
      </Verdict>
      <Verdict id="verdict-broken" state="broken" title="Seite 4 von Dokument 2 wurde verändert.">
        Ihre Prüfsumme ist eine andere als am 14.3.2023.
      </Verdict>
    </>
  );
}

/** The proof: verdict in its three states, chain, what is and is not proven. */
export function GalleryProof() {
  return (
    <>
      <PageHead title="Beweis" crumbs={[{ label: '32.11-0042#2 Außenfläche, Anzeige', href: '/case' }]} actions={<Actions />} />
      <Verdicts />
      <Part id="chain" title="Warum das stimmt, Glied für Glied">
        <ProofChain links={links} />
      </Part>
      <ProofPoints proven={proven} notProven={notProven} />
      <div class="sub-gap">
        <Notice>Bei Eintrag 12 wurde am 2.1.2026 ein Name gelöscht (Art. 17 DSGVO). Der Beweis gilt weiter.</Notice>
      </div>
      <Part id="self" title="Selbst prüfen" gap>
        <pre class="codeline" tabindex={0}>
          <code>fachwerk-verify 32.11-0042-2.zip</code>
        </pre>
        <More title="Die Zahlen für Fachleute" open printed>
          <Facts
            items={[
              { term: 'Wurzel', value: root },
              { term: 'Verfahren', value: 'SHA-256, RFC 9162; Ed25519, C2SP; RFC 4998, RFC 3161' },
            ]}
          />
        </More>
      </Part>
    </>
  );
}
