// Commercial invoice: what customs reads, so every line has its HS code and origin.
import { orderColumnKeys } from '#main/services/papers/kinds/order-confirmation.ts'
import { orderPaperData } from '#main/services/papers/kinds/order-paper-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'

const facts = 'orderNumber orderDate reference incoterm transport paymentTerms currency'.split(' ')

export const commercialInvoice: PaperKindRule = {
  kind: 'commercial_invoice',
  columns: orderColumnKeys,
  isSheet: true,
  build: (db, wish) => orderPaperData(db, wish, { isForCustoms: true, promises: false, facts }),
}
