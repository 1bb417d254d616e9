// SPDX-License-Identifier: EUPL-1.2
import type { City } from './assets-types.ts';

/** The sign of the house: a frame, a brace, one lit window. */
export function Glyph() {
  return (
    <svg class="glyph" viewBox="0 0 28 28" aria-hidden="true">
      <path class="bay" d="M15 4h9v9h-9z" />
      <path class="timber" d="M3 3h22v22H3zM3 14h22M14 3v22M4 24l10-10 10 10" />
    </svg>
  );
}

/** Name of the product and the city, leads home; a city's own logo takes the place of the glyph. */
export function Brand({ city, home, citizen }: { city: City; home: string; citizen?: boolean | undefined }) {
  return (
    <a class="brand" href={home}>
      {city.logo ? <img class="brand-logo" src={city.logo} alt="" height="32" /> : <Glyph />}
      {citizen ? <span>{city.fullName}</span> : <span>Fachwerk</span>}
      {citizen ? null : <small>{city.name}</small>}
    </a>
  );
}
