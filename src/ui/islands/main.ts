// SPDX-License-Identifier: EUPL-1.2
// One script for all pages: each behaviour looks for its elements and adds comfort; without it every form and link works as well.
import './error-summary.ts';
