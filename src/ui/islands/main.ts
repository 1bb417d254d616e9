// SPDX-License-Identifier: EUPL-1.2
// One script for all pages: each behaviour looks for its elements and adds comfort; without it every form and link works as well.
import './error-summary.ts';
import './theme.ts';
import './draft.ts';
import './menu.ts';
import './tabs.ts';
import './tree.ts';
import './combobox.ts';
import './date.ts';
import './password.ts';
import './dialog.ts';
import './toast.ts';
import './split.ts';
import './viewer.ts';
import './upload.ts';
import './palette.ts';
import './keys.ts';
