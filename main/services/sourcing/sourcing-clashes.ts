// Offers, requests and settings of buying that two copies made twice.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, eachOther, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { nextRequestNumber } from '#main/services/sourcing/request-numbers.ts'
import type { Day } from '#shared/dates.ts'

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
