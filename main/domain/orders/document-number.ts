// Numbers of documents: kind, year, the letters of the copy that gives them (none for the first copy), and a counter that
// runs per kind, year and copy.

const minimumDigits = 4

/** What all numbers of a kind, year and copy begin with: `SO-2026-` or `SO-2026-QKD-`. */
export function numberPrefix(kind: string, year: string, letters: string): string {
  return letters === '' ? `${kind}-${year}-` : `${kind}-${year}-${letters}-`
}

/** The number at `count`: four digits at least, more once they are needed. */
export function documentNumber(prefix: string, count: number): string {
  return prefix + String(count).padStart(minimumDigits, '0')
}

/** The counter of a number with this prefix; null for any other text. */
export function countOf(prefix: string, number: string): number | null {
  const digits = number.startsWith(prefix) ? number.slice(prefix.length) : ''
  return /^\d{1,15}$/.test(digits) ? Number(digits) : null
}
