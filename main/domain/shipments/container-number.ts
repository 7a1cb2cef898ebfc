// Numbers of freight containers (ISO 6346): owner, category, serial number and the digit that proves them.

/** `none`: the text has not the form of such a number. `digit`: what the check digit should be. */
export type ContainerCheck = { result: 'ok' | 'fails' | 'none'; digit: number | null }

const form = /^([A-Z]{3}[UJZ]\d{6})(\d)$/

/** The number as it is compared: capitals, without spaces, dashes and dots. */
export function plainContainer(text: string): string {
  return text.toUpperCase().replace(/[\s\-.]/g, '')
}

export function checkContainer(text: string): ContainerCheck {
  const match = form.exec(plainContainer(text))
  if (!match) return { result: 'none', digit: null }
  const digit = containerDigit(match[1] ?? '')
  return { result: digit === Number(match[2]) ? 'ok' : 'fails', digit }
}

/** Of the first ten signs: values times powers of two, modulo 11; a remainder of 10 is written as 0. */
export function containerDigit(ten: string): number {
  const sum = [...ten].reduce((total, sign, index) => total + worthOf(sign) * 2 ** index, 0)
  return (sum % 11) % 10
}

/** Letters count from 10 up, leaving out 11, 22 and 33, which would not change the remainder. */
function worthOf(sign: string): number {
  if (sign >= '0' && sign <= '9') return Number(sign)
  const plain = sign.charCodeAt(0) - 55
  return plain + Math.floor((plain - 1) / 10)
}
