// SPDX-License-Identifier: EUPL-1.2
export { blockedBy, type Gate, type GatePlace, type GateWanted, mayOverride } from './gate.ts';
export { askGates, gatesOn, liftGate, lockGate, overrideGate, raiseGate } from './store.ts';
export { gateTexts } from './texts.ts';
