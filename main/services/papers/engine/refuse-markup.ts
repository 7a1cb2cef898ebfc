// The refusal of a piece of markup or style, with the line it stands in.
import { AppError } from '#shared/errors.ts'

export type Forbidden = 'markup' | 'element' | 'attribute' | 'address' | 'style'

/** Throws `papers/template-forbids-…`; `at` is where in `html` it stands, the line counts from 1. */
export function refuse(what: Forbidden, found: string, { html, at }: { html: string; at: number }): never {
  const line = html.slice(0, at).split('\n').length
  throw new AppError(`papers/template-forbids-${what}`, { found, line })
}
