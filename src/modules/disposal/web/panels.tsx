// SPDX-License-Identifier: EUPL-1.2
import type { Visit } from '../../../kernel/page.ts';
import type { Panel } from '../../../kernel/panel.ts';
import { Notice, Part } from '../../../ui/index.ts';
import { explainedOf, isHeld, objectOf, objectsOfFile, standingHolds } from '../queries/explanation.ts';
import { answerOf } from '../rules/explain-retention.ts';
import { localDay } from '../rules/local-day.ts';
import { fileAnswer } from './file-retention-page.tsx';
import { sentenceText } from './words.ts';

/** On a filed case: until when and why, in a sentence; the reasoning is one touch away. */
const casePanel: Panel = {
  place: 'records.case',
  permission: 'records.read',
  async show(visit, subject) {
    const { say } = visit;
    const found = await visit.read(async (tx) => {
      const it = await objectOf(tx, subject);
      return (
        it && { it, held: await isHeld(tx, subject), explained: await explainedOf(tx, it, localDay(visit.runtime.clock.now())) }
      );
    });
    if (!found) return undefined;
    return (
      <RetentionPart visit={visit} href={`/retention/cases/${subject}`} held={found.held}>
        {found.it.state === 'retained'
          ? sentenceText(say, answerOf(found.explained))
          : say(`disposal.state-long.${found.it.state}`)}
      </RetentionPart>
    );
  },
};

/** On a file: as long as its longest case. */
const filePanel: Panel = {
  place: 'records.file',
  permission: 'records.read',
  async show(visit, subject) {
    const { objects, held } = await visit.read(async (tx) => ({
      objects: await objectsOfFile(tx, subject),
      held: (await standingHolds(tx)).some(({ scope, subject: about }) => scope === 'file' && about === subject),
    }));
    return (
      <RetentionPart visit={visit} href={`/retention/files/${subject}`} held={held}>
        {fileAnswer(visit, objects)}
      </RetentionPart>
    );
  },
};

function RetentionPart({
  visit: { say },
  href,
  held,
  children,
}: {
  visit: Visit;
  href: string;
  held: boolean;
  children: string;
}) {
  return (
    <Part id="retention" title={say('disposal.panel.title')} level={3} right={<a href={href}>{say('disposal.panel.why')}</a>}>
      <p>{children}</p>
      {held ? <Notice tone="now">{say('disposal.panel.held')}</Notice> : null}
    </Part>
  );
}

/** What the module hangs into the pages of the E-Akte. */
export const panels: readonly Panel[] = [casePanel, filePanel];
