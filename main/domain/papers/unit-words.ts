// Units of quantity as papers write them.
import { type Pair, same } from '#main/domain/papers/paper-text.ts'
import { unitWords } from '#shared/unit-words.ts'

/** The unit's word for a quantity in thousandths; one that is not known stays as it was typed. */
export function unitPair(unit: string, milli: number): Pair {
  const words = unitWords(unit)
  if (!words) return same(unit.trim())
  return { en: Math.abs(milli) === 1000 ? words.one : words.many, zh: words.zh }
}
