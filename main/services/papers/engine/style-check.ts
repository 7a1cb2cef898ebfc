// Reads a style token by token as a browser does (strings and comments are known for what they are) and refuses every
// function and at-rule that is not on the lists: none on them can load anything.
import { refuse } from '#main/services/papers/engine/refuse-markup.ts'

const functions = new Set(
  (
    'calc clamp min max counter counters var rgb rgba hsl hsla hwb lab lch oklab oklch linear-gradient radial-gradient ' +
    'repeat minmax fit-content translate translatex translatey scale scalex scaley rotate skew skewx skewy matrix ' +
    'circle ellipse inset polygon not is where has lang dir nth-child nth-last-child nth-of-type nth-last-of-type'
  ).split(' '),
)
/** Words that a bracket may follow after a space: those of conditions. */
const conditions = new Set('and or not only'.split(' '))
const sides = ['left', 'center', 'right', 'left-corner', 'right-corner']
const rules = new Set([
  'media',
  'page',
  'supports',
  ...['top', 'bottom'].flatMap((edge) => sides.map((side) => `${edge}-${side}`)),
  ...['left', 'right'].flatMap((edge) => ['top', 'middle', 'bottom'].map((part) => `${edge}-${part}`)),
])

/** One token at a time; what none of these is, stands alone and means nothing. A `\` could spell any sign: none gets through. */
const token =
  /(?<comment>\/\*[\s\S]*?\*\/)|(?<string>"[^"\\\n\r\f]*"|'[^'\\\n\r\f]*')|@(?<rule>[-\w\u0080-\uffff]*)|(?<word>[-\w\u0080-\uffff]+)(?<call>[\t\n\f\r ]*\()?|(?<bad>["'\\\0]|\/\*)|[\s\S]/gy

/** Where the style stands in the whole; in an attribute no `&` either, which could spell any sign too. */
type Place = { html: string; at: number; isAttribute: boolean }

/** Throws `papers/template-forbids-style` with what was found and its line. */
export function checkStyle(style: string, { html, at, isAttribute }: Place): void {
  const stop = (found: string, from: number) => refuse('style', found, { html, at: at + (isAttribute ? 0 : from) })
  const entity = isAttribute ? style.indexOf('&') : -1
  if (entity !== -1) stop('&', entity)
  for (const { 0: whole, index, groups = {} } of style.matchAll(token)) {
    const { rule, word, call, bad } = groups
    if (bad !== undefined) stop(style.slice(index, index + 20), index)
    if (rule !== undefined && !rules.has(rule.toLowerCase())) stop(whole, index)
    if (word !== undefined && call !== undefined && !mayCall(word.toLowerCase(), call)) stop(whole, index)
  }
}

function mayCall(word: string, call: string): boolean {
  return functions.has(word) || (call !== '(' && conditions.has(word))
}
