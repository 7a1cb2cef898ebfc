// What two copies made of one charge: costs of orders that are not those of the charge, and a landed cost posted twice.
import type { ReadDb } from '#main/db/database.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { reverseLandedCost } from '#main/services/costing/landed-costs.ts'
import type { Id } from '#shared/ids.ts'

/** One copy changed the charge or the shipment while another posted it, or both posted it. */
export const chargeCosts: ClashRule = {
  id: 'charges/costs-differ',
  tables: ['shipment_charges', 'sales_costs'],
  find: (db) =>
    (
      db.raw(
        `SELECT c.id, s.number FROM sales_costs r INDEXED BY sales_costs_by_charge
         CROSS JOIN shipment_charges c ON c.id = r.charge_id CROSS JOIN shipments s ON s.id = c.shipment_id
         WHERE r.charge_id IS NOT NULL AND r.deleted = 0 GROUP BY r.charge_id
         HAVING count(*) > count(DISTINCT r.order_id) OR c.deleted = 1
           OR sum(r.amount_minor) <> coalesce(c.actual_minor, c.estimate_minor)
           OR min(r.currency) <> coalesce(c.actual_currency, c.estimate_currency)
           OR max(r.currency) <> coalesce(c.actual_currency, c.estimate_currency)
           OR min(r.is_estimate) <> (c.actual_minor IS NULL)`,
      ) as [Id, string][]
    ).map(([id, number]) => clashOf([id], { number })),
  rows: rowsOf('shipment_charges'),
  mendings: [
    {
      id: 'repost',
      mend({ tx }, { ids }) {
        for (const id of ids) postShipmentCosts(tx, shipmentsOf(tx, id))
      },
    },
  ],
}

function shipmentsOf(db: ReadDb, chargeId: Id): Id[] {
  return db.raw('SELECT shipment_id FROM shipment_charges WHERE id = ?', chargeId).map(([id]) => id as Id)
}

/** One charge on the same goods twice. */
export const landedTwins: ClashRule = {
  id: 'charges/landed-twice',
  tables: ['landed_costs'],
  find: (db) =>
    (
      db.raw(
        `SELECT json_group_array(c.id), s.number FROM landed_costs c INDEXED BY landed_costs_by_charge
         CROSS JOIN shipment_charges h ON h.id = c.charge_id CROSS JOIN shipments s ON s.id = h.shipment_id
         WHERE c.charge_id IS NOT NULL AND c.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM landed_costs r INDEXED BY landed_costs_reversals WHERE r.reverses_id = c.id)
         GROUP BY c.charge_id, c.document_id HAVING count(*) > 1`,
      ) as [string, string][]
    ).map(([ids, number]) => clashOf(JSON.parse(ids) as Id[], { number })),
  rows: rowsOf('landed_costs'),
  mendings: [
    {
      id: 'reverse',
      mend({ tx }, { others }) {
        for (const id of others) reverseLandedCost(tx, { id })
      },
    },
  ],
}
