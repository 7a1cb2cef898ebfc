// What an analysis can be narrowed to: the channels, countries, categories and places that the book has.
import type { ReadDb } from '#main/db/database.ts'
import type { Id } from '#shared/ids.ts'

export type FilterChoices = {
  channels: string[]
  countries: string[]
  categories: { id: Id; name: string; nameZh: string }[]
  warehouses: { id: Id; name: string; kind: string }[]
}

export function filterChoices(db: ReadDb): FilterChoices {
  return {
    channels: channels(db),
    countries: db
      .raw("SELECT DISTINCT country FROM live_parties WHERE is_customer = 1 AND country <> '' ORDER BY country")
      .map(([country]) => country as string),
    categories: db.all(
      `SELECT id, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh FROM live_categories
       WHERE archived = 0 ORDER BY name COLLATE NOCASE`,
    ),
    warehouses: db.all('SELECT id, name, kind FROM live_warehouses WHERE archived = 0 ORDER BY id'),
  }
}

/** From one to the next through the index, since there are few channels and many orders. */
function channels(db: ReadDb): string[] {
  const found: string[] = []
  const next = (after: string) =>
    db.get<{ channel: string }>(
      'SELECT channel FROM sales_orders INDEXED BY sales_orders_by_external_id WHERE channel > ? ORDER BY channel LIMIT 1',
      after,
    )?.channel
  for (let channel = next(''); channel !== undefined; channel = next(channel)) found.push(channel)
  return found
}
