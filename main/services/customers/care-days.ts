// Birthdays of customers, and the day on which their silence gets long, on the calendar.
import type { ReadDb } from '#main/db/database.ts'
import { type CalendarSource, rowsOf, type SourceEntry, stateOf } from '#main/services/calendar/calendar-source.ts'
import { birthdays, silences } from '#main/services/customers/care-list.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import type { CareRow } from '#shared/schemas/customers.ts'

function entries(db: ReadDb, ids: readonly number[]): SourceEntry[] {
  return rowsOf<{ id: number; name: string }>(db, 'SELECT r.id, r.name FROM parties r', ids).map(({ id, name }) => ({
    id,
    title: name,
    state: stateOf(false),
    record: { kind: 'party', id },
  }))
}

function placed(rows: readonly CareRow[]) {
  return rows.flatMap(({ customerId, on }) => (customerId === null ? [] : [{ id: customerId, on }]))
}

export const customerBirthdaySource: CalendarSource = {
  kind: 'customerBirthday',
  find: (db, span) => (salesSetting(db, 'care').birthdays ? placed(birthdays(db, span)) : []),
  entries,
}

export const customerSilentSource: CalendarSource = {
  kind: 'customerSilent',
  find(db, span) {
    const { silentDays } = salesSetting(db, 'care')
    return silentDays > 0 ? placed(silences(db, span, silentDays)) : []
  },
  entries,
}
