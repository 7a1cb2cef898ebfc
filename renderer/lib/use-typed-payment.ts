// A payment while it is typed: what stands in its fields, and what is wrong with them until something is changed.
import { useState } from 'react'
import type { TypedPayment, TypedShare } from './typed-payment.ts'

export function useTypedPayment(begin: () => TypedPayment) {
  const [form, setForm] = useState(begin)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<TypedPayment>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const changeShare = (key: string, part: Partial<TypedShare>) =>
    set({ shares: form.shares.map((share) => (share.key === key ? { ...share, ...part } : share)) })
  return { form, set, changeShare, problems, setProblems }
}
