// What may stand in a paper's page: text, always escaped, and the few pieces of markup that the engine itself makes.
import type { PaperLanguage } from '#shared/schemas/papers.ts'

/** Markup made by the engine (a barcode, a picture); no template and no data can make one. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
}

/**
 * Text as HTML. Control signs go, and so do those that turn the direction of what follows: with them a name could make an
 * amount beside it read otherwise than it is.
 */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\p{Cc}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (sign) =>
      sign === '\n' || sign === '\t' ? sign : '',
    )
    .replaceAll(/[\u2028\u2029]/g, '\n')
    .replaceAll(/[&<>"'`]/g, (sign) => entities[sign] ?? sign)
}

type Pair = { en: string; zh: string }

function isPair(value: object): value is Pair {
  return Object.hasOwn(value, 'en') && Object.hasOwn(value, 'zh')
}

/** What a template's `{{ value }}` prints: a pair in the paper's language, or both beside each other where they differ. */
export function printed(value: unknown, language: PaperLanguage): string {
  if (value instanceof Markup) return value.html
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return escapeText(String(value))
  if (!isPair(value)) return ''
  const en = String(value.en)
  const zh = String(value.zh)
  if (language === 'en') return escapeText(en || zh)
  if (language === 'zh-CN') return escapeText(zh || en)
  if (en === '' || zh === '' || en === zh) return escapeText(en || zh)
  return `<span class="en">${escapeText(en)}</span> <span class="zh" lang="zh-CN">${escapeText(zh)}</span>`
}
