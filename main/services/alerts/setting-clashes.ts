// How two copies want one rule of alerts.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, updateOthers } from '#main/services/clashes/clash-rule.ts'
import type { Id } from '#shared/ids.ts'

export const alertSettingTwins: ClashRule = {
  id: 'settings/same-rule',
  tables: ['alert_settings'],
  find(db) {
    const rows = db.all<{ id: Id; rule: string }>('SELECT id, rule FROM live_alert_settings')
    return [...Map.groupBy(rows, ({ rule }) => rule)].flatMap(([rule, group]) =>
      group.length > 1
        ? [
            clashOf(
              group.map(({ id }) => id),
              { rule },
            ),
          ]
        : [],
    )
  },
  rows: rowsOf('alert_settings'),
  mendings: [
    {
      id: 'keepNewest',
      keeps: 'newest',
      mend: updateOthers('alert_settings', { deleted: 1 }),
    },
    {
      id: 'keepOne',
      mend: updateOthers('alert_settings', { deleted: 1 }),
    },
  ],
}
