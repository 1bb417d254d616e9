// SPDX-License-Identifier: EUPL-1.2
// pruefer.html: one page that works from the disk, without network, in every browser of the last years.
import { evidenceCheckAt } from '../src/evidence.ts';
import { readTrust, type Trust } from '../src/verify/trust.ts';
import { type Result, verify } from '../src/verify/verify.ts';
import type { Language } from '../src/texts/texts.ts';
import { type Chosen, chosenFrom, chosenFromDrop, openChosen } from './blob-source.ts';
import { el } from './elements.ts';
import { buildForm, type Form } from './form.ts';
import { pageTexts } from './page-texts.ts';
import { renderResult } from './render.ts';

/** What the page remembers between two clicks. */
type State = {
  language: Language;
  chosen: Chosen | undefined;
  witnesses: readonly File[];
  result: Result | undefined;
  at: Date;
  run: number;
};

const state: State = {
  language: navigator.language.startsWith('de') ? 'de' : 'en',
  chosen: undefined,
  witnesses: [],
  result: undefined,
  at: new Date(),
  run: 0,
};

let form: Form;
const output = el('div', { id: 'result', 'aria-busy': 'false' });

function show(): void {
  const keyText = form?.key.value ?? '';
  form = buildForm(state.language, {
    language: (language) => {
      state.language = language;
      show();
    },
    choose: (files) => choose(chosenFrom(files)),
    witnesses: (files) => {
      state.witnesses = files;
      void check();
    },
    keyChanged: () => void check(),
  });
  form.key.value = keyText;
  form.say(state.witnesses.map(({ name }) => name));
  document.documentElement.lang = state.language;
  document.title = `${pageTexts(state.language).title} – Fachwerk`;
  document.body.replaceChildren(...form.nodes(output));
  render(false);
}

function choose(chosen: Chosen | undefined): void {
  if (!chosen) return;
  state.chosen = chosen;
  void check();
}

/** Checks what was chosen against what the reader trusts. A newer run silences an older one. */
async function check(): Promise<void> {
  const run = ++state.run;
  output.setAttribute('aria-busy', 'true');
  const trust = await readForm();
  if (trust && state.chosen) await checkChosen(state.chosen, trust, run);
  if (run === state.run) output.setAttribute('aria-busy', 'false');
}

async function checkChosen(chosen: Chosen, trust: Trust, run: number): Promise<void> {
  const texts = pageTexts(state.language);
  const status = (text: string) => {
    if (run === state.run) form.status(text, chosen.name);
  };
  status(texts.working);
  try {
    const progress = (entries: number) => status(texts.workingEntries.replace('{entries}', entries.toLocaleString()));
    const result = await verify({ open: () => openChosen(chosen), trust, progress, evidence: evidenceCheckAt(() => new Date()) });
    if (run !== state.run) return;
    state.result = result;
    state.at = new Date();
    status('');
    render(true);
  } catch (error) {
    status(`${texts.failed} ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The reader's trust, or undefined when something in the form is not what it should be; the form says what. */
async function readForm(): Promise<Trust | undefined> {
  const texts = pageTexts(state.language);
  const typed = form.key.value.trim();
  const key = readTrust(typed);
  form.keyError(typed !== '' && !key?.keys.length ? texts.keyWrong : '');
  const kept: Trust[] = [];
  const wrong: string[] = [];
  for (const file of state.witnesses) {
    const trust = readTrust(await file.text());
    if (trust) kept.push(trust);
    else wrong.push(file.name);
  }
  form.witnessError(wrong.length > 0 ? `${texts.witnessWrong} ${wrong.join(', ')}` : '');
  if ((typed !== '' && !key?.keys.length) || wrong.length > 0) return undefined;
  return {
    keys: [...form.pinned, ...(key?.keys ?? [])],
    witnessKeys: kept.flatMap(({ witnessKeys }) => witnessKeys),
    heads: kept.flatMap(({ heads }) => heads),
  };
}

function render(focus: boolean): void {
  if (!state.result) return;
  const { nodes, box } = renderResult(state.result, state.language, state.at);
  output.replaceChildren(...nodes);
  if (focus) box.focus();
}

function acceptDrops(): void {
  addEventListener('dragover', (event) => {
    event.preventDefault();
    document.body.classList.add('is-over');
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('is-over');
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    document.body.classList.remove('is-over');
    if (event.dataTransfer) void chosenFromDrop(event.dataTransfer.items).then(choose);
  });
}

show();
acceptDrops();
