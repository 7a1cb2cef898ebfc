// What the words of a template are called in the designer: as the template itself says them, in the reader's language.
import { useText } from '#renderer/lib/language.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { PairText, PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'

/** The text of a pair in a language, else the other one. */
export function pairIn(language: Language, pair: PairText | undefined): string {
  if (!pair) return ''
  return language === 'zh-CN' ? pair.zh || pair.en : pair.en || pair.zh
}

/** A column by its heading on the paper, which is one of the template's words: `column_sku`. */
export function useColumnLabel({ wording }: Pick<PaperTemplateHeader, 'wording'>): (key: string) => string {
  const { language } = useText()
  return (key) => pairIn(language, wording[`column_${key}`]) || key
}
