// Which of a record's two names a screen shows: the reader's language first, the other one where there is no such name.
import type { Language } from '#shared/i18n/translate.ts'

/** The names there are, the reader's first; one where both are the same. `name` may be the Chinese one for want of another. */
export function namesIn(language: Language, name: string, nameZh: string): string[] {
  const names = language === 'zh-CN' ? [nameZh, name] : [name, nameZh]
  return [...new Set(names)].filter((one) => one !== '')
}

/** The name to show; empty text where there is none. */
export function nameIn(language: Language, { name, nameZh }: { name: string; nameZh: string }): string {
  return namesIn(language, name, nameZh)[0] ?? ''
}
