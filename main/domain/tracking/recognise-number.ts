// Whose number it could be: by its form, and by its check digit where it has one. Nothing is refused; what fails is told.
import type { Candidate, CheckDigit, Recognised } from '#shared/schemas/tracking.ts'
import { type CheckRule, checkCharacter } from './check-digits.ts'

/** The table of couriers that comes with the program (resources/tracking/couriers.json). */
export type CourierTable = {
  /** A page that knows the numbers of most posts, for those that have none of their own. */
  anyPage: string
  /** Who tells events, too, and gives no numbers: pages that gather, and the ways in which one carrier names its codes. */
  sources: readonly CourierName[]
  couriers: readonly Courier[]
  /** Posts by the country in which a number of the UPU ends. */
  posts: Readonly<Record<string, Post>>
}
/** `pattern` is of the whole number without spaces; its two groups are what the check digit is of, and the digit. */
export type NumberKind = { service: string; pattern: string; check?: CheckRule }
export type CourierName = { code: string; name: string; nameZh: string }
export type Courier = { code: string; name: string; nameZh: string; page: string; numbers: readonly NumberKind[] }
export type Post = { code: string; name: string; nameZh?: string; page?: string }

export type Recogniser = (number: string) => Recognised

type Ready = { courier: Courier; service: string; pattern: RegExp; check: CheckRule | null; at: number }

const routing = /^420(?:\d{9}(?=9[1-5]\d{20}$)|\d{5}(?=(?:9[1-5]\d{20}|9[1-5]\d{24}|\d{20})$))/
const s10Form = /^([A-Z]{2})(\d{8})(\d)([A-Z]{2})$/

/** A number as it is compared: without spaces, dashes and signs of the kind, those that pages hide among them, in capitals. */
export function compactNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\-‐‑‒–—.·_/]/gu, '')
    .toUpperCase()
}

/** The same without the destination's postal code that labels of USPS put before it. */
export function bareNumber(compact: string): string {
  return compact.replace(routing, '')
}

/** Compiles the table once. */
export function recogniser(table: CourierTable): Recogniser {
  const kinds = table.couriers.flatMap((courier) =>
    courier.numbers.map(({ service, pattern, check }, at) => ({
      ...{ courier, service, at, check: check ?? null },
      pattern: new RegExp(`^${pattern}$`),
    })),
  )
  return (text) => {
    const compact = compactNumber(text)
    const found = kinds.flatMap((kind) => candidateOf(kind, compact))
    return { number: bareNumber(compact), candidates: bestOfEach([...postal(table, compact), ...found]) }
  }
}

function candidateOf({ courier, service, pattern, check }: Ready, compact: string): Candidate[] {
  const match = pattern.exec(compact)
  if (!match) return []
  const { code, name, nameZh, page } = courier
  const url = page === '' ? null : pageOf(page, bareNumber(compact))
  return [{ carrier: code, name, nameZh, service, checkDigit: digitOf(match, check), country: '', url }]
}

function digitOf(match: RegExpExecArray, check: CheckRule | null): CheckDigit {
  if (check === null) return 'none'
  return checkCharacter(match[1] ?? '', check) === match[2] ? 'ok' : 'fails'
}

/** A number of the UPU: its post, and "some post" for whoever looks for the kind of number alone. */
function postal(table: CourierTable, compact: string): Candidate[] {
  const match = s10Form.exec(compact)
  const [, , serial = '', digit = '', country = ''] = match ?? []
  const post = table.posts[country]
  if (match === null || post === undefined) return []
  const checkDigit: CheckDigit = checkCharacter(serial, { kind: 's10' }) === digit ? 'ok' : 'fails'
  const shared = { service: 'S10', checkDigit, country, url: pageOf(post.page ?? table.anyPage, compact) }
  return [
    { carrier: post.code, name: post.name, nameZh: post.nameZh ?? post.name, ...shared },
    { carrier: 's10', name: 'UPU S10', nameZh: '万国邮联 S10', ...shared },
  ]
}

function pageOf(page: string, number: string): string {
  return page.replaceAll('{number}', encodeURIComponent(number))
}

const order: readonly CheckDigit[] = ['ok', 'none', 'fails']

/** One candidate of each courier, those first whose check digit is right; the others in the order of the table. */
function bestOfEach(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => order.indexOf(a.checkDigit) - order.indexOf(b.checkDigit))
  return sorted.filter(({ carrier }, at) => sorted.findIndex((other) => other.carrier === carrier) === at)
}
