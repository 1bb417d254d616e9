// SPDX-License-Identifier: EUPL-1.2
/** One thing under `/assets/`: its address carries a hash of its bytes, so browsers keep it for a year. */
export type Asset = {
  path: string;
  type: string;
  body: Uint8Array<ArrayBuffer>;
  compressed: Uint8Array<ArrayBuffer> | undefined;
};

/** The city as it shows itself on every page: `name` beside the product, `fullName` on citizens' pages, `logo` an address. */
export type City = { name: string; fullName: string; logo: string | undefined };

/** Everything the pages load, built once at the start; `problems` says what of the city's own look was refused and why. */
export type Assets = {
  styles: readonly string[];
  script: string;
  /** Scripts of single pages, by name: too large for every page. */
  scripts: Readonly<Record<string, string>>;
  favicon: string;
  city: City;
  problems: readonly string[];
  files: ReadonlyMap<string, Asset>;
};
