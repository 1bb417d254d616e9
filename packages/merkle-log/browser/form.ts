// SPDX-License-Identifier: EUPL-1.2
// The upper part of the page: choose a package, say whom you trust.
import type { NoteVerifier } from '../src/note.ts';
import type { Language } from '../src/texts/texts.ts';
import { PINNED_KEYS } from '../src/verify/pinned.ts';
import { glyph, icon } from './drawings.ts';
import { el } from './elements.ts';
import { pageTexts } from './page-texts.ts';

/** What the form tells the page. */
export type FormEvents = {
  language(language: Language): void;
  choose(files: FileList): void;
  witnesses(files: readonly File[]): void;
  keyChanged(): void;
};

/** The form as the page uses it. */
export type Form = {
  readonly key: HTMLTextAreaElement;
  readonly pinned: readonly NoteVerifier[];
  nodes(output: HTMLElement): Node[];
  status(text: string, name: string): void;
  keyError(text: string): void;
  witnessError(text: string): void;
  /** Names of the witness files that were chosen. */
  say(names: readonly string[]): void;
};

/** Builds the form in a language. */
export function buildForm(language: Language, events: FormEvents): Form {
  const texts = pageTexts(language);
  const key = el('textarea', {
    id: 'key',
    class: 'input',
    rows: '3',
    spellcheck: 'false',
    autocomplete: 'off',
    'aria-describedby': 'key-hint key-error',
  });
  const keyError = el('p', { id: 'key-error', class: 'wrong-text' });
  const witnessError = el('p', { id: 'witness-error', class: 'wrong-text' });
  const witnessNames = el('span', { class: 'muted' });
  const status = el('p', { class: 'status', role: 'status' });
  const name = el('p', { class: 'chosen' });
  key.addEventListener('change', events.keyChanged);
  const fault = (field: HTMLElement, text: string) => {
    field.replaceChildren(...(text ? [icon('warn'), text] : []));
  };
  return {
    key,
    pinned: PINNED_KEYS,
    nodes: (output) => [
      el('a', { class: 'skip', href: '#main' }, texts.skip),
      header(language, events),
      el(
        'main',
        { id: 'main', class: 'wrap' },
        el('div', { class: 'head' }, el('h1', {}, texts.title), el('p', {}, texts.intro)),
        el(
          'div',
          { class: 'two form' },
          packageField(language, events, name),
          trustFields(language, events, { key, keyError, witnessError, witnessNames }),
        ),
        status,
        output,
      ),
    ],
    status(text, chosen) {
      status.textContent = text;
      name.textContent = chosen;
    },
    keyError(text) {
      key.toggleAttribute('aria-invalid', text !== '');
      fault(keyError, text);
    },
    witnessError: (text) => fault(witnessError, text),
    say(names) {
      witnessNames.textContent = names.join(', ');
    },
  };
}

function header(language: Language, events: FormEvents): HTMLElement {
  const texts = pageTexts(language);
  const languages = (['de', 'en'] as const).map((code) => {
    const button = el(
      'button',
      { type: 'button', class: 'btn btn-quiet', lang: code, 'aria-pressed': String(code === language) },
      code === 'de' ? 'Deutsch' : 'English',
    );
    button.addEventListener('click', () => events.language(code));
    return button;
  });
  const print = el('button', { type: 'button', class: 'btn btn-quiet' }, icon('print'), texts.print);
  print.addEventListener('click', () => window.print());
  return el(
    'header',
    { class: 'top' },
    el('span', { class: 'brand' }, glyph(), 'Fachwerk'),
    el('div', { class: 'tools', role: 'group', 'aria-label': texts.languages }, ...languages, print),
  );
}

function packageField(language: Language, events: FormEvents, name: HTMLElement): HTMLElement {
  const texts = pageTexts(language);
  const chooser = (attributes: Record<string, string | boolean>, label: string, sign: 'file' | 'folder', main: boolean) => {
    const input = el('input', { type: 'file', class: 'hide', ...attributes });
    input.addEventListener('change', () => {
      if (input.files) events.choose(input.files);
    });
    return el('label', { class: main ? 'btn btn-main' : 'btn' }, input, icon(sign), label);
  };
  return el(
    'section',
    { class: 'part drop', 'aria-labelledby': 'package-head' },
    el('h2', { class: 'part-head', id: 'package-head' }, texts.package),
    el(
      'div',
      { class: 'zone' },
      el('p', {}, texts.packageHint),
      el(
        'div',
        { class: 'btns' },
        chooser({ accept: '.zip,application/zip', id: 'zip' }, texts.choose, 'file', true),
        chooser({ webkitdirectory: true, id: 'folder' }, texts.folder, 'folder', false),
      ),
      name,
    ),
  );
}

type TrustFields = { key: HTMLElement; keyError: HTMLElement; witnessError: HTMLElement; witnessNames: HTMLElement };

function trustFields(
  language: Language,
  events: FormEvents,
  { key, keyError, witnessError, witnessNames }: TrustFields,
): HTMLElement {
  const texts = pageTexts(language);
  const files = el('input', {
    type: 'file',
    id: 'witness',
    class: 'hide',
    multiple: true,
    accept: '.txt,.json,text/plain',
    'aria-describedby': 'witness-hint witness-error',
  });
  files.addEventListener('change', () => events.witnesses(Array.from(files.files ?? [])));
  const known = PINNED_KEYS.map(({ name }) => el('p', { class: 'notice is-done' }, icon('check'), `${texts.keyKnown} ${name}`));
  return el(
    'section',
    { class: 'part', 'aria-labelledby': 'trust-head' },
    el('h2', { class: 'part-head', id: 'trust-head' }, texts.trust),
    ...known,
    el(
      'div',
      { class: 'field' },
      el('label', { for: 'key' }, texts.key),
      el('p', { id: 'key-hint', class: 'hint small' }, texts.keyHint),
      keyError,
      key,
    ),
    el(
      'div',
      { class: 'field' },
      el('span', { class: 'label' }, texts.witness),
      el('p', { id: 'witness-hint', class: 'hint small' }, texts.witnessHint),
      witnessError,
      el('div', { class: 'btns' }, el('label', { class: 'btn' }, files, icon('file'), texts.chooseWitness), witnessNames),
    ),
  );
}
