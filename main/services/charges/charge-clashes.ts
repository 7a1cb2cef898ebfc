// What two copies made of one charge: costs of orders, and of goods, that are not those of the charge.
import type { ReadDb } from '#main/db/database.ts'
import { postLandedCharge, takeBackLanded } from '#main/services/charges/landed-charges.ts'
import { postShipmentCosts } from '#main/services/charges/post-shipment-costs.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import type { Id } from '#shared/ids.ts'
import type { ChargeSplit } from '#shared/schemas/costing.ts'

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

/**
 * What lies on goods for a charge is not what it comes to: both copies posted it, each on the goods that it knew of, or one changed
 * or deleted it after the other had.
 */
export const landedAtOdds: ClashRule = {
  id: 'charges/landed-at-odds',
  tables: ['landed_costs', 'shipment_charges'],
  find: (db) =>
    (
      db.raw(
        `SELECT json_group_array(c.id), s.number FROM landed_costs c INDEXED BY landed_costs_by_charge
         CROSS JOIN shipment_charges h ON h.id = c.charge_id CROSS JOIN shipments s ON s.id = h.shipment_id
         WHERE c.charge_id IS NOT NULL AND c.reverses_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM landed_costs r INDEXED BY landed_costs_reversals WHERE r.reverses_id = c.id)
         GROUP BY c.charge_id
         HAVING h.deleted = 1 OR sum(c.amount_minor) <> coalesce(h.actual_minor, h.estimate_minor)
           OR min(c.currency) <> coalesce(h.actual_currency, h.estimate_currency)
           OR max(c.currency) <> coalesce(h.actual_currency, h.estimate_currency)`,
      ) as [string, string][]
    ).map(([ids, number]) => clashOf(JSON.parse(ids) as Id[], { number })),
  rows: rowsOf('landed_costs'),
  suggests: (db, { ids }) => (isDeleted(db, landedRow(db, ids).chargeId) ? ['reverse'] : ['repost', 'reverse']),
  mendings: [
    {
      id: 'repost',
      mend({ tx }, { ids }) {
        const { chargeId, splitBy } = landedRow(tx, ids)
        takeBackLanded(tx, chargeId)
        postLandedCharge(tx, { chargeId, splitBy })
      },
    },
    { id: 'reverse', mend: ({ tx }, { ids }) => void takeBackLanded(tx, landedRow(tx, ids).chargeId) },
  ],
}

type Landed = { chargeId: Id; splitBy: Exclude<ChargeSplit, 'by_hand'> }

/** The one that was posted last. */
function landedRow(db: ReadDb, ids: readonly Id[]): Landed {
  const row = db.get<Landed>(
    `SELECT charge_id AS chargeId, split_by AS splitBy FROM landed_costs
     WHERE id IN (SELECT value FROM json_each(?)) ORDER BY posted_on DESC, id DESC LIMIT 1`,
    JSON.stringify(ids),
  )
  if (!row) throw new Error('a landed cost that was found and is not there')
  return row
}

function isDeleted(db: ReadDb, chargeId: Id): boolean {
  return db.get('SELECT 1 FROM shipment_charges WHERE id = ? AND deleted = 1', chargeId) !== undefined
}
