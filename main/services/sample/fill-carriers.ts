// What the sample company's carriers offer and charge, through the same commands that a seller's own rates go through.
import type { WriteTx } from '#main/db/database.ts'
import { addService, saveZones } from '#main/services/carriers/service-commands.ts'
import { addRateTable } from '#main/services/carriers/table-commands.ts'
import sample from '#resources/sample/shipping.json' with { type: 'json' }
import type { Day } from '#shared/dates.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { Id } from '#shared/ids.ts'
import { carrierServiceInput, rateTableInput, zonesInput } from '#shared/schemas/carriers.ts'

type ServiceWords = {
  carrier: string
  code: string
  name: string
  nameZh: string
  mode: string
  weighsBy: string
  divisor?: number
  days: readonly number[]
  storageDays?: number
  /** By zone: for a revenue ton, or the first kilogram and each further one. */
  ton?: Readonly<Record<string, string>>
  rates?: Readonly<Record<string, readonly string[]>>
  minimum?: string
  surcharges: readonly { kind: string; name: string; nameZh: string }[]
}

export type ServiceIds = ReadonlyMap<string, Id>

/** `language`: what somebody would have typed; services and zones are called by one name. */
type Offers = { partyOf: (code: string) => Id; validFrom: Day; language: Language }

/** By the carrier's code: each has one service. */
export function fillCarriers(tx: WriteTx, offers: Offers): ServiceIds {
  const services = sample.services as readonly ServiceWords[]
  return new Map(services.map((words) => [words.carrier, fillService(tx, words, offers)]))
}

function fillService(tx: WriteTx, words: ServiceWords, { partyOf, validFrom, language }: Offers): Id {
  const carrierId = partyOf(words.carrier)
  const name = nameIn(language, words)
  const { code, mode, weighsBy, divisor = null, days, storageDays = null } = words
  const [daysMin, daysMax] = days
  const service = { carrierId, code, name, mode, weighsBy, divisor, daysMin, daysMax, storageDays }
  const serviceId = addService(tx, carrierServiceInput.parse(service))
  const zoneOf = fillZones(tx, { serviceId, language }, Object.keys(words.ton ?? words.rates ?? {}))
  const { minimum } = words
  const surcharges = words.surcharges.map(({ nameZh, ...one }) => ({
    ...one,
    name: nameIn(language, { ...one, nameZh }),
  }))
  const table = { name: validFrom.slice(0, 4), currency: 'USD', validFrom, minimum, surcharges }
  addRateTable(tx, { serviceId, table: rateTableInput.parse({ ...table, rates: ratesOf(words, zoneOf) }) })
  return serviceId
}

/** Only those that it goes to. */
function fillZones(
  tx: WriteTx,
  { serviceId, language }: { serviceId: Id; language: Language },
  keys: readonly string[],
): (key: string) => Id | undefined {
  const names: Readonly<Record<string, Named>> = sample.zones
  const zones = keys.map((key) => ({
    name: nameIn(language, names[key] ?? { name: key, nameZh: key }),
    places: Object.entries(sample.places)
      .filter(([, { rates }]) => rates === key)
      .map(([country]) => ({ country })),
  }))
  saveZones(tx, zonesInput.parse({ serviceId, zones }))
  const rows = tx.raw('SELECT id FROM live_carrier_zones WHERE service_id = ? ORDER BY position, id', serviceId)
  const ids = new Map(keys.map((key, at) => [key, rows[at]?.[0] as Id]))
  return (key) => ids.get(key)
}

type Named = { name: string; nameZh: string }

function nameIn(language: Language, { name, nameZh }: Named): string {
  return language === 'zh-CN' ? nameZh : name
}

function ratesOf({ ton = {}, rates = {} }: ServiceWords, zoneOf: (key: string) => Id | undefined) {
  const byTon = Object.entries(ton).map(([key, price]) => ({ zoneId: zoneOf(key), ton: price, minimumTons: 1 }))
  const byWeight = Object.entries(rates).map(([key, [first, further]]) => {
    return { zoneId: zoneOf(key), base: first, overGrams: 0, stepGrams: 1000, step: further }
  })
  return [...byTon, ...byWeight]
}
