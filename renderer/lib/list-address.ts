// A list's state in the address, readable and short: `?q=oak&f=status.in.active~phasing_out&s=-price&id=12`. What is not
// understood (an old bookmark, a typing error) is left out, never an error.
import { type Filter, filterSchema, type ListQuery, type Sort } from '#shared/schemas/paging.ts'

/** As it stands in the address. */
export type ListAddress = {
  /** Search text. */
  q?: string
  /** Filters. */
  f?: string
  /** Sort; a minus in front means descending. */
  s?: string
  archived?: true
  /** The saved view that this began with; 0 is the list as it is, where it would open with a view. */
  v?: number
  /** The record open beside the list. */
  id?: number
}

/** As the list works with it. */
export type ListState = {
  search: string
  filters: Filter[]
  sort: Sort[]
  archived: boolean
  openId: number | null
  /** As in the address; null where no view was chosen. */
  view?: number | null
}

const between = '.'
const betweenValues = '~'
const betweenFilters = '_'

/** Takes from an address what belongs to a list. */
export function readAddress(raw: Record<string, unknown>): ListAddress {
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  const id = Number(raw.id)
  const view = text(raw.v) === '' ? Number.NaN : Number(raw.v)
  return {
    ...(text(raw.q) && { q: text(raw.q) }),
    ...(text(raw.f) && { f: text(raw.f) }),
    ...(text(raw.s) && { s: text(raw.s) }),
    ...((raw.archived === true || raw.archived === 'true') && { archived: true as const }),
    ...(Number.isSafeInteger(view) && view >= 0 && { v: view }),
    ...(Number.isSafeInteger(id) && id > 0 && { id }),
  }
}

export function stateFromAddress(address: ListAddress): ListState {
  return {
    search: address.q ?? '',
    filters: filtersFromText(address.f ?? ''),
    sort: sortFromText(address.s ?? ''),
    archived: address.archived ?? false,
    openId: address.id ?? null,
    view: address.v ?? null,
  }
}

export function addressFromState(state: ListState): ListAddress {
  return readAddress({
    q: state.search,
    f: filtersToText(state.filters),
    s: sortToText(state.sort),
    archived: state.archived,
    v: state.view,
    id: state.openId,
  })
}

/** What the list asks the book for, without the window of rows. */
export function queryFromState(state: ListState, keptSort: readonly Sort[] = []): ListQuery {
  const { search, filters, archived } = state
  return { search, filters, archived, sort: state.sort.length > 0 ? state.sort : [...keptSort] }
}

export function filtersToText(filters: readonly Filter[]): string {
  return filters
    .map(({ column, op, values }) =>
      [column, op, values.map((value) => escaped(String(value))).join(betweenValues)].join(between),
    )
    .join(betweenFilters)
}

export function filtersFromText(text: string): Filter[] {
  return text.split(betweenFilters).flatMap((part) => {
    const [column = '', op, ...rest] = part.split(between)
    const written = rest.join(between)
    const values = written === '' ? [] : written.split(betweenValues).map(unescaped)
    const parsed = filterSchema.safeParse({ column, op, values })
    return parsed.success && column !== '' ? [parsed.data] : []
  })
}

export function sortToText(sort: readonly Sort[]): string {
  return sort.map(({ column, direction }) => (direction === 'desc' ? `-${column}` : column)).join(betweenValues)
}

export function sortFromText(text: string): Sort[] {
  return text
    .split(betweenValues)
    .filter((part) => /^-?\w+$/.test(part))
    .map(
      (part): Sort =>
        part.startsWith('-') ? { column: part.slice(1), direction: 'desc' } : { column: part, direction: 'asc' },
    )
    .slice(0, 4)
}

/** The three signs that the form above needs, and the one that escapes them. */
function escaped(value: string): string {
  return value.replaceAll(/[._~!]/g, (sign) => `!${sign.charCodeAt(0).toString(16)}`)
}

function unescaped(value: string): string {
  return value.replaceAll(/!([0-9a-f]{2})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
