// Which column of a list each column of a pasted block is: by the names in its first row, in either language, else by place.
import type { Field } from '#main/domain/import/fields/field.ts'
import { foldHeader } from '#main/domain/import/header-words.ts'
import { fieldsOf } from '#main/domain/import/kinds.ts'
import type { CellList } from '#main/services/lists/cell-list.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import english from '#shared/i18n/en/exports.json' with { type: 'json' }
import { english as englishTexts } from '#shared/i18n/english.ts'
import chinese from '#shared/i18n/zh-CN/exports.json' with { type: 'json' }
import ordersZh from '#shared/i18n/zh-CN/orders.json' with { type: 'json' }
import partiesZh from '#shared/i18n/zh-CN/parties.json' with { type: 'json' }
import productsZh from '#shared/i18n/zh-CN/products.json' with { type: 'json' }
import ratesZh from '#shared/i18n/zh-CN/rates.json' with { type: 'json' }
import type { RecordListName } from '#shared/schemas/lists.ts'

type Names = Readonly<Record<string, unknown>>

/** The names that the screens give the columns, in both languages. */
const screenNames: Readonly<Partial<Record<RecordListName, readonly Names[]>>> = {
  products: [englishTexts.products.fields, productsZh.fields],
  customers: [englishTexts.parties.fields, partiesZh.fields],
  suppliers: [englishTexts.parties.fields, partiesZh.fields],
  carriers: [englishTexts.parties.fields, partiesZh.fields],
  orders: [englishTexts.orders.fields, ordersZh.fields],
  rates: [englishTexts.rates.fields, ratesZh.fields],
}

/** Names of the screens whose key is not the column's. */
const otherKeys: Readonly<Record<string, string>> = {
  vatRate: 'vatRatePercent',
  refundRate: 'refundRatePercent',
}

/** Lists whose records files bring too: their columns are known by the same words. */
const isImported = (list: string): list is keyof typeof fieldsOf => list in fieldsOf

/** Folded name -> column, the surest names first. */
export function columnNames(list: RecordListName, spec: ListSpec): Map<string, string> {
  const names = new Map<string, string>()
  const add = (name: unknown, column: string) => {
    const folded = typeof name === 'string' ? foldHeader(name) : ''
    if (folded !== '' && Object.hasOwn(spec.columns, column) && !names.has(folded)) names.set(folded, column)
  }
  for (const text of [english, chinese]) {
    const headers: Names = (text.columns as Readonly<Record<string, Names>>)[list] ?? {}
    for (const [column, name] of Object.entries(headers)) add(name, column)
  }
  for (const fields of screenNames[list] ?? []) {
    for (const [key, name] of Object.entries(fields)) add(name, otherKeys[key] ?? key)
    // The column called by the bare word holds the name in the language of that word.
    if (list === 'products') add(fields.name, fields === productsZh.fields ? 'nameZh' : 'nameEn')
  }
  for (const column of Object.keys(spec.columns)) add(column, column)
  const fields: readonly Field[] = isImported(list) ? fieldsOf[list] : []
  for (const field of fields) for (const word of field.synonyms) add(word, field.key)
  return names
}

export type PastedBlock = {
  hasHeader: boolean
  headers: readonly string[]
  /** By place in the block; null where nothing in the list is meant. A column is meant once. */
  columns: readonly (string | null)[]
  rows: readonly (readonly string[])[]
}

type KnownColumns = { names: ReadonlyMap<string, string>; keys: CellList['keys']; shown: readonly string[] }

/** `shown` are the columns from the focused one on, which a block without a header is meant for. */
export function readBlock(rows: readonly (readonly string[])[], { names, keys, shown }: KnownColumns): PastedBlock {
  const width = Math.max(...rows.map((row) => row.length))
  const first = rows[0] ?? []
  const meant = first.map((cell) => names.get(foldHeader(cell)) ?? null)
  const hasHeader = isHeader(rows, meant, keys)
  if (hasHeader) return { hasHeader, headers: first, columns: onlyOnce(meant), rows: rows.slice(1) }
  const columns = Array.from({ length: width }, (_, index) => shown[index] ?? null)
  return { hasHeader, headers: [], columns: onlyOnce(columns), rows }
}

/**
 * A first row is a header where most of its filled cells are names of columns (one name alone must be all there is), where
 * it begins with the name of a key, or where it has a name and no figure while every row below has figures.
 */
function isHeader(
  [first = [], ...below]: readonly (readonly string[])[],
  meant: readonly (string | null)[],
  keys: CellList['keys'],
): boolean {
  const known = meant.filter((column) => column !== null).length
  if (below.length === 0 || known === 0) return false
  const [leading] = meant
  if (leading && keys.some((key) => key.includes(leading))) return true
  const hasFigure = (row: readonly string[]) => row.some((cell) => /\p{Nd}/u.test(cell))
  const filled = first.filter((cell) => cell.trim() !== '').length
  return known * 2 > filled || (!hasFigure(first) && below.every(hasFigure))
}

function onlyOnce(columns: readonly (string | null)[]): (string | null)[] {
  return columns.map((column, index) => (column !== null && columns.indexOf(column) === index ? column : null))
}

/** The key that the block has whole, the surest first; a single column without a header is to be changed, not looked up. */
export function keyOfBlock(list: CellList, block: PastedBlock): readonly string[] {
  const known = block.columns.filter((column) => column !== null)
  const hasOther = (key: readonly string[]) =>
    known.some((column) => !key.includes(column) && Object.hasOwn(list.columns, column))
  return list.keys.find((key) => key.every((column) => known.includes(column)) && hasOther(key)) ?? []
}
