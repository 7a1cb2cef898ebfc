// Shipments that need someone, as their own rows say: late, held, not taken, kept for a few days more, to be decided, not sent
// on their day, arrived and not received. What compares them with others is in lane-alerts.ts.
import { type AlertRule, rowsBy } from '#main/services/alerts/alert-rule.ts'
import { arrivedUnreceived, backUnreceived, cameBack } from '#main/services/lanes/arrived-unreceived.ts'
import { tellsOfMoving } from '#main/services/tracking/heard-before.ts'
import { addDays } from '#shared/dates.ts'

type Shape = { cause: string; dayOn: string; severity: string; facts?: string }

/** Under `r`, whichever index leads there. */
function shipmentAlert({ cause, dayOn, severity, facts = '' }: Shape): string {
  return `SELECT 'shipment' AS record_kind, r.id AS record_id, '' AS detail, ${cause} AS cause, ${dayOn} AS day_on,
    ${severity} AS severity, json_object('carrier', (SELECT p.name FROM parties p WHERE p.id = r.carrier_id),
      'carrierZh', (SELECT p.name_zh FROM parties p WHERE p.id = r.carrier_id), 'state', r.state${facts}) AS facts
    FROM shipments r`
}

/** What the index of those under way says, word for word; of the past, and of sources without deliveries, nobody waits for news. */
const isWaitedFor =
  'r.is_open = 1 AND r.deleted = 0 AND r.archived = 0 AND r.is_history = 0 AND r.has_delivery_days = 1'

/** Not there, and the planned day is over. */
export const lateShipments: AlertRule = {
  id: 'shipments/late',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'chaseCarrier', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('shipments_board_open', question)
    return {
      sql: `${shipmentAlert({ cause: 'r.planned_on', dayOn: 'r.planned_on', severity: '0' })} ${by}
        WHERE ${isWaitedFor} AND r.planned_on < ?${own}`,
      params: [question.today, ...ownParams],
    }
  },
}

/** Held in import, by what was heard last or by a customs entry. */
export const heldShipments: AlertRule = {
  id: 'shipments/held',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'seeCustoms', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('shipments_board_open', question)
    const heldOn = `coalesce(iif(r.state = 'import_hold', r.state_on, NULL), (SELECT max(c.status_on) FROM customs_entries c
      WHERE c.shipment_id = r.id AND c.deleted = 0 AND c.status = 'held'))`
    return {
      sql: `${shipmentAlert({ cause: `coalesce(${heldOn}, '')`, dayOn: 'NULL', severity: '0', facts: `, 'day', ${heldOn}` })} ${by}
        WHERE ${isWaitedFor} AND (r.state = 'import_hold' OR EXISTS (SELECT 1 FROM customs_entries c
          INDEXED BY customs_entries_by_shipment WHERE c.shipment_id = r.id AND c.deleted = 0 AND c.status = 'held'))${own}`,
      params: ownParams,
    }
  },
}

export const failedAttempts: AlertRule = {
  id: 'shipments/attempt-failed',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'redeliver', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('shipments_board_open', question)
    return {
      sql: `${shipmentAlert({ cause: 'r.state_on', dayOn: 'NULL', severity: '1', facts: ", 'day', r.state_on" })} ${by}
        WHERE ${isWaitedFor} AND r.state = 'attempt_failed'${own}`,
      params: ownParams,
    }
  },
}

/** Waits to be fetched, and is kept for so many days more at most: as said of it, else as its service keeps what nobody fetches. */
export const endingStorage: AlertRule = {
  id: 'shipments/storage-ending',
  screen: 'shipments',
  records: ['shipment'],
  defaultDays: () => 3,
  step: { action: 'fetch', place: 'page' },
  find: (_db, question) => {
    const { today, days } = question
    const { by, own, ownParams } = rowsBy('shipments_kept', question)
    const until = `coalesce(r.kept_until, (SELECT date(r.state_on, '+' || s.storage_days || ' days') FROM carrier_services s
      WHERE s.id = r.service_id))`
    return {
      sql: `SELECT record_kind, record_id, detail, day_on AS cause, day_on, iif(day_on <= ?, 0, 1) AS severity, facts FROM (
          ${shipmentAlert({ cause: "''", dayOn: until, severity: '1' })} ${by}
          WHERE ${isWaitedFor} AND r.state = 'at_pickup_point'${own})
        WHERE day_on <= ?`,
      params: [addDays(today, 1), ...ownParams, addDays(today, days)],
    }
  },
}

