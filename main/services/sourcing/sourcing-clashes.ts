// Offers, requests and settings of buying that two copies made twice.

import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, eachOther, type Mender, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { nextRequestNumber } from '#main/services/sourcing/request-numbers.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** One supplier's offer for one product from one day on, there twice. */
export const offerTwins: ClashRule = {
  id: 'offers/same-day',
  tables: ['offers'],
  find: (db) =>
    doubledRows(db, {
      table: 'offers',
      index: 'offers_by_supplier',
      columns: ['supplier_id', 'product_id', 'valid_from'],
      isLiving: 'r.deleted = 0 AND r.archived = 0',
      facts: ([, , on]) => ({ day: String(on) }),
    }),
  rows: rowsOf('offers'),
  mendings: [
    {
      id: 'keepNewest',
      keeps: 'newest',
      mend: eachOther((mender, { other }) => deleteRecord(mender, { kind: 'offer', id: other })),
    },
    { id: 'keepOne', mend: eachOther((mender, { other }) => deleteRecord(mender, { kind: 'offer', id: other })) },
  ],
}

export const requestNumberTwins: ClashRule = {
  id: 'requests/same-number',
  tables: ['quote_requests'],
  find: (db) =>
    doubledRows(db, {
      table: 'quote_requests',
      index: 'quote_requests_by_number',
      columns: ['number'],
      isLiving: 'r.deleted = 0',
      facts: ([number]) => ({ number: String(number) }),
    }),
  rows: rowsOf('quote_requests'),
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const sql = 'SELECT requested_on AS "on" FROM quote_requests WHERE id = ?'
          const request = tx.get<{ on: Day }>(sql, id)
          if (request) update('quote_requests', id, { number: nextRequestNumber(tx, request.on) })
        }
      },
    },
  ],
}

const answerRanks = ['asked', 'declined', 'answered', 'chosen']

/** Both copies asked one supplier for one request: what was answered counts, the newer where both were. */
export const answerTwins: ClashRule = {
  id: 'requests/same-supplier',
  tables: ['quote_answers'],
  find: (db) =>
    doubledRows(db, {
      table: 'quote_answers',
      index: 'quote_answers_by_request',
      columns: ['request_id', 'supplier_id'],
      isLiving: 'r.deleted = 0',
      facts: ([requestId, supplierId]) => namesOf(db, Number(requestId) as Id, Number(supplierId) as Id),
    }),
  rows: rowsOf('quote_answers'),
  prefers: (db, ids) => [...ids].sort((one, other) => furtherFirst(db, one, other)).slice(0, 1),
  mendings: [{ id: 'keepOne', mend: eachOther(dropAnswer) }],
}

function namesOf(db: ReadDb, requestId: Id, supplierId: Id) {
  const request = db.get<{ number: string }>('SELECT number FROM quote_requests WHERE id = ?', requestId)
  const supplier = db.get<{ name: string }>('SELECT name FROM parties WHERE id = ?', supplierId)
  return { number: request?.number ?? '', name: supplier?.name ?? '' }
}

function furtherFirst(db: ReadDb, one: Id, other: Id): number {
  const sql = 'SELECT state, coalesce(answered_at, sent_at, 0) AS at FROM quote_answers WHERE id = ?'
  const [left, right] = [one, other].map((id) => db.get<{ state: string; at: number }>(sql, id))
  const rank = (row: typeof left) => answerRanks.indexOf(row?.state ?? '')
  return rank(right) - rank(left) || (right?.at ?? 0) - (left?.at ?? 0) || one - other
}

/** Orders and offers that came of the other answer are of the kept one then. */
function dropAnswer({ tx, update, touch }: Mender, { keep, other }: { keep: Id; other: Id }): void {
  for (const table of ['purchase_orders', 'offers']) {
    const ids = tx.raw(`SELECT id FROM live_${table} WHERE answer_id = ?`, other).map(([id]) => id as Id)
    for (const id of ids) update(table, id, { answer_id: keep })
    touch(table, ids)
  }
  const lines = tx.raw('SELECT id FROM live_quote_answer_lines WHERE answer_id = ?', other)
  for (const [line] of lines) update('quote_answer_lines', line as Id, { deleted: 1 })
  update('quote_answers', other, { deleted: 1 })
}

export const supplySettingTwins: ClashRule = {
  id: 'suppliers/same-setting',
  tables: ['supply_settings'],
  find: (db) =>
    doubledRows(db, {
      table: 'supply_settings',
      index: 'supply_settings_by_key',
      columns: ['key'],
      isLiving: 'r.deleted = 0',
      facts: ([key]) => ({ key: String(key) }),
    }),
  rows: rowsOf('supply_settings'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('supply_settings', { deleted: 1 }) },
    { id: 'keepOne', mend: updateOthers('supply_settings', { deleted: 1 }) },
  ],
}
