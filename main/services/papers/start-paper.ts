// Where a new paper begins: what is usual for this record, so that most often nothing needs to be chosen.

import type { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { documentParty, orderDocument } from '#main/services/orders/order-document.ts'
import { defaultTemplateId, findTemplate } from '#main/services/papers/templates/find-template.ts'
import { listTemplates } from '#main/services/papers/templates/template-queries.ts'
import { purchaseDocument } from '#main/services/purchases/purchase-document.ts'
import { getLetter } from '#main/services/receivables/dunning-letters.ts'
import { getShipment } from '#main/services/shipments/shipment-queries.ts'
import { getDocument } from '#main/services/stock/document-queries.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import {
  type PageSize,
  type PaperKind,
  type PaperLanguage,
  type PaperStart,
  paperKindFacts,
  paperWish,
  type startInput,
} from '#shared/schemas/papers.ts'

/** A proforma is usually valid for a month, a price list for three. */
const validDays: Partial<Record<PaperKind, number>> = { proforma_invoice: 30, price_list: 90 }
/** Countries where offices print on Letter. */
const letterCountries = new Set([
  'US',
  'CA',
  'MX',
  'PH',
  'CL',
  'CO',
  'VE',
  'CR',
  'GT',
  'PR',
  'DO',
  'PA',
  'SV',
  'NI',
  'HN',
])

/** `now` in UTC milliseconds. */
export function startPaper(
  db: ReadDb,
  { kind, record, versionId }: z.output<typeof startInput>,
  now: number,
): PaperStart {
  const { records, pageSizes } = paperKindFacts[kind]
  if (record && records.length > 0 && !records.includes(record.kind)) throw new AppError('papers/wrong-record')
  if (record?.kind === 'product' && !db.get('SELECT 1 FROM live_products WHERE id = ?', record.id))
    throw new AppError('catalog/product-not-found', { field: 'record' })
  const templateId = defaultTemplateId(db, kind)
  const { header } = findTemplate(db, templateId)
  const profile = companyProfile(db)
  const about = isForTheHouse(kind)
    ? { language: languageOf(profile.country), country: profile.country, currency: '' }
    : aboutRecord(db, record, profile.country)
  const bankAccount = profile.bankAccounts.find(({ currency }) => currency === about.currency)
  const size = pageSizes.includes('Letter') && letterCountries.has(about.country) ? 'Letter' : header.page.size
  const wish = paperWish.parse({
    kind,
    record: records.length > 0 ? record : null,
    products: record?.kind === 'product' ? [{ productId: record.id, copies: 1 }] : [],
    versionId,
    language: about.language,
    templateId,
    pageSize: pageSizes.includes(size) ? size : (pageSizes[0] as PageSize),
    options: {
      validUntil: validUntil(kind, bookToday(db, now)),
      bankAccountId: bankAccount?.id ?? null,
      withPictures: kind === 'price_list',
    },
  })
  const bankAccounts = profile.bankAccounts.map((account) => ({
    id: account.id,
    label: [account.label || account.bankName, account.currency, account.accountNumber].filter(Boolean).join(' · '),
  }))
  return { wish, templates: listTemplates(db, kind), bankAccounts }
}

function validUntil(kind: PaperKind, today: Day): Day | null {
  const days = validDays[kind]
  return days === undefined ? null : addDays(today, days)
}

type About = { language: PaperLanguage; country: string; currency: string }

/**
 * The customer's language; where nobody said, Chinese for Chinese-speaking places and English for all others. What stays in the
 * house is in the language of its place.
 */
function aboutRecord(db: ReadDb, record: { kind: string; id: number } | null, home: string): About {
  if (record?.kind === 'count') return { language: languageOf(home), country: home, currency: '' }
  if (record?.kind === 'document') return aboutGoods(db, record.id, home)
  if (record?.kind === 'purchase') return aboutPurchase(db, record.id, home)
  if (record?.kind === 'request') return { language: languageOf(home), country: home, currency: '' }
  if (record?.kind === 'letter') return aboutLetter(db, record.id)
  if (record?.kind === 'shipment') return aboutShipment(db, record.id)
  if (record?.kind !== 'order') return { language: 'en', country: '', currency: '' }
  const { order, customer } = orderDocument(db, record.id)
  const country = customer?.country || order.shipTo.country
  return { language: customer?.language || languageOf(country), country, currency: order.currency }
}

/** A note that goes out with goods is in the language of whom they go to; what came in stays in the house. */
function aboutGoods(db: ReadDb, id: number, home: string): About {
  const { kind, partyId } = getDocument(db, id)
  const goesOut = kind === 'issue' || kind === 'supplier_return'
  const party = goesOut ? documentParty(db, partyId) : null
  const country = party?.country || home
  return { language: party?.language || languageOf(country), country, currency: '' }
}

/** In the supplier's language. */
function aboutPurchase(db: ReadDb, id: number, home: string): About {
  const { order, supplier } = purchaseDocument(db, id)
  const country = supplier?.country || home
  return { language: supplier?.language || languageOf(country), country, currency: order.currency }
}

/** In the language that the letter was made for. */
function aboutLetter(db: ReadDb, id: number): About {
  const { customerId, language, currency } = getLetter(db, id)
  const country = documentParty(db, customerId)?.country ?? ''
  return { language: language === 'zh-CN' ? 'zh-CN' : 'en', country, currency }
}

/** In the language of whoever gets the goods. */
function aboutShipment(db: ReadDb, id: number): About {
  const { partyId, shipTo } = getShipment(db, id)
  const party = documentParty(db, partyId)
  const country = shipTo.country || (party?.country ?? '')
  return { language: party?.language || languageOf(country), country, currency: '' }
}

/** What is worked with at home, whatever it is made from. */
function isForTheHouse(kind: PaperKind): boolean {
  return kind === 'picking_list'
}

function languageOf(country: string): PaperLanguage {
  return ['CN', 'TW', 'HK', 'MO'].includes(country) ? 'zh-CN' : 'en'
}
