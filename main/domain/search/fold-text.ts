// Text as search compares it: small letters without accents, words with one blank between them, no punctuation. Chinese
// stands apart from what surrounds it, so that `A4纸` is found by either half.

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ς: 'σ',
}

const notPlain = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g')
const marks = /\p{M}+/gu
const betweenWords = /[^\p{L}\p{N}]+/gu
const besideHan = /(?<=\p{Script=Han})(?=[^\p{Script=Han} ])|(?<=[^\p{Script=Han} ])(?=\p{Script=Han})/gu
const isFolded = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const isAscii = /^[\0-\x7f]*$/
const hasHan = /\p{Script=Han}/u
/** Neither taken apart nor marked: nearly all Chinese text. */
const isPlain = /^[\0-\x7f\u4e00-\u9fff]*$/

export function foldText(text: string): string {
  if (isAscii.test(text)) return foldAscii(text)
  const words = foldLetters(text).replaceAll(betweenWords, ' ').trim()
  return hasHan.test(words) ? words.replaceAll(besideHan, ' ') : words
}

function foldAscii(text: string): string {
  const small = text.toLowerCase()
  return isFolded.test(small) ? small : small.replaceAll(/[^a-z0-9]+/g, ' ').trim()
}

/** Letters only: the same for a character alone as in its text, so that places can be mapped back. */
function foldLetters(text: string): string {
  if (isPlain.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(marks, '')
    .replaceAll(notPlain, (letter) => plainLetters[letter] ?? letter)
}

const isSpelledOut = /[äæöøüå]|[aou][\u0308\u030a]/i

/** `Müller` also as `mueller`, `Købmand` as `koebmand`; null where no such letter is. */
export function foldSpelledOut(text: string): string | null {
  if (!isSpelledOut.test(text)) return null
  const spelled = text
    .normalize('NFC')
    .replaceAll(/[äæ]/gi, 'ae')
    .replaceAll(/[öø]/gi, 'oe')
    .replaceAll(/ü/gi, 'ue')
    .replaceAll(/å/gi, 'aa')
  return foldText(spelled)
}

/** Folded text, and for each of its units where in the original the character stands that it came from. */
export type MappedText = { folded: string; from: number[]; to: number[] }

/** As `foldText`, remembering places: for highlighting, too slow for an index. */
export function foldWithPlaces(text: string): MappedText {
  const mapped: MappedText = { folded: '', from: [], to: [] }
  let at = 0
  let wasHan = false
  for (const character of text) {
    const end = at + character.length
    for (const letter of foldLetters(character).replaceAll(betweenWords, ' ')) {
      const isBlankAllowed = mapped.folded !== '' && !mapped.folded.endsWith(' ')
      if (letter === ' ') {
        if (isBlankAllowed) append(mapped, ' ', at, end)
        continue
      }
      const isHan = hasHan.test(letter)
      if (isBlankAllowed && isHan !== wasHan) append(mapped, ' ', at, at)
      append(mapped, letter, at, end)
      wasHan = isHan
    }
    at = end
  }
  return mapped.folded.endsWith(' ') ? { ...mapped, folded: mapped.folded.slice(0, -1) } : mapped
}

function append(mapped: MappedText, unit: string, from: number, to: number): void {
  mapped.folded += unit
  for (let count = 0; count < unit.length; count += 1) {
    mapped.from.push(from)
    mapped.to.push(to)
  }
}

/** Whether a UTF-16 unit belongs to a Chinese character; those beyond the basic plane come as surrogates. */
export function isHanUnit(unit: number): boolean {
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xdfff) ||
    unit === 0x3005 ||
    unit === 0x3007
  )
}
