// The text of all pages in one language, loaded with the first opening of help.
import type { Language } from '#shared/i18n/translate.ts'

export type HelpSection = { id: string; title: string; text: string }
export type HelpText = { key: string; title: string; markdown: string; sections: readonly HelpSection[] }

/** Pages by key. */
export type HelpTexts = ReadonlyMap<string, HelpText>

export async function loadHelp(language: Language): Promise<HelpTexts> {
  const { files } = language === 'zh-CN' ? await import('./pages/chinese.ts') : await import('./pages/english.ts')
  const pages = Object.entries(files).map(([path, markdown]) => readPage(keyOf(path), markdown))
  return new Map(pages.map((page) => [page.key, page]))
}

function keyOf(path: string): string {
  return path.replace(/^.*\/|\.md$/g, '')
}

/** A page begins with its title (`# Orders`); what follows is cut into sections at each further heading. */
export function readPage(key: string, markdown: string): HelpText {
  const parts = markdown
    .replaceAll('\r\n', '\n')
    .split(/^(?=#{1,3} )/m)
    .filter((part) => part.trim() !== '')
  const sections = parts.map((part) => {
    const title = /^#{1,3} (.*)$/m.exec(part)?.[1]?.trim() ?? ''
    return { id: headingId(title), title, text: plain(part.replace(/^#{1,3} .*$/m, '')) }
  })
  return { key, title: sections[0]?.title ?? key, markdown, sections }
}

/** The same for a heading wherever it is shown, so that a found section can be scrolled to. */
export function headingId(title: string): string {
  return `help-${title.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')}`
}

/** Without the signs of Markdown: for searching and for the line that a hit shows. */
function plain(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`>]+|^[-\d.]+ /gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
