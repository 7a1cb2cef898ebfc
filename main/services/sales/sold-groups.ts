// What sales are added up by: the SQL of each group's key over orders and their lines, and what a key is called.
import type { ReadDb } from '#main/db/database.ts'
import { partyNames } from '#main/services/parties/party-names.ts'
import type { Id } from '#shared/ids.ts'
import type { SalesGroup } from '#shared/schemas/sales-figures.ts'

export type GroupKey = string | number | null

/** `isOfLine`: lines of one order may fall into several groups. */
export type GroupSql = { key: string; joins: string; isOfLine: boolean }

/** Over `sales_orders o` and, where it is of the line, `order_lines l`. */
export const groupSql: Readonly<Record<SalesGroup, GroupSql>> = {
  month: { key: 'substr(o.ordered_on, 1, 7)', joins: '', isOfLine: false },
  country: {
    key: "coalesce(nullif(fc.country, ''), o.ship_to_country)",
    joins: ' LEFT JOIN parties fc ON fc.id = o.customer_id',
    isOfLine: false,
  },
  customer: { key: 'o.customer_id', joins: '', isOfLine: false },
  channel: { key: 'o.channel', joins: '', isOfLine: false },
  category: { key: 'p.category_id', joins: ' LEFT JOIN products p ON p.id = l.product_id', isOfLine: true },
  supplier: { key: 'p.supplier_id', joins: ' LEFT JOIN products p ON p.id = l.product_id', isOfLine: true },
}

export type GroupName = { key: string; id: Id | null; name: string; nameZh: string }

/** Names for the keys found; a key of text (month, country, channel) stands for itself. */
export function groupNames(db: ReadDb, groupBy: SalesGroup, keys: readonly GroupKey[]): (key: GroupKey) => GroupName {
  const named = new Map<GroupKey, { name: string; nameZh: string }>()
  for (const [key, name, nameZh] of nameRows(db, groupBy, keys)) named.set(key, { name: name || nameZh, nameZh })
  return (key) => {
    const { name = '', nameZh = '' } = named.get(key) ?? {}
    if (typeof key === 'number') return { key: name, id: key, name, nameZh }
    return { key: key ?? '', id: null, name, nameZh }
  }
}

type NameRow = [key: GroupKey, name: string, nameZh: string]

function nameRows(db: ReadDb, groupBy: SalesGroup, keys: readonly GroupKey[]): NameRow[] {
  if (groupBy === 'month' || groupBy === 'country') return []
  if (groupBy === 'channel') {
    return db.raw('SELECT code, name, name FROM live_channels ORDER BY id DESC') as NameRow[]
  }
  const ids = keys.filter((key) => typeof key === 'number')
  if (groupBy !== 'category')
    return [...partyNames(db, ids)].map(([id, { name, nameZh }]): NameRow => [id, name, nameZh])
  const categories = 'SELECT id, name_en, name_zh FROM categories WHERE id IN (SELECT value FROM json_each(?))'
  return db.raw(categories, JSON.stringify(ids)) as NameRow[]
}
