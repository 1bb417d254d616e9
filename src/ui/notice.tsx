// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

export type NoticeTone = 'info' | 'now' | 'done' | 'late';
export type NoticeProps = {
  tone?: NoticeTone | undefined;
  live?: boolean | undefined;
  children?: Child | undefined;
  /** Name of a draft that is now safely with the server. */
  draftDone?: string | undefined;
};

const icons: Record<NoticeTone, IconName> = { info: 'info', now: 'clock', done: 'check', late: 'alert' };

/** One remark on this page; `live` has it read aloud when it stands there after an action. */
export function Notice({ tone = 'info', live, children, draftDone }: NoticeProps) {
  return (
    <div
      class={classNames('notice', tone !== 'info' && `is-${tone}`)}
      role={live ? 'status' : undefined}
      data-draft-done={draftDone}
    >
      <Icon name={icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
