// What the sample company's carriers offer and charge, through the same commands that a seller's own rates go through.
import type { WriteTx } from '#main/db/database.ts'
import { addService, saveZones } from '#main/services/carriers/service-commands.ts'
import { addRateTable } from '#main/services/carriers/table-commands.ts'
import sample from '#resources/sample/shipping.json' with { type: 'json' }
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { carrierServiceInput, rateTableInput, zonesInput } from '#shared/schemas/carriers.ts'

type ServiceWords = {
  carrier: string
  code: string
  name: string
  mode: string
  weighsBy: string
  divisor?: number
  days: readonly number[]
  storageDays?: number
  /** By zone: for a revenue ton, or the first kilogram and each further one. */
  ton?: Readonly<Record<string, string>>
  rates?: Readonly<Record<string, readonly string[]>>
  minimum?: string
  surcharges: readonly object[]
}

export type ServiceIds = ReadonlyMap<string, Id>

/** By the carrier's code: each has one service. */
export function fillCarriers(tx: WriteTx, partyOf: (code: string) => Id, validFrom: Day): ServiceIds {
  return new Map(
    (sample.services as readonly ServiceWords[]).map((words) => [
      words.carrier,
      fillService(tx, words, { carrierId: partyOf(words.carrier), validFrom }),
    ]),
  )
}

function fillService(
  tx: WriteTx,
  words: ServiceWords,
  { carrierId, validFrom }: { carrierId: Id; validFrom: Day },
): Id {
  const { code, name, mode, weighsBy, divisor = null, days, storageDays = null } = words
  const [daysMin, daysMax] = days
  const service = { carrierId, code, name, mode, weighsBy, divisor, daysMin, daysMax, storageDays }
  const serviceId = addService(tx, carrierServiceInput.parse(service))
  const zoneOf = fillZones(tx, serviceId, Object.keys(words.ton ?? words.rates ?? {}))
  const { minimum, surcharges } = words
  const table = { name: validFrom.slice(0, 4), currency: 'USD', validFrom, minimum, surcharges }
  addRateTable(tx, { serviceId, table: rateTableInput.parse({ ...table, rates: ratesOf(words, zoneOf) }) })
  return serviceId
}

/** Only those that it goes to. */
function fillZones(tx: WriteTx, serviceId: Id, keys: readonly string[]): (key: string) => Id | undefined {
  const names: Readonly<Record<string, string>> = sample.zones
  const zones = keys.map((key) => ({
    name: names[key] ?? key,
    places: Object.entries(sample.places)
      .filter(([, { rates }]) => rates === key)
      .map(([country]) => ({ country })),
  }))
  saveZones(tx, zonesInput.parse({ serviceId, zones }))
  const rows = tx.raw('SELECT id FROM live_carrier_zones WHERE service_id = ? ORDER BY position, id', serviceId)
  const ids = new Map(keys.map((key, at) => [key, rows[at]?.[0] as Id]))
  return (key) => ids.get(key)
}

function ratesOf({ ton = {}, rates = {} }: ServiceWords, zoneOf: (key: string) => Id | undefined) {
  const byTon = Object.entries(ton).map(([key, price]) => ({ zoneId: zoneOf(key), ton: price, minimumTons: 1 }))
  const byWeight = Object.entries(rates).map(([key, [first, further]]) => {
    return { zoneId: zoneOf(key), base: first, overGrams: 0, stepGrams: 1000, step: further }
  })
  return [...byTon, ...byWeight]
}
