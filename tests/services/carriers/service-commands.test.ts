// Services with zones and tables: what is refused, what history keeps, what copies clash on.
import { expect, test } from 'vitest'
import { restoreFromBin } from '#main/services/bin/restore.ts'
import { checkBook } from '#main/services/book/check-book.ts'
import { addService, editService, removeServices, saveZones } from '#main/services/carriers/service-commands.ts'
import { addRateTable, editRateTable } from '#main/services/carriers/table-commands.ts'
import { carrierServiceInput, rateTableInput } from '#shared/schemas/carriers.ts'
import { carrierBook, kg, zone } from '#tests/services/carriers/carrier-book.ts'
import { clashesOf, mendAll, merged, pairOf, rulesWithClashes } from '#tests/services/clashes/clash-copies.ts'
import { makeCustomer } from '#tests/support/records.ts'
import { refusal } from '#tests/support/refusal.ts'

test('a code is given once a carrier; only carriers and forwarders offer services', () => {
  const book = carrierBook()
  const id = book.service({ code: 'EXP' })
  expect(refusal(() => book.service({ code: 'exp' }))).toMatchObject({ code: 'carriers/code-taken' })
  expect(refusal(() => book.service({ carrierId: book.customer }))).toMatchObject({ code: 'carriers/no-carrier' })
  const other = book.service({ code: 'ECO' })
  const input = carrierServiceInput.parse({ carrierId: book.carrier, name: 'Eco', code: 'EXP' })
  expect(refusal(() => book.write((tx) => editService(tx, other, input)))).toMatchObject({
    code: 'carriers/code-taken',
  })
  expect(book.get(id)).toMatchObject({ carrier: 'Fast Parcels', zones: [], tables: [], tableId: null })
})

test('zones: a place stands in one of them, one with prices does not go', () => {
  const book = carrierBook()
  const id = book.service()
  const { Near = 0, Far = 0 } = book.zones(id, { Near: ['DE', 'GB-BT'], Far: ['US'] })
  const save = (...zones: ReturnType<typeof zone>[]) => book.write((tx) => saveZones(tx, { serviceId: id, zones }))
  expect(refusal(() => save(zone('Near', ['DE'], Near), zone('Far', ['DE'], Far)))).toMatchObject({
    ...{ code: 'carriers/place-twice', details: { place: 'DE', zone: 'Far', other: 'Near' } },
  })
  book.table(id, { rates: [{ zoneId: Far, base: '5' }] })
  expect(refusal(() => save(zone('Near', ['DE'], Near)))).toMatchObject({ code: 'carriers/zone-has-rates' })
  save(zone('Far', ['US', 'CA'], Far), zone('Home', ['FR'], Near))
  expect(book.get(id).zones).toEqual([
    {
      id: Far,
      name: 'Far',
      places: [
        { country: 'CA', postalPrefix: '' },
        { country: 'US', postalPrefix: '' },
      ],
    },
    { id: Near, name: 'Home', places: [{ country: 'FR', postalPrefix: '' }] },
  ])
})

test('tables: two may not hold on one day, a new one may end the one before; prices that stay keep their rows', () => {
  const book = carrierBook()
  const id = book.service()
  const first = book.table(id, {
    rates: [
      { upToGrams: kg(1), base: '10' },
      { overGrams: kg(1), base: '12' },
    ],
  })
  const refused = refusal(() => book.table(id, { validFrom: '2026-06-01' }))
  expect(refused).toMatchObject({ code: 'carriers/tables-overlap', details: { from: '2026-01-01', to: null } })
  const second = book.table(id, { validFrom: '2026-06-01' }, true)
  expect(book.get(id).tables.map((table) => [table.id, table.validFrom, table.validTo, table.state])).toEqual([
    [second, '2026-06-01', null, 'valid'],
    [first, '2026-01-01', '2026-05-31', 'ended'],
  ])
  const rows = () =>
    book.read((db) => db.raw('SELECT id, base_minor FROM live_carrier_rates WHERE table_id = ?', first))
  const before = rows()
  const kept = book.get(id).tables[1]
  const table = rateTableInput.parse({
    ...kept,
    rates: [
      { upToGrams: kg(1), base: '10' },
      { overGrams: kg(1), base: '12.50' },
    ],
  })
  book.write((tx) => editRateTable(tx, first, table))
  expect(rows()).toEqual([before[0], [before[1]?.[0], 1250]])
  const twice = { ...table, rates: [...table.rates, ...table.rates] }
  expect(refusal(() => book.write((tx) => editRateTable(tx, first, twice)))).toMatchObject({
    code: 'carriers/rate-twice',
  })
  const finer = { ...table, minimum: '0.001' }
  expect(refusal(() => book.write((tx) => editRateTable(tx, first, finer)))).toMatchObject({
    code: 'input/too-many-decimals',
  })
})

test('what lies in the bin comes back with its zones and tables; one that shipments go by stays', () => {
  const book = carrierBook()
  const id = book.service()
  const { Near = 0 } = book.zones(id, { Near: ['DE'] })
  book.table(id, { rates: [{ zoneId: Near, base: '5' }], surcharges: [{ kind: 'fuel', percent: 10 }] })
  const before = book.get(id)
  book.write((tx) => removeServices(tx, [id]), 'carriers.removeServices')
  expect(refusal(() => book.get(id))).toMatchObject({ code: 'carriers/service-not-found' })
  expect(book.read(checkBook).problems).toEqual([])
  book.write((tx) => restoreFromBin(tx, { items: [{ kind: 'carrierService', id }], withOthers: false }))
  expect(book.get(id)).toEqual(before)
  book.add({ serviceId: id, carrierId: book.carrier })
  expect(refusal(() => book.write((tx) => removeServices(tx, [id])))).toMatchObject({ code: 'carriers/service-in-use' })
})

test('one service and new prices written down in both copies', () => {
  const known = { carrier: 0, service: 0 }
  const service = (name: string, code: string) => carrierServiceInput.parse({ carrierId: known.carrier, name, code })
  const pair = pairOf((tx) => {
    known.carrier = makeCustomer(tx, 'Fast', { roles: ['carrier'] })
    known.service = addService(tx, service('Express', 'EXP'))
  })
  const table = (validFrom: string, base: string) =>
    rateTableInput.parse({ currency: 'USD', validFrom, rates: [{ base }] })
  const book = merged(
    pair,
    (tx) => {
      addRateTable(tx, { serviceId: known.service, table: table('2026-01-01', '10') })
      addService(tx, service('Economy', 'ECO'))
    },
    (tx) => {
      addRateTable(tx, { serviceId: known.service, table: table('2026-03-01', '11') })
      addService(tx, service('Economy', 'eco'))
    },
  )
  expect(rulesWithClashes(book).toSorted()).toEqual(['carriers/same-code', 'carriers/tables-overlap'])
  expect(clashesOf(book, 'carriers/tables-overlap')[0]?.facts).toEqual({ name: 'Express', day: '2026-03-01' })
  mendAll(book, { rule: 'carriers/tables-overlap', mending: 'endEarlier' })
  mendAll(book, { rule: 'carriers/same-code', mending: 'combine' })
  expect(rulesWithClashes(book)).toEqual([])
  expect(book.read((db) => db.raw('SELECT valid_from, valid_to FROM live_rate_tables ORDER BY valid_from'))).toEqual([
    ['2026-01-01', '2026-02-28'],
    ['2026-03-01', null],
  ])
})
