// What a check finds, by what is to be done about it.

export type ProblemKind = 'file' | 'reference' | 'log' | 'content' | 'derived' | 'trigger' | 'other'

const kinds: readonly (readonly [form: RegExp, kind: ProblemKind])[] = [
  [/^file$/, 'file'],
  [/^reference$/, 'reference'],
  [/^log-trigger$/, 'trigger'],
  [/^log-/, 'log'],
  [/content$/, 'content'],
  [/^(order-totals|line-|stock-)/, 'derived'],
]

export function problemOf(code: string): ProblemKind {
  return kinds.find(([form]) => form.test(code))?.[1] ?? 'other'
}
