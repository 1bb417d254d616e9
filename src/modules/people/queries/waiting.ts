// SPDX-License-Identifier: EUPL-1.2
import type { Tx } from '../../../kernel/database.ts';
import type { Reach } from '../rules/explain.ts';

/** A request that waits for a second person, or was declined and not yet read. */
export interface GrantView {
  readonly id: string;
  readonly kind: 'function' | 'role';
  readonly person: string | null;
  /** How the person signs in; null for a role. */
  readonly email: string | null;
  readonly unitCode: string | null;
  readonly role: string;
  readonly roleName: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly definition: {
    readonly name: string;
    readonly reach: Reach;
    readonly transferable: boolean;
    readonly permissions: readonly string[];
  } | null;
  readonly requestedBy: string;
  readonly represented: string | null;
  readonly declined: string | null;
}

/** What waits; row level security shows it to those concerned and those who decide. */
export async function grantsWaiting(tx: Tx): Promise<GrantView[]> {
  return tx.query<GrantView>(
    `select g.id, g.kind, g.person, p.email, u.code as "unitCode", g.role, coalesce(r.name, g.role) as "roleName", g.valid_from as from, g.valid_to as to,
            g.definition, g.requested_by as "requestedBy", g.represented, g.declined
       from people.grant_request g
       left join people.role r on r.code = g.role
       left join people.person p on p.id = g.person
       left join people.units_known() u on u.unit = g.unit
      order by g.declined is not null, u.code, g.id`,
  );
}

/** A start code that waits for a second person. */
export interface InvitationView {
  readonly person: string;
  readonly issuedBy: string;
}

/** Start codes that wait for release. */
export async function invitationsWaiting(tx: Tx): Promise<InvitationView[]> {
  return tx.query<InvitationView>(
    'select person, issued_by as "issuedBy" from people.invitation where not released and expires_at > kernel.at() order by person',
  );
}

/** An exclusion for bias. */
export interface ExclusionView {
  readonly id: string;
  readonly person: string;
  readonly label: string;
  readonly ground: string;
  readonly reason: string;
}

/** Exclusions one has or decides about. */
export async function exclusionsSeen(tx: Tx): Promise<ExclusionView[]> {
  return tx.query<ExclusionView>('select id, person, label, ground, reason from people.exclusion order by label, id');
}

/** An opening by break-glass that waits for its review. */
export interface OpeningView {
  readonly id: string;
  readonly person: string;
  readonly label: string;
  readonly reason: string;
  readonly openedAt: Date;
  readonly endsAt: Date;
  readonly reviewBy: string;
  readonly late: boolean;
}

/** Openings one made or reviews, most urgent first. */
export async function openingsToReview(tx: Tx): Promise<OpeningView[]> {
  return tx.query<OpeningView>(
    `select id, person, label, reason, opened_at as "openedAt", ends_at as "endsAt", review_by as "reviewBy", review_by < kernel.today() as late
       from people.opening order by review_by, id`,
  );
}

/** How much waits, by kind. */
export interface WaitingCounts {
  readonly grants: number;
  readonly invitations: number;
  readonly addresses: number;
  readonly openings: number;
}

/** How much waits for the one who asks, as counts. */
export async function waitingCounts(tx: Tx): Promise<WaitingCounts> {
  const [row] = await tx.query<WaitingCounts>(
    `select (select count(*) from people.grant_request where declined is null) as grants,
            (select count(*) from people.invitation where not released and expires_at > kernel.at()) as invitations,
            (select count(*) from people.address_change) as addresses,
            (select count(*) from people.opening) as openings`,
  );
  return row ?? { grants: 0, invitations: 0, addresses: 0, openings: 0 };
}
