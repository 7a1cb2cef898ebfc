// Cartons for a shipment's lines by the packing data of its products, and what they come to.
import { beforeEach, describe, expect, test } from 'vitest'
import { packingOfShipment } from '#main/services/packing/packing-lines.ts'
import { packingTotals } from '#main/services/packing/packing-totals.ts'
import { proposePacking } from '#main/services/packing/propose-packing.ts'
import { addShipment, setParcels } from '#main/services/shipments/shipment-commands.ts'
import { setShippingSetting } from '#main/services/shipments/shipping-settings.ts'
import type { Id } from '#shared/ids.ts'
import { proposeInput } from '#shared/schemas/packing.ts'
import { packingSettings } from '#shared/schemas/packing-settings.ts'
import { parcelInput, type ShipmentDraft, shipmentInput } from '#shared/schemas/shipments.ts'
import { type DispatchBook, dispatchBook, lineIds } from '#tests/services/dispatch/dispatch-book.ts'
import { makeProduct } from '#tests/support/records.ts'

let book: DispatchBook
let board: Id
let kit: Id

beforeEach(() => {
  book = dispatchBook()
  board = book.write((tx) =>
    makeProduct(tx, {
      ...{ sku: 'BOARD', nameEn: 'Board', piecesPerCarton: 12, cartonLengthMm: 400, cartonWidthMm: 300 },
      ...{ cartonHeightMm: 250, cartonNetGrams: 9600, cartonGrossGrams: 10_200, netWeightGrams: 800 },
    }),
  )
  kit = book.write((tx) => makeProduct(tx, { sku: 'SET', kind: 'kit', kitParts: [{ partId: board, quantity: 2 }] }))
})

const add = (draft: ShipmentDraft) => book.write((tx) => addShipment(tx, shipmentInput.parse(draft))).id
const propose = (input: unknown) => book.read((db) => proposePacking(db, proposeInput.parse(input)))

test('a line that says nothing itself is told by the words of its order', () => {
  const order = book.order({}, [{ productId: book.mug, description: 'Blue one', quantity: 1 }])
  const id = add({ kind: 'order', lines: [{ orderLineId: lineIds(order)[0] ?? 0, quantity: 1 }] })
  expect(book.read((db) => packingOfShipment(db, id)).lines).toMatchObject([{ description: 'Blue one' }])
})

describe('a proposal', () => {
  test('packs the lines of a shipment, and its cartons are what setParcels takes', () => {
    const order = book.order({}, [
      { productId: board, quantity: 30 },
      { productId: book.mug, quantity: 5 },
    ])
    const [boards = 0, mugs = 0] = lineIds(order)
    const id = add({
      kind: 'order',
      lines: [
        { orderLineId: boards, quantity: 30 },
        { orderLineId: mugs, quantity: 5 },
      ],
    })
    const proposal = propose({ shipmentId: id })
    const lines = book.read((db) => packingOfShipment(db, id)).lines
    expect(proposal.parcels.map(({ how, pieces, contents }) => [how, pieces, contents[0]?.quantity])).toEqual([
      ['full', 2, 24],
      ['mixed', 1, 6],
    ])
    expect(proposal.byHand).toEqual([{ lineId: lines[1]?.lineId, quantity: 5, why: 'no-packing-data' }])
    const ids = book.write((tx) =>
      setParcels(
        tx,
        id,
        proposal.parcels.map((row) => parcelInput.parse(row)),
      ),
    )
    expect(ids).toHaveLength(2)
    const packed = book.read((db) => packingOfShipment(db, id))
    expect(packed.lines.map(({ sku, packed: inside, left }) => [sku, inside, left])).toEqual([
      ['BOARD', 30, 0],
      ['MUG', 0, 5],
    ])
    expect(packed.totals).toMatchObject({ pieces: 3, volumeM3: '0.090', grossGrams: 20_400 + 6 * 800 + 600 })
    expect(propose({ shipmentId: id, onlyLeft: true })).toMatchObject({ parcels: [], byHand: [{ quantity: 5 }] })
    expect(book.problems()).toEqual([])
  })

  test('takes a kit by what its parts take up, in cartons of our own', () => {
    const mixing = { cartons: [{ name: 'L', lengthMm: 600, widthMm: 400, heightMm: 400, tareGrams: 900 }] }
    book.write((tx) => setShippingSetting(tx, 'mixing', mixing))
    const { parcels, byHand } = propose({ lines: [{ lineId: 1, productId: kit, quantity: 12 }] })
    expect(byHand).toEqual([])
    // A set weighs two boards, 1.6 kg; 11 of them and the carton stay below 20 kg.
    expect(parcels).toMatchObject([
      { pieces: 1, contents: [{ lineId: 1, quantity: 11 }], grossGrams: 11 * 1600 + 900 },
      { pieces: 1, contents: [{ lineId: 1, quantity: 1 }] },
    ])
  })

  test('of nothing is nothing', () => {
    expect(propose({ lines: [] })).toMatchObject({ parcels: [], byHand: [], totals: { pieces: 0, volumeM3: null } })
  })
})

