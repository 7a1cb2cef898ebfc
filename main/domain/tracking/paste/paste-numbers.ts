// What could be a number of a parcel in a paste: looked up among the shipments before anything else is read.

const token = /[A-Za-z0-9](?:[A-Za-z0-9]|[ -](?=[A-Za-z0-9])){6,44}/g
const mostNumbers = 50_000

/** Pieces of text with enough figures in them, at the beginning of lines or alone. */
export function pasteNumbers(text: string): string[] {
  const found = new Set<string>()
  for (const line of text.split(/\r\n?|\n/)) {
    if (found.size >= mostNumbers) break
    for (const piece of line.split(/[\t,，;；|｜(（:：#]/)) {
      const candidate = piece.trim()
      if (candidate.length >= 7 && candidate.length <= 45 && (candidate.match(/\d/g)?.length ?? 0) >= 5) {
        for (const [word] of candidate.matchAll(token)) found.add(word)
      }
    }
  }
  return [...found]
}
