// Where the next step of an alert is taken.
import { recordAddress } from '#renderer/lib/record-address.ts'
import type { Alert } from '#shared/schemas/alerts.ts'

export type StepAddress = { to: string; params?: { id: string }; search?: Record<string, string | number> }

export function stepAddress({ step, record }: Pick<Alert, 'step' | 'record'>): StepAddress {
  if (step.place === 'rates') return { to: '/rates' }
  if (step.place === 'clashes') return { to: '/clashes' }
  if (step.place === 'company' || !record) return { to: '/company' }
  const page = recordAddress(record)
  if (step.place === 'score') return { to: '/scores/$id', params: { id: String(record.id) } }
  if (step.place === 'sending') return { ...page, search: { ...page.search, step: 'dispatch' } }
  if (step.place === 'edit') return { to: `${page.to}/edit`, ...(page.params && { params: page.params }) }
  if (step.place === 'files') return { ...page, search: { ...page.search, panel: 'attachments' } }
  return page
}
