// Sentences in two languages: i18next with typed keys (`orders.list.empty`). English is the source of the keys.
import { createInstance, type i18n, type Module } from 'i18next'
import { chinese } from '#shared/i18n/chinese.ts'
import { english } from '#shared/i18n/english.ts'

export const languages = ['en', 'zh-CN'] as const
export type Language = (typeof languages)[number]

type Leaves<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutPlural<Key> : `${Key}.${Leaves<Texts[Key]>}`
}[keyof Texts & string]

/** `count_one` and `count_other` are asked for as `count`. */
type WithoutPlural<Key extends string> = Key extends `${infer Stem}_one` | `${infer Stem}_other` ? Stem : Key

/** Every key that there is text for. (i18next's own key types give up on a book of this size.) */
export type TextKey = Leaves<typeof english>

/** A sentence by its key; `count` chooses singular and plural. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

/**
 * An i18next instance that speaks both languages, starting with `language`; a plugin (React's) may be given. No escaping:
 * React and the document writers escape what they print.
 */
export function newTranslation(language: Language, plugin?: Module): i18n {
  const instance = createInstance()
  if (plugin) instance.use(plugin)
  instance.init({
    lng: language,
    fallbackLng: 'en',
    supportedLngs: languages,
    resources: { en: { translation: english }, 'zh-CN': { translation: chinese } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    initAsync: false,
  })
  return instance
}

/** Sentences in one language, for documents and the command line. */
export function translator(language: Language): Translate {
  return newTranslation(language).getFixedT(language) as unknown as Translate
}
