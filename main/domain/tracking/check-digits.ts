// The check digits of numbers that couriers give. Letters count as UPS and the UPU count them, where they may stand.

/** How the last figure follows from the others. */
export type CheckRule =
  /** Figures at even places (from 0) times `even`, at odd ones times `odd`; what is missing to the next ten. */
  | { kind: 'mod10'; even: number; odd: number; prepend?: string }
  /** The number itself, modulo 7 (DHL Express). */
  | { kind: 'mod7' }
  | { kind: 'luhn' }
  /** Weighted sum, modulo 11, of that the last figure (FedEx). */
  | { kind: 'weights'; weights: readonly number[] }
  /** ISO 7064 MOD 37,36 (DPD). */
  | { kind: 'mod37_36' }
  /** UPU S10. */
  | { kind: 's10' }

/** The check character that belongs to a serial. */
export function checkCharacter(serial: string, rule: CheckRule): string {
  switch (rule.kind) {
    case 'mod10':
      return toNextTen(alternating((rule.prepend ?? '') + serial, rule.even, rule.odd))
    case 'mod7':
      return String(Number(serial) % 7)
    case 'luhn':
      return luhn(serial)
    case 'weights':
      return String((weighted(serial, rule.weights) % 11) % 10)
    case 'mod37_36':
      return mod37(serial)
    case 's10':
      return s10(serial)
  }
}

function alternating(serial: string, even: number, odd: number): number {
  return [...serial].reduce((sum, sign, at) => sum + figureOf(sign) * (at % 2 === 0 ? even : odd), 0)
}

/** UPS: A is 2, B is 3, and so on, over and over from 0 to 9. */
function figureOf(sign: string): number {
  return /\d/.test(sign) ? Number(sign) : (sign.charCodeAt(0) - 3) % 10
}

function toNextTen(sum: number): string {
  return String((10 - (sum % 10)) % 10)
}

function luhn(serial: string): string {
  const figures = [...serial].reverse().map((sign, at) => Number(sign) * (at % 2 === 0 ? 2 : 1))
  return toNextTen(figures.reduce((sum, figure) => sum + (figure > 9 ? figure - 9 : figure), 0))
}

function weighted(serial: string, weights: readonly number[]): number {
  return [...serial].reduce((sum, sign, at) => sum + Number(sign) * (weights[at] ?? 0), 0)
}

const signs36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

function mod37(serial: string): string {
  let sum = 36
  for (const sign of serial) {
    sum += signs36.indexOf(sign)
    if (sum > 36) sum -= 36
    sum *= 2
    if (sum >= 37) sum -= 37
  }
  return signs36[(37 - sum) % 36] ?? ''
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7]

function s10(serial: string): string {
  const rest = 11 - (weighted(serial, s10Weights) % 11)
  if (rest === 10) return '0'
  return rest === 11 ? '5' : String(rest)
}
