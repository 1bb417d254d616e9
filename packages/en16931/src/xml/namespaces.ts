// SPDX-License-Identifier: EUPL-1.2

/** Namespaces of the two syntaxes and the prefixes by which this package calls them. */
export const prefixByNamespace: Readonly<Record<string, string>> = {
  'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2': 'ubl',
  'urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2': 'cn',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2': 'cac',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2': 'cbc',
  'urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2': 'ext',
  'urn:oasis:names:specification:ubl:schema:xsd:QualifiedDataTypes-2': 'qdt2',
  'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100': 'rsm',
  'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100': 'ram',
  'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100': 'udt',
  'urn:un:unece:uncefact:data:standard:QualifiedDataType:100': 'qdt',
};

/** Namespace of a prefix of this package: what the writers declare. */
export function namespaceOf(prefix: string): string {
  for (const [uri, known] of Object.entries(prefixByNamespace)) if (known === prefix) return uri;
  throw new RangeError(`no namespace is known for the prefix ${prefix}`);
}