/** Nobody took it: what becomes of it has to be said by a day. While it can be fetched, its storage is what runs out. */
export const undecidedShipments: AlertRule = {
  id: 'shipments/undecided',
  screen: 'shipments',
  records: ['shipment'],
  defaultDays: () => 5,
  step: { action: 'decideShipment', place: 'page' },
  find: (_db, question) => {
    const { today, days } = question
    const { by, own, ownParams } = rowsBy('shipments_to_decide', question)
    return {
      sql: `${shipmentAlert({ cause: 'r.decide_by', dayOn: 'r.decide_by', severity: 'iif(r.decide_by <= ?, 0, 1)' })} ${by}
        WHERE r.decide_by IS NOT NULL AND r.decision = '' AND r.decide_by <= ? AND r.deleted = 0 AND r.archived = 0
          AND r.status = 'sent' AND r.state <> 'at_pickup_point'${own}`,
      params: [today, addDays(today, days), ...ownParams],
    }
  },
}

/** Its first leg should have departed, and it was not sent. */
export const unsentShipments: AlertRule = {
  id: 'shipments/not-sent',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'send', place: 'page' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('shipments_board_before', question)
    const departure = `(SELECT min(l.planned_departure_on) FROM shipment_legs l INDEXED BY shipment_legs_by_shipment
      WHERE l.shipment_id = r.id AND l.deleted = 0)`
    return {
      sql: `SELECT record_kind, record_id, detail, day_on AS cause, day_on, severity, facts FROM (
          ${shipmentAlert({ cause: "''", dayOn: departure, severity: '0' })} ${by}
          WHERE r.status IN ('draft', 'packed') AND r.deleted = 0 AND r.archived = 0${own})
        WHERE day_on < ?`,
      params: [...ownParams, question.today],
    }
  },
}

/** Somebody else has it on its way already, as its news say: it was forgotten here, and its goods still stand in stock. */
export const heardUnsent: AlertRule = {
  id: 'shipments/heard-unsent',
  screen: 'shipments',
  records: ['shipment'],
  step: { action: 'sendHeard', place: 'sending' },
  find: (_db, question) => {
    const { by, own, ownParams } = rowsBy('shipments_board_before', question)
    const heard = (what: string) => `(SELECT ${what} FROM shipment_events e INDEXED BY shipment_events_by_shipment
      WHERE e.shipment_id = r.id AND ${tellsOfMoving} ORDER BY e.happened_at DESC, e.id DESC LIMIT 1)`
    const facts = `, 'heard', ${heard('e.state')}, 'day', ${heard('substr(e.local_time, 1, 10)')}`
    return {
      sql: `SELECT record_kind, record_id, detail, facts ->> 'heard' AS cause, day_on, severity, facts FROM (
          ${shipmentAlert({ cause: "''", dayOn: 'NULL', severity: '0', facts })} ${by}
          WHERE r.status IN ('draft', 'packed') AND r.deleted = 0 AND r.archived = 0 AND r.is_history = 0
            AND r.heard_at IS NOT NULL${own})
        WHERE facts ->> 'heard' IS NOT NULL`,
      params: ownParams,
    }
  },
}

/** Arrived so many days ago, by what was heard, and something of it has not been taken in. */
export const unreceivedShipments: AlertRule = {
  id: 'shipments/not-received',
  screen: 'shipments',
  records: ['shipment'],
  defaultDays: () => 1,
  step: { action: 'receive', place: 'page' },
  find: (_db, question) => {
    const { today, days } = question
    const { by, own, ownParams } = rowsBy('shipments_arrived', question)
    const back = rowsBy('shipments_came_back', question)
    const span = [addDays(today, -lookBack), addDays(today, -days)]
    return {
      sql: `${shipmentAlert({ cause: 'r.delivered_on', dayOn: 'NULL', severity: '1', facts: ", 'day', r.delivered_on" })} ${by}
        WHERE r.kind IN ('purchase', 'transfer') AND r.delivered_on IS NOT NULL AND r.is_history = 0
          AND r.delivered_on BETWEEN ? AND ? AND r.deleted = 0 AND r.archived = 0 AND r.status = 'sent'
          AND ${arrivedUnreceived}${own}
        UNION ALL
        ${shipmentAlert({ cause: 'r.state_on', dayOn: 'NULL', severity: '1', facts: ", 'day', r.state_on" })} ${back.by}
        WHERE ${cameBack} AND r.is_history = 0 AND r.state_on BETWEEN ? AND ? AND r.deleted = 0 AND r.archived = 0
          AND r.status = 'sent' AND ${backUnreceived}${own}`,
      params: [...span, ...ownParams, ...span, ...ownParams],
    }
  },
}

/** What nobody took in for a year is no longer asked for. */
const lookBack = 365
