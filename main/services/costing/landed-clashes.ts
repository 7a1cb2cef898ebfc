// A landed cost that both copies took back: its goods would cost less than nothing was ever posted on them.
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { takeReversalBack } from '#main/services/costing/landed-costs.ts'
import type { Id } from '#shared/ids.ts'

export const landedReversals: ClashRule = {
  id: 'costing/landed-reversed-twice',
  tables: ['landed_costs'],
  find: (db) =>
    (
      db.raw(
        `SELECT json_group_array(r.id), d.number FROM landed_costs r INDEXED BY landed_costs_reversals
         CROSS JOIN landed_costs c ON c.id = r.reverses_id CROSS JOIN stock_documents d ON d.id = c.document_id
         WHERE r.reverses_id IS NOT NULL AND c.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM landed_costs u INDEXED BY landed_costs_reversals WHERE u.reverses_id = r.id)
         GROUP BY r.reverses_id HAVING count(*) > 1`,
      ) as [string, string][]
    ).map(([ids, number]) => clashOf(JSON.parse(ids) as Id[], { number })),
  rows: rowsOf('landed_costs'),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const id of others) takeReversalBack(tx, id)
      },
    },
  ],
}
