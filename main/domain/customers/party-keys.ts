// What tells one party from another, written in one way: names without accents, order and legal form, numbers by their digits.
import { foldSpelledOut, foldText } from '#main/domain/search/fold-text.ts'

export type PartyTraits = {
  kind: string
  country: string
  names: readonly string[]
  taxNumbers: readonly string[]
  emails: readonly string[]
  phones: readonly string[]
  addresses: readonly { street: string; postalCode: string; city: string }[]
}

export type NameKey = {
  /** Words in order of the alphabet: `Smith, John` is `John Smith`. */
  sorted: string
  /** Letters as they follow each other. */
  compact: string
}

export type PartyKeys = {
  kind: string
  country: string
  names: readonly NameKey[]
  taxNumbers: readonly string[]
  emails: readonly string[]
  phones: readonly PhoneKey[]
  addresses: readonly string[]
}

export type PhoneKey = {
  /** The last nine digits, which are the same with and without the code of the country. */
  tail: string
  /** All digits, where the number says of which country it is; else empty. */
  whole: string
}

export function partyKeys(traits: PartyTraits): PartyKeys {
  return {
    kind: traits.kind,
    country: traits.country,
    names: unique(traits.names.flatMap(nameKeys), ({ sorted }) => sorted),
    taxNumbers: keysBy(traits.taxNumbers, taxKey),
    emails: keysBy(traits.emails, emailKey),
    phones: unique(traits.phones.map(phoneKey), ({ tail, whole }) => `${tail} ${whole}`).filter(
      ({ tail }) => tail !== '',
    ),
    addresses: keysBy(traits.addresses, addressKey),
  }
}

function keysBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): string[] {
  const keys = values.map(keyOf).filter((key) => key !== '')
  return keys.length > 1 ? [...new Set(keys)] : keys
}

function unique<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  return values.length > 1 ? [...new Map(values.map((value) => [keyOf(value), value])).values()] : [...values]
}

const legalForms = new Set(
  [
    'ltd limited co company inc incorporated corp corporation llc llp lp plc the and und et y',
    'gmbh mbh ag kg ohg ug ek eg se sa sas sarl sl slu srl spa snc bv nv vof oy oyj ab as asa aps hb',
    'kk yk pte pty sdn bhd ooo oao zao pao sro spol doo dd kft zrt sp zoo z o oo sia uab ou as eood ad',
    'ltda eireli sapi cv de rl holding group trading intl international',
  ]
    .join(' ')
    .split(' '),
)
const chineseForms = /(?:股份|集团)?(?:有限)?(?:责任)?公司$/

/** The name as it is written, and as it is spelled without a keyboard of its language. */
function nameKeys(name: string): NameKey[] {
  const spelled = foldSpelledOut(name)
  return [foldText(name), ...(spelled === null ? [] : [spelled])].map(nameKey).filter(({ sorted }) => sorted !== '')
}

function nameKey(folded: string): NameKey {
  const all = folded === '' ? [] : folded.replace(chineseForms, '').trim().split(' ')
  const telling = all.filter((word) => word !== '' && !legalForms.has(word))
  const words = telling.length > 0 ? telling : all
  return { sorted: words.length > 1 ? words.toSorted().join(' ') : (words[0] ?? ''), compact: words.join('') }
}

/** Letters and digits alone; fewer than five tell nothing. */
function taxKey(number: string): string {
  const key = number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return key.length < 5 ? '' : key
}

const dotless = new Set(['gmail.com', 'googlemail.com'])

/** Without what follows a plus, and without dots where the mail service takes no notice of them. */
function emailKey(email: string): string {
  const [local = '', domain = ''] = email.trim().toLowerCase().split('@')
  const box = local.split('+')[0] ?? ''
  if (box === '' || !domain.includes('.')) return ''
  return dotless.has(domain) ? `${box.replaceAll('.', '')}@gmail.com` : `${box}@${domain}`
}

/** Fewer than seven digits tell nothing. */
function phoneKey(phone: string): PhoneKey {
  const plain = phone.normalize('NFKC').trim().replace(/^00/, '+')
  const digits = plain.replaceAll(/\(0\)|\D/g, '')
  if (digits.length < 7) return { tail: '', whole: '' }
  return { tail: digits.slice(-9), whole: plain.startsWith('+') ? digits : '' }
}

/** Numbers that each name their country are the same only as a whole; else their ends decide. */
export function isSamePhone(one: PhoneKey, other: PhoneKey): boolean {
  return one.tail === other.tail && (one.whole === '' || other.whole === '' || one.whole === other.whole)
}

const streetWords: Readonly<Record<string, string>> = {
  str: 'strasse',
  st: 'street',
  rd: 'road',
  ave: 'avenue',
  av: 'avenue',
  blvd: 'boulevard',
  dr: 'drive',
  ln: 'lane',
}

/** The street with its house number, and the postal code or else the town. */
function addressKey({ street, postalCode, city }: PartyTraits['addresses'][number]): string {
  const words = foldText(street)
    .split(' ')
    .map((word) => streetWords[word] ?? word.replace(/(?<=.{3})str$/, 'strasse'))
  const place = foldText(postalCode).replaceAll(' ', '') || foldText(city)
  const key = words.join('')
  return key.length < 4 || place === '' ? '' : `${key} ${place}`
}
