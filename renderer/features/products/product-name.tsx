// A product's name with the other language muted behind it; the reader's language first.
import { useText } from '#renderer/lib/language.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import type { Language } from '#shared/i18n/translate.ts'

export function ProductName({ nameEn, nameZh }: { nameEn: string; nameZh: string }) {
  const { language } = useText()
  const [first, second] = namesIn(language, nameEn, nameZh)
  return (
    <>
      {first} {second ? <span className="q-quiet">{second}</span> : null}
    </>
  )
}

/** The name in the reader's language, else the other one, else the SKU. */
export function productTitle(product: { nameEn: string; nameZh: string; sku: string }, language: Language): string {
  return nameIn(language, { name: product.nameEn, nameZh: product.nameZh }) || product.sku
}
