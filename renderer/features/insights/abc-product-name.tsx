// A product's name with the other language muted behind it; the reader's language first.

import { useText } from '#renderer/lib/language.ts'
import type { AbcItem } from '#shared/schemas/insights.ts'

type Names = Pick<AbcItem, 'name' | 'nameZh'>

/** One or two names, the reader's first. `name` is the Chinese one where there is no other. */
export function productNames({ name, nameZh }: Names, language: string): string[] {
  const names = language === 'zh-CN' ? [nameZh, name] : [name, nameZh]
  return [...new Set(names)].filter((one) => one !== '')
}

export function AbcProductName({ item }: { item: Names }) {
  const { language } = useText()
  const [first, second] = productNames(item, language)
  return (
    <>
      {first} {second ? <span className="q-quiet">{second}</span> : null}
    </>
  )
}
