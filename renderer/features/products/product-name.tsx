// A product's name with the other language muted behind it; the reader's language first.
import { useText } from '#renderer/lib/language.ts'

export function ProductName({ nameEn, nameZh }: { nameEn: string; nameZh: string }) {
  const { language } = useText()
  const [first, second] = language === 'zh-CN' ? [nameZh, nameEn] : [nameEn, nameZh]
  if (!first) return <>{second}</>
  return (
    <>
      {first} {second ? <span className="q-quiet">{second}</span> : null}
    </>
  )
}

/** The name in the reader's language, else the other one, else the SKU. */
export function productTitle(product: { nameEn: string; nameZh: string; sku: string }, language: string): string {
  const [first, second] = language === 'zh-CN' ? [product.nameZh, product.nameEn] : [product.nameEn, product.nameZh]
  return first || second || product.sku
}