describe('totals', () => {
  const carton = { pieces: 10, lengthMm: 600, widthMm: 400, heightMm: 400, netGrams: 9000, grossGrams: 10_000 }
  const totals = (...rows: (typeof carton | Partial<typeof carton>)[]) =>
    book.read((db) =>
      packingTotals(
        db,
        rows.map((row) => ({ ...carton, ...row })),
      ),
    )

  test('add exactly, and tell what freight is paid on and how full a container is', () => {
    const { containers, ...rest } = totals(carton)
    expect(rest).toEqual({
      ...{ rows: 1, pieces: 10, netGrams: 90_000, grossGrams: 100_000, volumeM3: '0.960', withoutSize: 0 },
      // 96 l by 5000 cm³ a kilogram is 19.2 kg a piece, 192 kg in all.
      ...{
        withoutWeight: 0,
        service: null,
        divisor: 5000,
        volumetricGrams: 192_000,
        chargeableGrams: 192_000,
        revenueTons: '0.960',
      },
    })
    expect(containers[0]).toMatchObject({ name: "20'", limit: 'volume', needed: 1 })
    expect(containers[0]?.fillVolume).toBeCloseTo(0.96 / 28, 12)
  })

  test('are not known where a size or a weight is not', () => {
    const { containers, ...rest } = totals(carton, { lengthMm: null as never, pieces: 2 })
    expect(rest).toMatchObject({ pieces: 12, volumeM3: null, chargeableGrams: null, revenueTons: null, withoutSize: 2 })
    expect(rest.grossGrams).toBe(120_000)
    expect(containers[0]).toMatchObject({ fillVolume: null, limit: null, needed: null })
    expect(containers[0]?.fillWeight).toBeGreaterThan(0)
  })

  test('tell how many alike cartons stand in a container at least, by its sides and its payload', () => {
    const grids = (...rows: Partial<typeof carton>[]) =>
      totals(...rows.map((row) => ({ ...carton, ...row }))).containers.map(({ grid }) => grid)
    // 60 x 40 x 40 cm upright in 589.6 x 235 x 239.3: 9 x 5 x 5, or turned 14 x 3 x 5.
    expect(grids({}, { pieces: 1 })[0]).toMatchObject({ cartons: 225, along: [9, 5, 5], byWeight: null })
    expect(grids({ grossGrams: 200_000 })[0]).toMatchObject({ cartons: 141, along: [9, 5, 5], byWeight: 141 })
    expect(grids({}, { heightMm: 401 })).toEqual([null, null, null])
    expect(grids({ heightMm: null as never })).toEqual([null, null, null])
  })

  test('weigh as the service of a carrier does', () => {
    const service = (columns: object) =>
      book.write((tx) => {
        const carrier = tx.insert('parties', { name: 'Fast', is_carrier: 1 })
        return tx.insert('carrier_services', { carrier_id: carrier, name: 'Economy', ...columns })
      })
    const by = (columns: object, ...rows: Partial<typeof carton>[]) => {
      const id = service(columns)
      return book.read((db) =>
        packingTotals(
          db,
          rows.map((row) => ({ ...carton, ...row })),
          id,
        ),
      )
    }
    // Piece by piece 19.2 and 30 kg; together 38.4 against 40 kg.
    const rows = [{ pieces: 1 }, { pieces: 1, grossGrams: 30_000 }]
    expect(by({ weighs_by: 'piece', round_up_grams: 1000 }, ...rows)).toMatchObject({
      ...{ service: 'Economy', chargeableGrams: 50_000, volumetricGrams: 38_400 },
    })
    expect(by({ divisor: null, round_up_grams: 100 }, { pieces: 1, lengthMm: null as never })).toMatchObject({
      ...{ divisor: null, volumetricGrams: null, chargeableGrams: 10_000 },
    })
    expect(by({ weighs_by: 'revenue_ton' }, { pieces: 1 })).toMatchObject({ service: null, divisor: 5000 })
  })

  test('follow the settings', () => {
    book.write((tx) => setShippingSetting(tx, 'volumeDivisor', 6000))
    // Books of before know no sides of their containers.
    const [van] = packingSettings.containers.parse([{ name: 'Van', usableLitres: 900, payloadGrams: 90_000 }])
    if (!van) throw new Error('no van')
    book.write((tx) => setShippingSetting(tx, 'containers', [van]))
    expect(totals(carton)).toMatchObject({
      volumetricGrams: 160_000,
      containers: [{ name: 'Van', needed: 2, grid: null }],
    })
  })
})
