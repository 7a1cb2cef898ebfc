// Goods received note, delivery note, note of a return or a transfer: what a stock document moved, for the driver and for whom
// the goods go to. It says no costs.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair, filled, type Pair, quantityText, same } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { documentParty } from '#main/services/orders/order-document.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import { placeFields } from '#main/services/papers/kinds/order-paper-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleGoods } from '#main/services/papers/kinds/sample-goods.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { isDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DocumentAddress, DocumentParty } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'

/** What the note is made of, before it is put in words. */
export type GoodsToPrint = {
  document: StockDocument
  party: DocumentParty | null
  place: Pair
  toPlace: Pair
}

export const goodsNote: PaperKindRule = {
  kind: 'goods_note',
  columns: 'position sku name batch expires bin quantity unit remark'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    const { seller, logo, stamp } = companyFields(db, warnings)
    const goods = wish.record === null ? sampleGoods : goodsOf(db, wish)
    const { document, party } = goods
    const rows = goodsMoved(document).map(rowOf)
    if (rows.length === 0) warnings.add('no-lines', wish.record ?? undefined, document.number)
    return {
      fields: {
        titleOf: document.kind,
        seller,
        picture: { logo, stamp },
        partyIs: document.kind === 'receipt' || document.kind === 'supplier_return' ? 'supplier' : 'customer',
        hasParty: party !== null,
        party: partyFields(party),
        facts: factsOf(goods),
        lines: rows,
        note: wish.options.note.trim(),
      },
      rows,
      partyId: document.partyId,
      partyName: party?.name ?? '',
      currency: '',
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

/** What stands of it; of a transfer what left, of a kit what it was made into beside what went into it. */
function goodsMoved({ kind, lines: all }: StockDocument): StockDocument['lines'] {
  const standing = all.filter(({ reversesId, reversedById }) => reversesId === null && reversedById === null)
  return kind === 'transfer' ? standing.filter(({ quantity }) => quantity < 0) : standing
}

/** Goods of one document go one way; where they go both ways the sign says which. */
function rowOf(line: StockDocument['lines'][number], index: number, all: readonly StockDocument['lines'][number][]) {
  const { sku, name, nameZh, batch, expiresOn, bin, quantity, unit, note } = line
  const isMixed = all.some((one) => one.quantity > 0) && all.some((one) => one.quantity < 0)
  const milli = Math.round((isMixed ? quantity : Math.abs(quantity)) * 1000)
  return {
    position: String(index + 1),
    sku,
    name: filled({ en: name, zh: nameZh }),
    batch,
    expires: dayPair(expiresOn !== null && isDay(expiresOn) ? expiresOn : null),
    bin,
    quantity: quantityText(milli),
    unit: unitPair(unit, milli),
    remark: note,
  }
}

function partyFields(party: DocumentParty | null) {
  const nowhere = { street: '', city: '', region: '', postalCode: '', country: party?.country ?? '' }
  return {
    name: filled({ en: party?.name ?? '', zh: party?.nameZh ?? '' }),
    ...placeFields(party?.address ?? nowhere),
    contact: party?.contact ?? '',
    phone: party?.phone ?? '',
  }
}

function factsOf({ document, place, toPlace }: GoodsToPrint) {
  const { number, on, orderNumber, reference } = document
  const facts: [string, Pair][] = [
    ['fact_document', same(number)],
    ['fact_movedOn', dayPair(isDay(on) ? on : null)],
    ['fact_order', same(orderNumber)],
    ['fact_reference', same(reference)],
    ['fact_place', place],
    ['fact_toPlace', toPlace],
  ]
  return facts.filter(([, { en, zh }]) => en !== '' || zh !== '').map(([key, value]) => ({ key, value }))
}

function goodsOf(db: ReadDb, { record }: PaperWish): GoodsToPrint {
  if (record?.kind !== 'document') throw new AppError('papers/wrong-record')
  const document = getDocument(db, record.id)
  return {
    document,
    party: recipientOf(db, document),
    place: placeName(db, document.warehouseId),
    toPlace: document.toWarehouseId === null ? same('') : placeName(db, document.toWarehouseId),
  }
}

/** Of goods that leave for an order, whom and where the order sends them to. */
function recipientOf(db: ReadDb, { kind, orderId, partyId }: StockDocument): DocumentParty | null {
  const party = documentParty(db, partyId)
  const shipTo = kind === 'issue' && orderId !== null ? shipToOf(db, orderId) : null
  if (!party || !shipTo) return party
  const { name, phone, ...address } = shipTo
  const isOther = name !== '' && name !== party.name
  return {
    ...party,
    ...(isOther ? { name, nameZh: '', contact: '' } : {}),
    phone: phone || (isOther ? '' : party.phone),
    address,
  }
}

type ShipTo = DocumentAddress & { name: string; phone: string }

/** Null where the order names no place. */
function shipToOf(db: ReadDb, orderId: Id): ShipTo | null {
  const row = db.get<ShipTo>(
    `SELECT ship_to_name AS name, ship_to_phone AS phone, ship_to_street AS street, ship_to_city AS city,
       ship_to_region AS region, ship_to_postal_code AS postalCode, ship_to_country AS country
     FROM sales_orders WHERE id = ?`,
    orderId,
  )
  return row && (row.street !== '' || row.city !== '') ? row : null
}

function placeName(db: ReadDb, id: Id): Pair {
  const ref = { kind: 'warehouse' as const, id }
  const title = recordTitles(db, [ref]).get(recordKey(ref))
  return filled({ en: title?.name ?? '', zh: title?.nameZh ?? '' })
}
