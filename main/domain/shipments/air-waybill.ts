// Numbers of air waybills: three digits of the airline, seven of its own, and their remainder by seven.

/** `none`: the text has not the form of such a number. `digit`: what the check digit should be. */
export type WaybillCheck = { result: 'ok' | 'fails' | 'none'; digit: number | null }

const form = /^(\d{3})(\d{7})(\d)$/

export function checkWaybill(text: string): WaybillCheck {
  const match = form.exec(text.replace(/[\s\-.]/g, ''))
  if (!match) return { result: 'none', digit: null }
  const digit = Number(match[2]) % 7
  return { result: digit === Number(match[3]) ? 'ok' : 'fails', digit }
}
