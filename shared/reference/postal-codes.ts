// How postal codes look, by country, and what they are called where people write them: to warn, never to refuse.

/** Digits as 9, letters as A, either as *; a blank or a dash where people put one. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  AT: ['9999'],
  AU: ['9999'],
  BE: ['9999'],
  BG: ['9999'],
  BR: ['99999-999'],
  CA: ['A9A 9A9'],
  CH: ['9999'],
  CN: ['999999'],
  CZ: ['999 99'],
  DE: ['99999'],
  DK: ['9999'],
  EE: ['99999'],
  ES: ['99999'],
  FI: ['99999'],
  FR: ['99999'],
  GB: ['A9 9AA', 'A99 9AA', 'AA9 9AA', 'AA99 9AA', 'A9A 9AA', 'AA9A 9AA'],
  GR: ['999 99'],
  HR: ['99999'],
  HU: ['9999'],
  // A routing key, then four signs of any kind.
  IE: ['A99 ****', 'A9A ****'],
  IL: ['9999999', '99999'],
  IN: ['999999'],
  IT: ['99999'],
  JP: ['999-9999'],
  KR: ['99999'],
  LT: ['99999'],
  LU: ['9999'],
  LV: ['9999'],
  MX: ['99999'],
  MY: ['99999'],
  NL: ['9999 AA'],
  NO: ['9999'],
  NZ: ['9999'],
  PL: ['99-999'],
  PT: ['9999-999'],
  RO: ['999999'],
  RU: ['999999'],
  SE: ['999 99'],
  SG: ['999999'],
  SI: ['9999'],
  SK: ['999 99'],
  TH: ['99999'],
  TR: ['99999'],
  TW: ['999', '99999', '999999'],
  UA: ['99999'],
  US: ['99999', '99999-9999'],
  VN: ['999999', '99999'],
  ZA: ['9999'],
}

/** Whether the code looks as codes of the country do; true where that is not known, and for none at all. */
export function isLikelyPostalCode(code: string, country: string): boolean {
  const wanted = shapes[country]
  const given = plain(code)
  if (wanted === undefined || given === '') return true
  // The country's letters are written before the code in some places: `LV-1010`, `SE 123 45`.
  const bare = given.startsWith(country) && wanted.every((shape) => !shape.startsWith('A')) ? given.slice(2) : given
  const shape = bare.replaceAll(/\d/g, '9').replaceAll(/[A-Z]/g, 'A')
  return wanted.some((one) => fits(shape, plain(one)))
}

function fits(shape: string, wanted: string): boolean {
  return shape.length === wanted.length && [...wanted].every((sign, at) => sign === '*' || sign === shape[at])
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-–.]/g, '')
}

const postalNames = ['zip', 'pin', 'eircode', 'postcode', 'postal'] as const
export type PostalName = (typeof postalNames)[number]

const names: Readonly<Record<string, PostalName>> = {
  US: 'zip',
  PR: 'zip',
  IN: 'pin',
  IE: 'eircode',
  GB: 'postcode',
  AU: 'postcode',
  NZ: 'postcode',
}

export function postalName(country: string): PostalName {
  return names[country] ?? 'postal'
}

const regionNames = ['state', 'province', 'prefecture', 'county', 'region'] as const
export type RegionName = (typeof regionNames)[number]

const regions: Readonly<Record<RegionName, string>> = {
  state: 'US AU BR MX IN MY VE NG PR',
  province: 'CN CA IT ES AR KR TH TR ID PH VN ZA',
  prefecture: 'JP',
  county: 'GB IE TW',
  region: '',
}

/** What the part of a country is called that stands in its addresses. */
export function regionName(country: string): RegionName {
  return regionNames.find((name) => regions[name].split(' ').includes(country)) ?? 'region'
}
