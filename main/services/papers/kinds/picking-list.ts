// Picking list: what to take where, in the order of the bins, for one shipment or order or for several at once.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair, filled, quantityText, same } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { pickingList as goodsToPick } from '#main/services/packing/picking-list.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperFields, PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { samplePicks } from '#main/services/papers/kinds/sample-picks.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { isDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { type PickingRow, pickingInput } from '#shared/schemas/packing.ts'
import { mostSheetLines, type PaperWish } from '#shared/schemas/papers.ts'
import type { RecordRef } from '#shared/schemas/records.ts'

export const pickingListPaper: PaperKindRule = {
  kind: 'picking_list',
  columns: 'position place bin sku name batch expires quantity unit for remark picked'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    // It stays in the house: what the company lacks on papers for others does not matter here.
    const { seller, logo } = companyFields(db, warningList())
    const records = recordsOf(wish)
    const picks = wish.record === null ? samplePicks : picksOf(db, records)
    if (picks.length > mostSheetLines)
      throw new AppError('papers/too-many-products', { count: picks.length, most: mostSheetLines })
    const numbers = wish.record === null ? ['SH-2026-0001'] : numbersOf(db, records)
    const places = new Set(picks.map(({ warehouse }) => warehouse))
    const rows = picks.map((pick, index) => rowOf(pick, index, { places: places.size, numbers: numbers.length }))
    if (rows.length === 0) warnings.add('no-lines', wish.record ?? undefined, numbers[0] ?? '')
    for (const { isMissing, productId, sku } of picks) {
      if (isMissing)
        warnings.add('not-in-stock', productId === null ? undefined : { kind: 'product', id: productId }, sku)
    }
    return {
      fields: {
        seller,
        picture: { logo, stamp: '' },
        facts: [
          { key: 'fact_for', value: same(numbers.join(', ')) },
          ...(places.size === 1 ? [{ key: 'fact_place', value: same([...places][0] ?? '') }] : []),
          { key: 'fact_lines', value: same(String(rows.length)) },
        ],
        lines: rows,
        note: wish.options.note.trim(),
      },
      rows,
      partyId: null,
      partyName: '',
      currency: '',
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

function recordsOf({ record, also }: PaperWish): RecordRef[] {
  const all = record === null ? [] : [record, ...also]
  if (all.some(({ kind }) => kind !== 'shipment' && kind !== 'order')) throw new AppError('papers/wrong-record')
  return [...new Map(all.map((one) => [recordKey(one), one])).values()]
}

function picksOf(db: ReadDb, records: readonly RecordRef[]): PickingRow[] {
  const ids = (wanted: RecordRef['kind']) => records.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  return goodsToPick(db, pickingInput.parse({ shipmentIds: ids('shipment'), orderIds: ids('order') }))
}

function numbersOf(db: ReadDb, records: readonly RecordRef[]): string[] {
  const titles = recordTitles(db, records)
  return records.flatMap((record) => titles.get(recordKey(record))?.code ?? [])
}

/** The place stands in the head where there is one alone; whom it is for, where it is for several. */
function rowOf(pick: PickingRow, index: number, count: { places: number; numbers: number }): PaperFields {
  const milli = Math.round(pick.quantity * 1000)
  return {
    position: String(index + 1),
    place: count.places > 1 ? pick.warehouse : '',
    bin: pick.bin,
    sku: pick.sku,
    name: filled({ en: pick.name, zh: pick.nameZh }),
    batch: pick.batch,
    expires: dayPair(pick.expiresOn !== null && isDay(pick.expiresOn) ? pick.expiresOn : null),
    quantity: quantityText(milli),
    unit: unitPair(pick.unit, milli),
    for: count.numbers > 1 ? forText(pick) : '',
    remark: pick.isMissing ? { en: 'Not in stock', zh: '无库存' } : '',
    picked: '',
  }
}

function forText({ for: asked }: PickingRow): string {
  const [only] = asked
  if (asked.length === 1 && only) return only.number
  return asked.map(({ number, quantity }) => `${number}: ${quantityText(Math.round(quantity * 1000))}`).join('; ')
}
