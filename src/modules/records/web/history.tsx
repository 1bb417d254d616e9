// SPDX-License-Identifier: EUPL-1.2
import { parseErasure } from '@fachwerk/merkle-log';
import type { Visit } from '../../../kernel/page.ts';
import type { JournalEntry } from '../../../kernel/journal/index.ts';
import { LifeLine, Part } from '../../../ui/index.ts';
import { actText, showMoment } from './words.ts';

/** Verlauf: the acts of a file, the newest on top; who acted stands here and nowhere else. */
export function History({
  visit,
  entries,
  names,
  file,
}: {
  visit: Visit;
  entries: readonly JournalEntry[];
  names: ReadonlyMap<string, string>;
  file: string;
}) {
  const { say } = visit;
  const lines = entries.map(({ act, at, personal }, index) => ({
    text: `${actText(say, act)}${detailOf(personal?.facts)}`,
    why: whyOf(visit, personal?.facts),
    at: { iso: at.toISOString(), text: showMoment(at) },
    who: personal ? whoOf(visit, names, personal) : say('records.history.erased'),
    ...(index === 0 ? { state: 'now' as const } : {}),
  }));
  return (
    <Part
      id="history"
      title={say('records.history.title')}
      level={3}
      right={<a href={`/files/${file}/proof`}>{say('records.proof.link')}</a>}
    >
      <LifeLine entries={lines} label={say('records.history.title')} />
    </Part>
  );
}

/** Who acted, and for whom. */
export function whoOf(
  { say }: Visit,
  names: ReadonlyMap<string, string>,
  { actor, onBehalfOf }: { actor: string; onBehalfOf?: string | undefined },
): string {
  const name = names.get(actor) ?? say(actor.startsWith('system:') ? 'records.history.system' : 'records.history.unknown');
  const principal = onBehalfOf === undefined ? undefined : names.get(onBehalfOf);
  return principal === undefined ? name : say('records.history.on-behalf', { name, principal });
}

/** What an entry was about, where it has a title. */
export function detailOf(facts: NonNullable<JournalEntry['personal']>['facts'] | undefined): string {
  const title = facts?.['title'] ?? facts?.['subject'];
  return typeof title === 'string' ? `: ${title}` : '';
}

/** The reason that was given, and the provision on which an erasure stands. */
export function whyOf(
  { say }: Pick<Visit, 'say'>,
  facts: NonNullable<JournalEntry['personal']>['facts'] | undefined,
): string | undefined {
  const { reason, statement } = facts ?? {};
  const basis = typeof statement === 'string' ? parseErasure(statement)?.basis : undefined;
  const said = [
    ...(basis === undefined ? [] : [say('records.history.basis', { basis })]),
    ...(typeof reason === 'string' && reason !== '' ? [say('records.history.reason', { reason })] : []),
  ];
  return said.length === 0 ? undefined : said.join(' ');
}

/** Everybody whose name the shown entries need. */
export function actorsOf(entries: readonly JournalEntry[]): string[] {
  return entries
    .flatMap(({ personal }) => [personal?.actor, personal?.onBehalfOf])
    .filter((id): id is string => id !== undefined && !id.startsWith('system:'));
}
