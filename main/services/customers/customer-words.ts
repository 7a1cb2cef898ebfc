// Words that customers are sorted by, as they stand in the book: to choose from, so that nobody writes one in two ways.
import type { ReadDb } from '#main/db/database.ts'
import { partyTags } from '#main/services/parties/party-queries.ts'
import type { CustomerWords } from '#shared/schemas/customers.ts'

/** More would not be read by anyone. */
const most = 200

export function customerWords(db: ReadDb): CustomerWords {
  const words = (column: string) =>
    db
      .raw(
        `SELECT r.${column} FROM parties r WHERE r.is_customer = 1 AND r.deleted = 0 AND r.${column} <> ''
         GROUP BY r.${column} ORDER BY count(*) DESC, r.${column} LIMIT ${most}`,
      )
      .map(([word]) => String(word))
  const known = db
    .raw("SELECT code FROM live_channels WHERE archived = 0 AND code <> '' ORDER BY code")
    .map(([code]) => String(code))
  return {
    tiers: words('tier'),
    sources: words('source'),
    channels: [...new Set([...known, ...words('channel')])],
    tags: partyTags(db),
  }
}
