// What two copies said of one setting of planning, or of the demand of one month.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, updateOthers } from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'

export const planningSettingTwins: ClashRule = {
  id: 'planning/same-key',
  tables: ['planning_settings'],
  find: (db) =>
    doubledRows(db, {
      table: 'planning_settings',
      index: 'planning_settings_by_key',
      columns: ['key'],
      isLiving: 'r.deleted = 0',
      facts: ([key]) => ({ key: String(key) }),
    }),
  rows: rowsOf('planning_settings'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('planning_settings', { deleted: 1 }) },
    { id: 'keepOne', mend: updateOthers('planning_settings', { deleted: 1 }) },
  ],
}

export const demandTwins: ClashRule = {
  id: 'demand/same-month',
  tables: ['demand_overrides'],
  find: (db) =>
    doubledRows(db, {
      table: 'demand_overrides',
      index: 'demand_overrides_by_product',
      columns: ['product_id', 'month_on'],
      isLiving: 'r.deleted = 0',
      facts: ([, month]) => ({ month: String(month).slice(0, 7) }),
    }),
  rows: rowsOf('demand_overrides'),
  mendings: [
    { id: 'keepNewest', keeps: 'newest', mend: updateOthers('demand_overrides', { deleted: 1 }) },
    { id: 'keepOne', mend: updateOthers('demand_overrides', { deleted: 1 }) },
  ],
}
