// Which languages a spec's way is gone in: the texts are the same keys everywhere, so one of them is enough for most runs.
import { type Language, languages } from '#shared/i18n/translate.ts'

/** The named language; all of them with QUAYSIDE_LANGUAGES=all in the environment. */
export function inLanguage(language: Language): readonly Language[] {
  return process.env.QUAYSIDE_LANGUAGES === 'all' ? languages : [language]
}
