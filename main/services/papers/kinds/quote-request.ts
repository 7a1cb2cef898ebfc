// Request for quotation: which goods a supplier is asked for, with room for the answer. One for each supplier, or one without a
// name for all.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair, filled, lines, type Pair, quantityText, same } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { documentParty, documentProducts } from '#main/services/orders/order-document.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { partyFields } from '#main/services/papers/kinds/purchase-paper-fields.ts'
import { sampleRequest } from '#main/services/papers/kinds/sample-purchase.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import { toMilli } from '#shared/quantity.ts'
import type { DocumentParty, DocumentProduct } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'
import type { QuoteRequest } from '#shared/schemas/quote-requests.ts'

/** The goods of a request and whom it is sent to. */
export type RequestToPrint = {
  request: Pick<
    QuoteRequest,
    'number' | 'requestedOn' | 'answerBy' | 'neededOn' | 'incoterm' | 'place' | 'note' | 'lines'
  >
  supplier: DocumentParty | null
  products: Record<string, DocumentProduct>
}

export const quoteRequest: PaperKindRule = {
  kind: 'quote_request',
  columns: 'position sku name hsCode quantity unit answerPrice answerMoq answerLead'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    const { seller: company, logo, stamp } = companyFields(db, warnings)
    const { request, supplier, products } = toPrint(db, wish)
    const rows = request.lines.map((line, index) => rowOf(line, { index, product: products[String(line.productId)] }))
    if (rows.length === 0) warnings.add('no-lines', wish.record ?? undefined, request.number)
    if (supplier && !supplier.address?.street)
      warnings.add('no-supplier-address', { kind: 'party', id: supplier.id }, supplier.name)
    return {
      fields: {
        company,
        picture: { logo, stamp },
        hasSupplier: supplier !== null,
        supplier: partyFields(supplier),
        requestNumber: request.number,
        facts: factsOf(request),
        lines: rows,
        note: lines([request.note.trim(), wish.options.note.trim()], '\n'),
      },
      rows,
      partyId: supplier?.id ?? null,
      partyName: supplier?.name ?? '',
      currency: '',
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

function toPrint(db: ReadDb, { record, options: { supplierId } }: PaperWish): RequestToPrint {
  if (record === null) return sampleRequest
  if (record.kind !== 'request') throw new AppError('papers/wrong-record')
  const request = getRequest(db, record.id)
  const products = documentProducts(
    db,
    request.lines.map(({ productId }) => ({ product_id: productId })),
  )
  return { request, supplier: documentParty(db, supplierId), products }
}

type Row = { index: number; product: DocumentProduct | undefined }

function rowOf(line: QuoteRequest['lines'][number], { index, product }: Row) {
  const milli = toMilli(line.quantity)
  const name = product ? filled({ en: product.nameEn, zh: product.nameZh }) : same(line.description)
  const own = product ? line.description : ''
  return {
    position: String(index + 1),
    sku: product?.sku ?? line.sku,
    name,
    detail: own === '' ? '' : same(own),
    hsCode: product?.hsCode ?? '',
    quantity: quantityText(milli),
    unit: unitPair(product?.unit ?? line.unit, milli),
    // The supplier writes here.
    ...{ answerPrice: '', answerMoq: '', answerLead: '' },
  }
}

function factsOf(request: RequestToPrint['request']) {
  const incoterm = lines([request.incoterm, request.place], ' ')
  const values: readonly [string, Pair][] = [
    ['requestedOn', dayPair(request.requestedOn as Day)],
    ['answerBy', dayPair(request.answerBy as Day | null)],
    ['neededOn', dayPair(request.neededOn as Day | null)],
    ['incoterm', same(incoterm === '' ? '' : `${incoterm} (Incoterms® 2020)`)],
  ]
  return values.flatMap(([key, value]) => (value.en === '' ? [] : [{ key: `fact_${key}`, value }]))
}
