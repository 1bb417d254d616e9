// SPDX-License-Identifier: EUPL-1.2
import type { Action, Visit } from '../../../kernel/page.ts';
import { Button, Buttons, Form, ListRow, ListRows, Part, Refusal } from '../../../ui/index.ts';
import { removeSearch } from '../commands/remove-search.ts';
import { renameSearch } from '../commands/rename-search.ts';
import { saveSearch } from '../commands/save-search.ts';
import { maySaveSearch, type SavedSearch } from '../rules/saved-search.ts';
import { Folded, Question } from './form-parts.tsx';

/** What can be done with saved searches, on the page of the search. */
export const savedSearchActions: Readonly<Record<string, Action>> = {
  save: { command: saveSearch, done: () => '/search#saved' },
  rename: { command: renameSearch, done: () => '/search#saved' },
  remove: { command: removeSearch, done: () => '/search#saved' },
};

/** Address of a search. */
export function searchAddress(query: string): string {
  return `/search?q=${encodeURIComponent(query)}`;
}

/** Keeps the search that is shown; or says why that does not go, before anything is typed. */
export function SaveSearch({ visit, query, own }: { visit: Visit; query: string; own: readonly SavedSearch[] }) {
  const { say, key } = visit;
  if (own.some((one) => one.query === query)) return null;
  const no = maySaveSearch('', own);
  return (
    <Folded visit={visit} form="save" title={say('records.saved-search.save')}>
      {no ? (
        <Refusal reason={say(no.reason, no.details)} />
      ) : (
        <Form action="/search/save" formKey={key} values={{ query }}>
          <Question
            visit={visit}
            form="save"
            name="name"
            label={say('records.saved-search.name')}
            hint={say('records.saved-search.hint')}
            value={query.slice(0, 80)}
            maxlength={80}
            required
          />
          <Buttons>
            <Button>{say('records.saved-search.save')}</Button>
          </Buttons>
        </Form>
      )}
    </Folded>
  );
}

/** All that one has kept, to open, rename and remove. */
export function SavedSearches({ visit, own }: { visit: Visit; own: readonly SavedSearch[] }) {
  const { say, key } = visit;
  if (own.length === 0) return null;
  return (
    <Part id="saved" title={say('records.saved-search.title')} count={own.length} gap>
      <ul class="plain flow">
        {own.map(({ id, name, query }) => (
          <li>
            <div class="with-remove">
              <span>
                <a href={searchAddress(query)}>{name}</a> <span class="muted">{query === name ? '' : query}</span>
              </span>
              <Form action="/search/remove" look="inline" formKey={key} values={{ search: id }}>
                <Button small look="quiet" label={say('records.saved-search.remove', { name })}>
                  {say('records.remove')}
                </Button>
              </Form>
            </div>
            <Rename visit={visit} id={id} name={name} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Rename({ visit, id, name }: { visit: Visit; id: string; name: string }) {
  const { say, key, enteredIn, entered } = visit;
  // Several such forms stand on one page: only the one that was refused keeps what was typed.
  const form = `rename-${id}`;
  const mine = enteredIn === 'rename' && entered?.['search'] === id;
  const shown = { ...visit, enteredIn: mine ? form : undefined };
  return (
    <Folded visit={shown} form={form} title={say('records.saved-search.rename', { name })}>
      <Form action="/search/rename" formKey={key} values={{ search: id }}>
        <Question
          visit={shown}
          form={form}
          name="name"
          label={say('records.saved-search.name')}
          value={name}
          maxlength={80}
          required
        />
        <Buttons>
          <Button>{say('records.save')}</Button>
        </Buttons>
      </Form>
    </Folded>
  );
}

/** The same as a list on the desk. */
export function DeskSearches({ visit: { say }, own }: { visit: Visit; own: readonly SavedSearch[] }) {
  if (own.length === 0) return null;
  return (
    <Part
      id="saved"
      title={say('records.saved-search.title')}
      count={own.length}
      right={<a href="/search#saved">{say('records.saved-search.manage')}</a>}
    >
      <ListRows plain label={say('records.saved-search.title')}>
        {own.map(({ name, query }) => (
          <ListRow title={name} href={searchAddress(query)} />
        ))}
      </ListRows>
    </Part>
  );
}
