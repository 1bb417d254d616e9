// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { Command, Occasion } from '../../../kernel/command.ts';
import { newId } from '../../../kernel/id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import {
  actingIn,
  type CaseView,
  findCaseView,
  findPresentedDocument,
  listDocuments,
  type PresentedDocument,
} from '../../records/index.ts';
import type { OrderStarted, StepFacts } from '../events/order-started.ts';
import { isSignature } from '../rules/kinds.ts';
import { localDay } from '../rules/local-day.ts';
import { begin } from '../rules/order.ts';
import type { TypedStep } from '../rules/typed/types.ts';
import { applyStarted, ordersOfDocument } from '../store/orders.ts';
import { ownFunction } from '../store/sitting.ts';
import { mustBeClear, readTyped } from './typed-order.ts';

const input = z.strictObject({
  case: z.uuid(),
  document: z.union([z.uuid(), z.literal('')]).default(''),
  text: z.string().trim().min(1).max(12_000),
});
type Input = z.infer<typeof input>;

/** Verfügen: what was typed goes round. */
export const startOrder: Command<Input, OrderStarted> = {
  name: 'circulation.start-order',
  permission: 'circulation.order',
  input,
  async decide(occasion) {
    const { input, caller, at, tx } = occasion;
    const it = await findCaseView(tx, input.case);
    if (!it) return new Refusal('not-found', 'circulation.case-not-found');
    if (it.state === 'filed') return new Refusal('conflict', 'circulation.case-is-filed');
    const no = await actingIn(tx, caller, { file: it.file, permission: 'records.write' });
    if (no) return no;
    const typed = await readTyped(tx, caller, { text: input.text, unit: it.leadUnit, at });
    const unclear = mustBeClear(typed);
    if (unclear) return unclear;
    const document = await documentOf(occasion, typed.steps);
    if (document instanceof Refusal) return document;
    const issuer = await ownFunction(tx, caller, it.leadUnit);
    return [started(it, { typed: typed.steps, document, issuer, day: localDay(at) })];
  },
  apply: applyStarted,
};

/** The document that goes round, if one does: of this case, and in no other order. */
async function documentOf(
  { input, tx }: Occasion<Input>,
  steps: readonly TypedStep[],
): Promise<PresentedDocument | undefined | Refusal> {
  if (input.document === '') {
    const needs = steps.some(({ kind }) => isSignature(kind));
    return needs
      ? new Refusal('invalid', 'circulation.sign-needs-document', {}, { document: 'circulation.sign-needs-document' })
      : undefined;
  }
  const inCase = (await listDocuments(tx, input.case)).some(({ id }) => id === input.document);
  const found = inCase ? await findPresentedDocument(tx, input.document) : undefined;
  if (!found) return new Refusal('not-found', 'circulation.document-not-found');
  if ((await ordersOfDocument(tx, found.id)).length > 0) return new Refusal('conflict', 'circulation.runs-already');
  if (['signed', 'dispatched', 'final', 'withdrawn'].includes(found.state) && steps.some(({ kind }) => isSignature(kind)))
    return new Refusal('conflict', 'circulation.document-is-final');
  return found;
}

interface Given {
  readonly typed: readonly TypedStep[];
  readonly document: PresentedDocument | undefined;
  readonly issuer: string | null;
  readonly day: string;
}

function started(it: CaseView, { typed, document, issuer, day }: Given): OrderStarted {
  const steps = begin(
    typed,
    typed.map(() => newId()),
    document?.versions ?? null,
  );
  return {
    type: 'circulation.order-started',
    object: `order:${newId()}`,
    file: it.file,
    unit: it.leadUnit,
    facts: {
      case: it.id,
      document: document?.id ?? null,
      issuer,
      reference: it.reference ?? '',
      subject: it.subject,
      title: document?.title ?? '',
      versions: document?.versions ?? null,
      day,
      steps: steps as unknown as StepFacts[],
    },
  };
}
