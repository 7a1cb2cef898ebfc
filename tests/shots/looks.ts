// How a screen can look: theme, language, and the size of the window.

export type Look = { theme: 'light' | 'dark'; language: 'en' | 'zh-CN'; width: number; height: number }

const desk = { width: 1440, height: 900 }

export const looks: readonly Look[] = [
  { theme: 'light', language: 'en', ...desk },
  { theme: 'light', language: 'zh-CN', ...desk },
  { theme: 'dark', language: 'en', ...desk },
  { theme: 'dark', language: 'zh-CN', ...desk },
]

/** A small laptop beside another window, and a window as narrow as it gets. */
export const narrowLooks: readonly Look[] = [
  { theme: 'light', language: 'en', width: 900, height: 720 },
  { theme: 'light', language: 'zh-CN', width: 560, height: 800 },
]

export function lookName({ theme, language, width }: Look): string {
  return `${theme}-${language}${width === desk.width ? '' : `-${width}`}`
}
