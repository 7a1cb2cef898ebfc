// Words of a rule as one pattern over folded text. `*` stands for anything in between; Latin words match whole words only.
import { foldText } from './fold-text.ts'

const special = /[.+?^${}()|[\]\\/]/g
const chinese = /\p{Script=Han}/u

/** One pattern for all of the phrases. Where several stand in a text, the one that begins first is what it matched. */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const words = phrases.map(foldText).filter((phrase) => /[^*\s]/.test(phrase))
  const latin = words.filter((phrase) => !chinese.test(phrase)).map(patternOf)
  const others = words.filter((phrase) => chinese.test(phrase)).map(patternOf)
  // Accents are folded away, so that the plain boundary of words is the right one.
  const whole = latin.length === 0 ? [] : [`(?<!\\w)(?:${latin.join('|')})(?!\\w)`]
  return new RegExp([...whole, ...others].join('|') || '(?!)')
}

function patternOf(phrase: string): string {
  return phrase
    .split('*')
    .map((part) => part.trim().replaceAll(special, '\\$&'))
    .join('.*?')
}
