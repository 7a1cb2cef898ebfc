// Purchase order: what is ordered from a supplier, at which price, for which day, on which terms.
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { purchaseColumnKeys, purchasePaperData } from '#main/services/papers/kinds/purchase-paper-fields.ts'

const facts =
  'orderDate supplierCode reference promisedOn incoterm destination transport paymentTerms vat tolerance currency'.split(
    ' ',
  )

export const purchaseOrder: PaperKindRule = {
  kind: 'purchase_order',
  columns: purchaseColumnKeys,
  isSheet: true,
  build: (db, wish) => purchasePaperData(db, wish, facts),
}
