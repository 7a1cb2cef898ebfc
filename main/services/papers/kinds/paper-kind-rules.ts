// The kinds of papers there are.
import { cartonLabels } from '#main/services/papers/kinds/carton-labels.ts'
import { commercialInvoice } from '#main/services/papers/kinds/commercial-invoice.ts'
import { countSheet } from '#main/services/papers/kinds/count-sheet.ts'
import { dunningLetter } from '#main/services/papers/kinds/dunning-letter.ts'
import { goodsNote } from '#main/services/papers/kinds/goods-note.ts'
import { orderConfirmation } from '#main/services/papers/kinds/order-confirmation.ts'
import { packingList } from '#main/services/papers/kinds/packing-list.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { pickingListPaper } from '#main/services/papers/kinds/picking-list.ts'
import { priceList } from '#main/services/papers/kinds/price-list.ts'
import { productLabels } from '#main/services/papers/kinds/product-labels.ts'
import { proformaInvoice } from '#main/services/papers/kinds/proforma-invoice.ts'
import { purchaseContract } from '#main/services/papers/kinds/purchase-contract.ts'
import { purchaseOrder } from '#main/services/papers/kinds/purchase-order.ts'
import { quoteRequest } from '#main/services/papers/kinds/quote-request.ts'
import { shippingMarks } from '#main/services/papers/kinds/shipping-marks.ts'
import type { PaperKind } from '#shared/schemas/papers.ts'

export const paperKindRules: Readonly<Record<PaperKind, PaperKindRule>> = {
  order_confirmation: orderConfirmation,
  proforma_invoice: proformaInvoice,
  commercial_invoice: commercialInvoice,
  price_list: priceList,
  product_labels: productLabels,
  count_sheet: countSheet,
  goods_note: goodsNote,
  purchase_order: purchaseOrder,
  purchase_contract: purchaseContract,
  quote_request: quoteRequest,
  dunning_letter: dunningLetter,
  packing_list: packingList,
  carton_labels: cartonLabels,
  shipping_marks: shippingMarks,
  picking_list: pickingListPaper,
}
