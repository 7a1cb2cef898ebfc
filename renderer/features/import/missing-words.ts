// References to records that are not in the book, in words.

import type { Format } from '#renderer/lib/format.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ImportReport } from '#shared/schemas/imports.ts'

type Missing = ImportReport['missing'][number]

/** As the host names them; another kind would be a fault and is shown by its name. */
const kinds = ['category', 'supplier', 'customer', 'carrier', 'product', 'order', 'purchase'] as const
type Kind = (typeof kinds)[number]

function isKind(kind: string): kind is Kind {
  return kinds.some((known) => known === kind)
}

/** An order without its customer and day would be none. */
export function isMakeable(kind: string): boolean {
  return isKind(kind) && kind !== 'order' && kind !== 'purchase'
}

/** `43 products`. */
export function whatInWords(t: Translate, format: Format, { kind, count }: Pick<Missing, 'kind' | 'count'>): string {
  const formatted = format.number(count)
  return isKind(kind) ? t(`import.missing.what.${kind}`, { count, formatted }) : `${formatted} ${kind}`
}

/** `43 products: QS-1, QS-2 and more`. */
export function missingInWords(t: Translate, format: Format, { kind, count, examples }: Missing): string {
  const named = examples.join(', ')
  const said = count > examples.length ? t('import.missing.more', { examples: named }) : named
  if (!isKind(kind)) return `${format.number(count)} ${kind}: ${said}`
  return t(`import.missing.${kind}`, { count, formatted: format.number(count), examples: said })
}
