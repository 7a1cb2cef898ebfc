// How a Chinese character is read, every way it can be, without tones: 重 is `zhong` and `chong`. Whole words are not looked
// up (that takes seconds for 200,000 names); whoever types one of the readings finds the character.
import { pinyin } from 'pinyin-pro'
import { isHanUnit } from './fold-text.ts'

const cache = new Map<number, readonly string[]>()
const none: readonly string[] = []

/** Readings of a UTF-16 unit; none for what is not Chinese. 绿 is `lv` (as typed) and `lu`. */
export function readingsOf(unit: number): readonly string[] {
  if (!isHanUnit(unit)) return none
  let readings = cache.get(unit)
  if (!readings) {
    readings = lookUp(String.fromCharCode(unit))
    cache.set(unit, readings)
  }
  return readings
}

function lookUp(character: string): readonly string[] {
  const found = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })
  const readings = found.filter((reading) => /^[a-z]+$/.test(reading))
  return [
    ...new Set(readings.flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : reading))),
  ]
}

/**
 * Whether `term` spells the characters of `text` from `at` on: each by a whole reading, by its first letter or by zh, ch, sh;
 * the last may break off anywhere. `chongqing`, `cq`, `cqing` and `chongq` all spell 重庆. Gives how many characters it
 * took, 0 for none.
 */
export function spelledFrom(text: string, at: number, term: string, from = 0): number {
  const rest = term.length - from
  for (const reading of readingsOf(text.charCodeAt(at))) {
    if (rest <= reading.length && reading.startsWith(term.slice(from))) return 1
    for (const length of stepsOf(reading)) {
      if (!term.startsWith(reading.slice(0, length), from)) continue
      const more = spelledFrom(text, at + 1, term, from + length)
      if (more > 0) return more + 1
    }
  }
  return 0
}

/** How many letters may be typed of a reading that others follow: all, the initial, the first. */
function stepsOf(reading: string): number[] {
  return isHushing(reading) ? [reading.length, 2, 1] : [reading.length, 1]
}

/** zh, ch, sh: no other reading has an h there. */
export function isHushing(reading: string): boolean {
  return reading.charCodeAt(1) === 104
}
