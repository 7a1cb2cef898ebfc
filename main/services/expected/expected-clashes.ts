// One file of products imported in two copies: what is on order stands there twice, for one product.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'

export const expectedTwins: ClashRule = {
  id: 'expected/same-source',
  tables: ['expected_goods'],
  find: (db) =>
    doubledRows(db, {
      table: 'expected_goods',
      index: 'expected_goods_by_source',
      columns: ['product_id', 'source'],
      isKey: "source <> ''",
      isLiving: "r.source <> '' AND r.status = 'open' AND r.deleted = 0 AND r.archived = 0",
      facts: ([, source]) => ({ source: String(source) }),
    }),
  rows: rowsOf('expected_goods'),
  mendings: [
    { id: 'keepOne', mend: updateOthers('expected_goods', { deleted: 1 }) },
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('expected_goods', { deleted: 1 }) },
  ],
}
