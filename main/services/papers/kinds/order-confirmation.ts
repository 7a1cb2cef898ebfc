// Order confirmation: what was agreed, and for which day it is promised.
import { orderPaperData } from '#main/services/papers/kinds/order-paper-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'

export const orderColumnKeys =
  'position sku name hsCode origin barcode quantity unit unitPrice discount amount netWeight'.split(' ')

const facts = 'orderNumber orderDate reference customerCode requiredOn incoterm transport paymentTerms currency'.split(
  ' ',
)

export const orderConfirmation: PaperKindRule = {
  kind: 'order_confirmation',
  columns: orderColumnKeys,
  isSheet: true,
  build: (db, wish) => orderPaperData(db, wish, { isForCustoms: false, promises: true, facts }),
}
