-- SPDX-License-Identifier: EUPL-1.2
-- A saved search can be given another name, by the one it belongs to (policy saved_searches_own); what it looks for stays.
grant update (name) on records.saved_searches to fachwerk_app;
