// The markup of a template as it was written, without its Liquid: what can be looked at before anything is rendered.
import { Tokenizer, TokenKind } from 'liquidjs'
import { asRefusal, usualLimitMs } from '#main/services/papers/engine/liquid-engine.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { AppError } from '#shared/errors.ts'

/**
 * The body as written, Liquid's own parts and comments blanked so that lines and places stay. Read by LiquidJS' own tokenizer,
 * so that nothing is taken for a comment which is none. Throws `papers/template-…` with the line.
 */
export function writtenMarkup(body: string, limitMs = usualLimitMs): string {
  try {
    return runInTime(() => blanked(body), limitMs)
  } catch (error) {
    throw asRefusal(error, limitMs)
  }
}

function blanked(body: string): string {
  let isComment = false
  const parts = new Tokenizer(body).readTopLevelTokens().map((token) => {
    const text = body.slice(token.begin, token.end)
    if (token.kind === TokenKind.HTML) return isComment ? blankOf(text) : text
    const name = 'name' in token ? token.name : ''
    // LiquidJS lets a filter without a name pass at the end.
    if (!isComment && /\|[ \t\r\n]*-?[%}]\}$/.test(text)) {
      const [line = 1] = token.getPosition()
      throw new AppError('papers/template-broken', { reason: 'expected filter name', line })
    }
    if (name === (isComment ? 'endcomment' : 'comment')) isComment = !isComment
    return blankOf(text)
  })
  return parts.join('')
}

function blankOf(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ')
}
