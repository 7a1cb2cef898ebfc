// Proforma invoice: an offer to be paid on, valid until a day.
import { orderColumnKeys } from '#main/services/papers/kinds/order-confirmation.ts'
import { orderPaperData } from '#main/services/papers/kinds/order-paper-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'

const facts = 'validUntil orderNumber orderDate reference requiredOn incoterm transport paymentTerms currency'.split(
  ' ',
)

export const proformaInvoice: PaperKindRule = {
  kind: 'proforma_invoice',
  columns: orderColumnKeys,
  isSheet: true,
  build: (db, wish) => orderPaperData(db, wish, { isForCustoms: false, promises: false, facts }),
}
