// Finds sections of help by words: all of them must be there, titles count more than text.
import type { HelpSection, HelpTexts } from './help-text.ts'

export type HelpHit = {
  page: string
  pageTitle: string
  section: HelpSection /** The words around the first match. */
  snippet: string
}

const shown = 20
const around = 60

export function searchHelp(texts: HelpTexts, query: string): HelpHit[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  return [...texts.values()]
    .flatMap((page) => page.sections.map((section) => ({ page, section, score: scoreOf(section, page.title, words) })))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .slice(0, shown)
    .map(({ page, section }) => ({
      page: page.key,
      pageTitle: page.title,
      section,
      snippet: snippetOf(section.text, words[0] ?? ''),
    }))
}

const weight = { title: 10, page: 4, text: 1 }

/** 0 unless every word is found somewhere in the section, its title or its page's title. */
function scoreOf({ title, text }: HelpSection, pageTitle: string, words: readonly string[]): number {
  let score = 0
  for (const word of words) {
    const found =
      (fold(title).includes(word) ? weight.title : 0) +
      (fold(text).includes(word) ? weight.text : 0) +
      (fold(pageTitle).includes(word) ? weight.page : 0)
    if (found === 0) return 0
    score += found
  }
  // A page's own name alone does not make every section of it a hit.
  return words.some((word) => fold(title + text).includes(word)) ? score : 0
}

function snippetOf(text: string, word: string): string {
  const at = Math.max(0, fold(text).indexOf(word))
  const from = Math.max(0, at - around)
  const piece = text.slice(from, at + around * 2)
  return `${from > 0 ? '… ' : ''}${piece}${from + piece.length < text.length ? ' …' : ''}`
}

/** Letter by letter, so that places in the folded text are places in the text. */
function fold(text: string): string {
  return [...text].map((letter) => letter.normalize('NFD').charAt(0).toLowerCase() || letter).join('')
}
