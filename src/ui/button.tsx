// SPDX-License-Identifier: EUPL-1.2
import type { Child } from 'hono/jsx';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';

/** `main` is the one filled button of a page, `quiet` has no edge, `icon` shows only its drawing and must have a label. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'icon';

type Look = {
  look?: ButtonLook | undefined;
  small?: boolean | undefined;
  wide?: boolean | undefined;
  icon?: IconName | undefined;
  label?: string | undefined;
  hotkey?: string | undefined;
  children?: Child | undefined;
  class?: string | undefined;
};

export type ButtonProps = Look & {
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  form?: string | undefined;
  formaction?: string | undefined;
  /** Id of a `Dialog` that the island opens. */
  opens?: string | undefined;
  describedBy?: string | undefined;
  hidden?: boolean | undefined;
  id?: string | undefined;
};

export type LinkButtonProps = Look & {
  href: string;
  download?: string | boolean | undefined;
  current?: boolean | undefined;
  id?: string | undefined;
  opens?: string | undefined;
};

function buttonClass({ look = 'plain', small, wide, class: extra }: Look) {
  return classNames('btn', look !== 'plain' && `btn-${look}`, small && 'btn-s', wide && 'wide', extra);
}

function Inside({ icon, look, hotkey, small, children }: Look) {
  return (
    <>
      {icon ? <Icon name={icon} small={small === true && look !== 'icon'} /> : null}
      {children}
      {hotkey ? <kbd aria-hidden="true">{hotkey === 'Enter' ? '↵' : hotkey}</kbd> : null}
    </>
  );
}

/** A button that sends its form; with `hotkey` one key presses it when the page's keys are switched on. */
export function Button(props: ButtonProps) {
  return (
    <button
      type={props.type ?? 'submit'}
      class={buttonClass(props)}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      data-key={props.hotkey}
      data-opens={props.opens}
      hidden={props.hidden}
    >
      <Inside {...props} />
    </button>
  );
}

/** A link that stands among buttons: it goes somewhere and changes nothing. */
export function LinkButton(props: LinkButtonProps) {
  return (
    <a
      class={buttonClass(props)}
      id={props.id}
      href={props.href}
      download={props.download}
      aria-label={props.label}
      aria-current={props.current ? 'page' : undefined}
      data-key={props.hotkey}
      data-opens={props.opens}
    >
      <Inside {...props} />
    </a>
  );
}

/** Buttons in a row; the first is the most likely one. */
export function Buttons({ children, go }: { children?: Child | undefined; go?: boolean | undefined }) {
  return <div class={classNames('btns', go && 'go')}>{children}</div>;
}
