// A book with a large shipment, and its papers as pages.
import { previewPaper } from '#main/services/papers/preview-paper.ts'
import { startPaper } from '#main/services/papers/start-paper.ts'
import { addShipment } from '#main/services/shipments/shipment-commands.ts'
import { type PaperKind, type PaperLanguage, type PaperWishDraft, previewInput } from '#shared/schemas/papers.ts'
import { shipmentInput } from '#shared/schemas/shipments.ts'
import { paperBook } from '#tests/papers/support/paper-book.ts'
import { testNow } from '#tests/support/test-book.ts'

const { book, goods: all, customer } = paperBook()
/** Ten cartons of each of the first twenty lines, and a mixed one with the rest of two lines each. */
export const lineCount = 20
export const goods = all.slice(0, lineCount)
const carton = { lengthMm: 600, widthMm: 400, heightMm: 355, netGrams: 11_250, grossGrams: 12_500 }
const shipment = book.write((tx) =>
  addShipment(
    tx,
    shipmentInput.parse({
      ...{ kind: 'other', partyId: customer, mode: 'sea', incoterm: 'FOB', place: 'Ningbo', reference: 'BK 4711' },
      marks: 'ALPINE HOME\nPO 4711\nHAMBURG',
      lines: goods.map(({ id }) => ({ productId: id, quantity: 123 })),
      parcels: [
        ...Array.from({ length: lineCount }, (_, line) => ({
          ...carton,
          pieces: 10,
          contents: [{ line, quantity: 120 }],
        })),
        ...Array.from({ length: lineCount / 2 }, (_, at) => ({
          ...carton,
          contents: [
            { line: at * 2, quantity: 3 },
            { line: at * 2 + 1, quantity: 3 },
          ],
        })),
      ],
      legs: [
        {
          ...{ mode: 'sea', vessel: 'EVER GOLDEN', voyage: '047W', containerNumber: 'CSQU3054383', blNumber: 'EGLV1' },
          from: { code: 'CNNGB', place: 'Ningbo', country: 'CN' },
          to: { code: 'DEHAM', place: 'Hamburg', country: 'DE' },
        },
      ],
    }),
  ),
)
export const cartons = lineCount * 10 + lineCount / 2

export function pageOf(kind: PaperKind, language: PaperLanguage, wish: Partial<PaperWishDraft> = {}): string {
  const record = { kind: 'shipment' as const, id: shipment.id }
  const { wish: usual } = book.read((db) => startPaper(db, { kind, record, versionId: null }, testNow))
  const asked = previewInput.parse({ ...usual, language, ...wish })
  return book.read((db) => previewPaper(db, asked, testNow)).html
}
