// Countries: ISO 3166 codes, and the names under which files and people write them. Names in a language come from Intl;
// only what Intl does not know stands here.

const codes =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM ' +
  'CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY ' +
  'HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF ' +
  'MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE ' +
  'RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ ' +
  'VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'

export const countryCodes: readonly string[] = codes.split(' ')

/** Spellings met in real files. Keys are compared without case, accents, dots and "the". */
const aliases: Readonly<Record<string, string>> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  britain: 'GB',
  'u k': 'GB',
  usa: 'US',
  'u s a': 'US',
  'u s': 'US',
  us: 'US',
  america: 'US',
  'united states of america': 'US',
  eire: 'IE',
  'republic of ireland': 'IE',
  rsa: 'ZA',
  'republic of south africa': 'ZA',
  swaziland: 'SZ',
  holland: 'NL',
  'czech republic': 'CZ',
  turkey: 'TR',
  turkiye: 'TR',
  burma: 'MM',
  'ivory coast': 'CI',
  'cote divoire': 'CI',
  'cape verde': 'CV',
  macedonia: 'MK',
  'east timor': 'TL',
  'congo drc': 'CD',
  'congo kinshasa': 'CD',
  drc: 'CD',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'dr congo': 'CD',
  zaire: 'CD',
  'congo brazzaville': 'CG',
  'republic of the congo': 'CG',
  congo: 'CG',
  russia: 'RU',
  'russian federation': 'RU',
  korea: 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  'korea republic of': 'KR',
  'north korea': 'KP',
  'viet nam': 'VN',
  'lao pdr': 'LA',
  'hong kong': 'HK',
  'hong kong sar china': 'HK',
  macau: 'MO',
  macao: 'MO',
  'macao sar china': 'MO',
  'taiwan province of china': 'TW',
  prc: 'CN',
  'p r china': 'CN',
  'pr china': 'CN',
  'peoples republic of china': 'CN',
  'mainland china': 'CN',
  uae: 'AE',
  emirates: 'AE',
  'tanzania united republic of': 'TZ',
  'iran islamic republic of': 'IR',
  'syrian arab republic': 'SY',
  'moldova republic of': 'MD',
  'brunei darussalam': 'BN',
  'bolivia plurinational state of': 'BO',
  'venezuela bolivarian republic of': 'VE',
  palestine: 'PS',
  vatican: 'VA',
  'holy see': 'VA',
  'channel islands': 'JE',
  deutschland: 'DE',
  espana: 'ES',
  italia: 'IT',
  osterreich: 'AT',
  schweiz: 'CH',
  suisse: 'CH',
  belgique: 'BE',
  belgie: 'BE',
  nederland: 'NL',
  danmark: 'DK',
  sverige: 'SE',
  norge: 'NO',
  suomi: 'FI',
  polska: 'PL',
  brasil: 'BR',
  'el salvador': 'SV',
  中国大陆: 'CN',
  香港: 'HK',
  澳门: 'MO',
  台湾: 'TW',
  阿联酋: 'AE',
  南韩: 'KR',
  英格兰: 'GB',
}

let names: Map<string, string> | null = null

/** The country's code for a code or a name in English or Chinese; null for what is no country. */
export function findCountry(text: string): string | null {
  const upper = text.trim().toUpperCase()
  if (upper.length === 2 && countryCodes.includes(upper)) return upper
  names ??= allNames()
  return names.get(plain(text)) ?? null
}

/** The country's name in a language (`en`, `zh-CN`). */
export function countryName(code: string, language: string): string {
  return displayNames(language).of(code) ?? code
}

const displays = new Map<string, Intl.DisplayNames>()

function displayNames(language: string): Intl.DisplayNames {
  const known = displays.get(language) ?? new Intl.DisplayNames([language], { type: 'region' })
  displays.set(language, known)
  return known
}

function allNames(): Map<string, string> {
  const found = new Map<string, string>()
  for (const code of countryCodes) {
    for (const language of ['en', 'zh-CN']) found.set(plain(countryName(code, language)), code)
  }
  for (const [alias, code] of Object.entries(aliases)) found.set(plain(alias), code)
  return found
}

function plain(text: string): string {
  const letters = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const spaced = letters
    .replaceAll(/[’']/g, '')
    .replaceAll(/&/g, ' and ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
  return spaced.trim().replace(/^the /, '').replace(/ the$/, '')
}
