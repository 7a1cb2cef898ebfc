// Every kind of document whose versions are kept.
import { orderVersions } from '#main/services/orders/order-versions.ts'
import { purchaseVersions } from '#main/services/purchases/purchase-versions.ts'
import type { DocumentKind } from '#main/services/versions/document-kind.ts'
import type { RecordKind } from '#shared/schemas/records.ts'

export const documentKinds: Readonly<Partial<Record<RecordKind, DocumentKind>>> = {
  order: orderVersions as DocumentKind,
  purchase: purchaseVersions as DocumentKind,
}
