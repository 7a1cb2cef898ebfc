// The screen's language: the user's choice, else the system's. One i18next instance for all screens.
import { useMemo } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Format, formatFor } from '#renderer/lib/format.ts'
import { type Language, languages, newTranslation, type Translate } from '#shared/i18n/translate.ts'
import type { HostState } from '#shared/schemas/host.ts'

export const i18n = newTranslation(fromNavigator(), initReactI18next)

function fromNavigator(): Language {
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** The language that the host's state asks for. */
export function languageOf(state: Pick<HostState, 'preferences' | 'systemLanguage'>): Language {
  return state.preferences.language === 'system' ? state.systemLanguage : state.preferences.language
}

/** Turns all screens to a language. */
export function speak(language: Language): void {
  document.documentElement.lang = language
  if (i18n.language !== language) i18n.changeLanguage(language)
}

/** What words and values are written with, for functions beside the screens. */
export type Spoken = { t: Translate; format: Format }

/** `t` for sentences, `format` for values, both in the screen's language; the same object until that changes. */
export function useText(): { t: Translate; format: Format; language: Language } {
  const { t } = useTranslation()
  const language = languages.find((known) => known === i18n.language) ?? 'en'
  return useMemo(() => ({ t: t as unknown as Translate, format: formatFor(language), language }), [t, language])
}
