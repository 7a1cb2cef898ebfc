// What a cell's number format makes of its number: a day, a time, a percentage, a code with leading zeros, or just a number.
// Built-in formats from ECMA-376 part 1, 18.8.30, with those that East Asian editions of Excel add.

export type NumberForm =
  | { readonly form: 'number' }
  | { readonly form: 'percent' }
  /** `00000`: digits padded with zeros to this length, as postal codes and article numbers are shown. */
  | { readonly form: 'padded'; readonly length: number }
  | { readonly form: 'date' | 'time' | 'datetime' }

const number: NumberForm = { form: 'number' }
const builtIn = new Map<number, NumberForm>()
const spans: readonly (readonly [number, number, NumberForm['form'] & ('percent' | 'date' | 'time' | 'datetime')])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'datetime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
]
for (const [first, last, form] of spans) for (let id = first; id <= last; id += 1) builtIn.set(id, { form })

/** The form of a format by its number in the file and, for the file's own formats, its code. */
export function numberForm(id: number, code: string | undefined): NumberForm {
  return code === undefined ? (builtIn.get(id) ?? number) : formOfCode(code)
}

function formOfCode(code: string): NumberForm {
  if (/^0{2,}$/.test(code)) return { form: 'padded', length: code.length }
  const signs = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (signs === 'general' || signs === '@') return number
  const hasTime = /[hs]/.test(signs)
  // An m beside hours or seconds means minutes.
  const hasDay = /[yd]/.test(signs) || (signs.includes('m') && !hasTime)
  if (hasDay) return { form: hasTime ? 'datetime' : 'date' }
  if (hasTime) return { form: 'time' }
  return signs.includes('%') ? { form: 'percent' } : number
}
