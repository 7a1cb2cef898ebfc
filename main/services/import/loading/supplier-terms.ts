// What only files of suppliers say: what they are, whether we buy there, and on what terms.
import type { Columns } from '#main/services/import/loading/apply-columns.ts'
import {
  flagOf,
  type LoadContext,
  numberOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
} from '#main/services/import/loading/loader.ts'
import { Decimal, toUnits } from '#shared/decimal.ts'
import type { Id } from '#shared/ids.ts'

/** Columns of the parties table, without the status, which is changed with a day. */
export function supplyColumns(row: TypedRow): Columns {
  return {
    supply_kind: textOf(row, 'supplyKind'),
    supply_incoterm: textOf(row, 'incoterm'),
    supply_place: textOf(row, 'incotermPlace'),
    supply_lead_time_days: numberOf(row, 'leadTime'),
    supply_capacity: textOf(row, 'capacity'),
    supply_deposit_ppm: ppmIn(row, 'deposit'),
    supply_due_from: textOf(row, 'dueFrom'),
    supply_due_days: numberOf(row, 'dueDays'),
    supply_vat_included: flagIn(row, 'vatIncluded'),
    supply_vat_ppm: ppmIn(row, 'vatPercent'),
    supply_vat_recoverable: flagIn(row, 'vatRecoverable'),
  }
}

/** A share in millionths. */
export function ppmIn(row: TypedRow, field: string): number | undefined {
  const share = textOf(row, field)
  return share === undefined ? undefined : toUnits(new Decimal(share), 6)
}

export function flagIn(row: TypedRow, field: string): number | undefined {
  const flag = flagOf(row, field)
  return flag === undefined ? undefined : Number(flag)
}

export function badTerms(row: TypedRow): Refused | null {
  for (const field of ['leadTime', 'dueDays']) {
    const days = numberOf(row, field)
    if (days !== undefined && (days < 0 || days > 3650)) return problem(field, String(days), 'days-of-lead-time')
  }
  return null
}

/** A supplier that a file calls inactive is on hold; one that it calls active is left as the book has it. */
function statusOf(row: TypedRow): string | undefined {
  return textOf(row, 'supplyStatus') ?? (flagOf(row, 'supplyActive') === false ? 'on_hold' : undefined)
}

/** A status that is new is noted with its day, as everywhere. */
export function applySupplyStatus({ tx, today }: LoadContext, id: Id, row: TypedRow): 'changed' | 'unchanged' {
  const status = statusOf(row)
  if (status === undefined) return 'unchanged'
  const before = tx.get<{ status: string }>('SELECT supply_status AS status FROM parties WHERE id = ?', id)
  if (before?.status === status) return 'unchanged'
  tx.update('parties', id, { supply_status: status })
  tx.insert('supply_status_changes', { party_id: id, status, changed_on: today, person_id: tx.personId })
  return 'changed'
}

/** Tags that a file gives are added; none is taken off. `preferred` is one. */
export function addTags({ tx }: LoadContext, id: Id, row: TypedRow): 'changed' | 'unchanged' {
  const named = (textOf(row, 'tags') ?? '').split(/[,;，；、|]/).map((tag) => tag.trim())
  const tags = [...named, ...(flagOf(row, 'preferred') ? ['preferred'] : [])].filter((tag) => tag !== '')
  if (tags.length === 0) return 'unchanged'
  const there = new Set(
    tx.raw('SELECT tag FROM live_party_tags WHERE party_id = ?', id).map(([tag]) => String(tag).toLowerCase()),
  )
  const fresh = [...new Map(tags.map((tag) => [tag.toLowerCase(), tag]))].filter(([fold]) => !there.has(fold))
  for (const [, tag] of fresh) tx.insert('party_tags', { party_id: id, tag })
  return fresh.length > 0 ? 'changed' : 'unchanged'
}
