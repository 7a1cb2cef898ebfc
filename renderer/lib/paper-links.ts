// Which papers a record can be made into, and where they are made: pages of records offer them, the papers' screens read them.
import { type PaperKind, paperKindFacts, paperKinds } from '#shared/schemas/papers.ts'
import type { RecordKind, RecordRef } from '#shared/schemas/records.ts'

/** Kinds of papers that show products, none of them made of a record of its own. */
export const productPapers: readonly PaperKind[] = paperKinds.filter(
  (kind) => paperKindFacts[kind].records.length === 0,
)

/**
 * The papers in the menu of a record, each with the key of its name. A credit is told by the credit note that an order's
 * commercial invoice turns into, and by nothing else.
 */
export function paperChoices(record: RecordKind, isCredit: boolean) {
  if (isCredit) return [{ kind: 'commercial_invoice', name: 'dispatch.credit.one' }] as const
  return papersMadeOf(record).map((kind) => ({ kind, name: `papers.make.${kind}` as const }))
}

/** What can be made of a record of this kind; a product goes on papers of products. */
export function papersMadeOf(record: RecordKind): readonly PaperKind[] {
  if (record === 'product') return ['product_labels', 'price_list']
  return paperKinds.filter((kind) => paperKindFacts[kind].records.includes(record))
}

/** The record in the address of a new paper: `order:12`. */
export function recordText({ kind, id }: RecordRef): string {
  return `${kind}:${id}`
}
