// SPDX-License-Identifier: EUPL-1.2

/** Preservation of evidence, in English. */
export const enEvidence = {
  'records.act.evidence-gathered': 'Preservation of evidence begun',
  'records.act.evidence-stamped': 'Time stamp received',
  'records.act.evidence-renewed': 'Evidence renewed',
  'records.evidence.title': 'Preservation of evidence',
  'records.evidence.meta': 'Time stamps over all that is filed away',
  'records.evidence.lead':
    'Every night the digests of all documents that were filed away come under a time stamp by an authority outside. So it can be shown after decades since when they are unchanged.',
  'records.evidence.state.off': 'No time-stamping authority is set up yet.',
  'records.evidence.state.off-why':
    'Operations enter an authority as TSA_URL and put its certificates into the folder TSA_TRUST. Until then digests are gathered; nothing is lost.',
  'records.evidence.state.empty': 'Ready.',
  'records.evidence.state.empty-why': 'No case is filed away yet. The first night after one begins it.',
  'records.evidence.state.waiting': 'Time stamps are still missing.',
  'records.evidence.state.waiting-why': 'They are asked for every ten minutes. There is nothing to do.',
  'records.evidence.state.late': 'Time stamps have been missing for more than two nights.',
  'records.evidence.state.late-why':
    'Please check whether the authority can be reached and its certificates are in the trusted list.',
  'records.evidence.state.secured': 'Everything is secured.',
  'records.evidence.state.secured-why': 'A time stamp stands over every document that is filed away.',
  'records.evidence.numbers': 'Figures',
  'records.evidence.documents': 'Documents secured',
  'records.evidence.batches': 'Batches',
  'records.evidence.renewals': 'Renewals',
  'records.evidence.waiting': 'Waiting for a time stamp',
  'records.evidence.waiting-value': '{n} documents, the oldest of {date}',
  'records.evidence.waiting-value.one': 'One document of {date}',
  'records.evidence.fault': 'Last attempt',
  'records.evidence.last': 'Last time stamp',
  'records.evidence.authority': 'Time-stamping authority',
  'records.evidence.renewed-by': 'Next renewal at the latest',
  'records.evidence.nothing': 'There is nothing to secure.',
  'records.evidence.other-stamp': 'The time stamp does not belong to what waits.',
  'records.evidence.how': 'How this is checked',
  'records.evidence.how-text':
    'The proof package of a file holds the evidence record (RFC 4998) of each secured document. The checking program in the package and every other that knows the standard can check it.',
} as const;
