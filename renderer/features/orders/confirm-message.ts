// Why an order was not confirmed, with the amounts written as everywhere.
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { useText } from '#renderer/lib/language.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Failure } from '#shared/errors.ts'
import type { UnconfirmedOrder } from '#shared/schemas/confirm-many.ts'

type Text = Pick<ReturnType<typeof useText>, 't' | 'format'>

const amounts = ['open', 'overdue', 'limit'] as const

export function confirmMessage(text: Text, error: unknown): string {
  return refusedMessage(text, failureOf(error))
}

export function refusedMessage({ t, format }: Text, failure: Pick<UnconfirmedOrder, 'code' | 'details'>): string {
  const { code, details } = failure
  const { currency } = details
  const written = amounts.flatMap((name) => {
    const amount = details[name]
    if (typeof currency !== 'string' || typeof amount !== 'string' || !isDecimal(amount)) return []
    return [[name, format.amount(amount, currency)]]
  })
  return errorMessage(t, { code, details: { ...details, ...Object.fromEntries(written) } } as Failure)
}
