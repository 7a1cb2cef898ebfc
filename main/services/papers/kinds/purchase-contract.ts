// Purchase contract: the same goods and terms with the clauses that both sides sign.
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { purchaseColumnKeys, purchasePaperData } from '#main/services/papers/kinds/purchase-paper-fields.ts'

const facts =
  'orderNumber orderDate promisedOn incoterm destination transport paymentTerms vat tolerance currency'.split(' ')

export const purchaseContract: PaperKindRule = {
  kind: 'purchase_contract',
  columns: purchaseColumnKeys,
  isSheet: true,
  build: (db, wish) => purchasePaperData(db, wish, facts),
}
