-- SPDX-License-Identifier: EUPL-1.2
-- The job queue (graphile-worker) belongs to the role that also moves the journal: the application itself may only put jobs in,
-- through one function that runs in the transaction of the act.
do $$
begin
  execute format('grant create on database %I to fachwerk_sequencer', current_database());
end $$;
