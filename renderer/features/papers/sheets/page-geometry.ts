// The page that a paper's style asks for, in CSS pixels, and what its margin boxes say on each page. Pure: text in, figures out.

/** CSS pixels per unit. https://www.w3.org/TR/css-values-4/#absolute-lengths */
const pixels: Readonly<Record<string, number>> = {
  px: 1,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  q: 96 / 101.6,
  pt: 96 / 72,
  pc: 16,
}

/** Named sizes, portrait. https://www.w3.org/TR/css-page-3/#page-size-prop */
const namedSizes: Readonly<Record<string, readonly [string, string]>> = {
  a3: ['297mm', '420mm'],
  a4: ['210mm', '297mm'],
  a5: ['148mm', '210mm'],
  letter: ['8.5in', '11in'],
  legal: ['8.5in', '14in'],
}

export type PageSize = { width: number; height: number }
export type Sides = { top: number; right: number; bottom: number; left: number }
export type PageGeometry = PageSize & { margin: Sides }

/** What a browser takes when a style says nothing. */
export const usualPage: PageGeometry = {
  width: length('210mm'),
  height: length('297mm'),
  margin: { top: 38, right: 38, bottom: 38, left: 38 },
}

/** A length in pixels; 0 for what is none. */
export function length(text: string): number {
  const [, figure, unit] = /^(-?[\d.]+)([a-z]*)$/i.exec(text.trim()) ?? []
  const factor = unit ? pixels[unit.toLowerCase()] : 1
  return figure === undefined || factor === undefined ? 0 : Number(figure) * factor
}

/** The value of `size`: two lengths, one, or a name with or without its orientation. */
export function pageSize(text: string): PageSize | null {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const name = words.find((word) => word in namedSizes)
  const sides = name ? namedSizes[name] : words.filter((word) => length(word) > 0)
  const [width = '', height = width] = sides ?? []
  if (length(width) <= 0) return null
  const size = { width: length(width), height: length(height) }
  const isTurned = words.includes('landscape') && size.width < size.height
  return isTurned ? { width: size.height, height: size.width } : size
}

/** What stands in a margin box on one page: strings and the two page counters of its `content`; null for none. */
export function marginText(content: string, page: number, pages: number): string | null {
  if (content === '' || content === 'none' || content === 'normal') return null
  const parts = content.matchAll(/"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counter\(\s*(pages?)\s*(?:,[^)]*)?\)/gi)
  return [...parts]
    .map(([, double, single, counter]) => {
      if (counter) return String(counter.toLowerCase() === 'page' ? page : pages)
      return cssString(double ?? single ?? '')
    })
    .join('')
}

/** A CSS string without its escapes. https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point */
function cssString(text: string): string {
  return text.replaceAll(/\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi, (_all, code?: string, sign?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (sign ?? ''),
  )
}
