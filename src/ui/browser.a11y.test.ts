// SPDX-License-Identifier: EUPL-1.2
// All that is asked of the building blocks in a real browser, in one process: one browser, one server, one bundle.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { needs, openGallery } from '../../test/gallery.ts';
import './gallery.a11y.ts';
import './without-script.a11y.ts';
import './keyboard.a11y.ts';
import './shortcuts.a11y.ts';
import './drafts.a11y.ts';
import './upload.a11y.ts';

const open = await openGallery();

test('in all of this no page broke its own security policy and no script failed', needs(open), () => {
  assert.deepEqual(open?.faults, []);
});
