// Days that differ from the working week: holidays, and days worked in exchange. One row a day.

import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { type GivenDay, type RefusedDayLine, readSpecialDays } from '#main/domain/book/read-special-days.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import { type Day, daysOfSpan } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PastedDays, SpecialDay, SpecialDaysInput } from '#shared/schemas/special-days.ts'

type Row = { id: Id; on: Day; isWorking: number; name: string }

const select = 'SELECT id, day_on AS "on", is_working AS isWorking, name FROM live_special_days'
const asSpecialDay = (row: Row): SpecialDay => ({ ...row, isWorking: row.isWorking === 1 })

/** All of them, by day. */
export function listSpecialDays(db: ReadDb): SpecialDay[] {
  return db.all<Row>(`${select} ORDER BY day_on, id`).map(asSpecialDay)
}

/** The names of the special days of a span, both ends included; of a day that a merge made double, the last name. */
export function namedDays(db: ReadDb, { from, to }: { from: Day; to: Day }): Map<Day, string> {
  const rows = db.raw('SELECT day_on, name FROM live_special_days WHERE day_on BETWEEN ? AND ? ORDER BY id', from, to)
  return new Map(rows as [Day, string][])
}

/** What was added, changed or there already, in days. */
export type SpecialDaysEffect = { added: number; changed: number; unchanged: number }

/** A day, or all days of a span; a day that is special already becomes what is said now. */
export function addSpecialDays(tx: WriteTx, { from, to, isWorking, name }: SpecialDaysInput): SpecialDaysEffect {
  return keepDays(
    tx,
    daysOfSpan({ from, to }).map((on) => ({ on, isWorking, name })),
  )
}

export const specialDayKeys = [plainKey('special_days', ['day_on'])]

/**
 * Makes some special days (a span, as the list shows it) those of another span: rows are moved, added or taken out as it
 * needs. `book/special-day-taken` where a day of it is another one already.
 */
export function editSpecialDays(
  tx: WriteTx,
  ids: readonly Id[],
  { from, to, isWorking, name }: SpecialDaysInput,
): void {
  for (const id of ids) refuseMissing(tx, id)
  const others = tx.all<{ id: Id; on: Day }>(`${select} WHERE day_on BETWEEN ? AND ? ORDER BY day_on`, from, to)
  const taken = others.find((other) => !ids.includes(other.id))
  if (taken) throw new AppError('book/special-day-taken', { day: taken.on, field: 'from' })
  const rows = [...ids]
  for (const on of daysOfSpan({ from, to })) {
    const id = rows.shift()
    const values = { day_on: on, is_working: isWorking ? 1 : 0, name }
    if (id === undefined) tx.insert('special_days', values)
    else tx.update('special_days', id, values)
  }
  for (const id of rows) tx.update('special_days', id, { deleted: 1 })
}

/** All of them or none. */
export function removeSpecialDays(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    refuseMissing(tx, id)
    tx.update('special_days', id, { deleted: 1 })
  }
}

function refuseMissing(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_special_days WHERE id = ?', id)) throw new AppError('book/special-day-not-found')
}

/** What pasting the text would do, line by line. Writes nothing. */
export function previewSpecialDays(db: ReadDb, text: string): PastedDays {
  const { days, refused } = readSpecialDays(text)
  const known = knownDays(db)
  const rows = days.map((day) => ({ ...day, effect: effectOf(known.get(day.on), day) }))
  return { rows, refused: refused.slice(0, shownRefusals), refusedCount: refused.length }
}

/** Takes every line that can be read; the others come back with what they lack. */
export function pasteSpecialDays(tx: WriteTx, text: string): SpecialDaysEffect & { refused: RefusedDayLine[] } {
  const { days, refused } = readSpecialDays(text)
  return { ...keepDays(tx, days), refused: refused.slice(0, shownRefusals) }
}

const shownRefusals = 200

function keepDays(tx: WriteTx, days: readonly GivenDay[]): SpecialDaysEffect {
  const known = knownDays(tx)
  const done: SpecialDaysEffect = { added: 0, changed: 0, unchanged: 0 }
  for (const day of days) {
    const before = known.get(day.on)
    const values = { day_on: day.on, is_working: day.isWorking ? 1 : 0, name: day.name }
    const effect = effectOf(before, day)
    done[effect] += 1
    if (before === undefined) tx.insert('special_days', values)
    else if (effect === 'changed') tx.update('special_days', before.id, values)
  }
  return done
}

/** By day; of a day that a merge made double, the one entered last, which is the one that holds. */
function knownDays(db: ReadDb): Map<Day, SpecialDay> {
  return new Map(db.all<Row>(`${select} ORDER BY id`).map((row) => [row.on, asSpecialDay(row)]))
}

function effectOf(before: SpecialDay | undefined, day: GivenDay): keyof SpecialDaysEffect {
  if (before === undefined) return 'added'
  return before.isWorking === day.isWorking && before.name === day.name ? 'unchanged' : 'changed'
}
