// A failure as a sentence for the terminal, in the language the terminal speaks.
import type { Failure } from '#shared/errors.ts'
import english from '#shared/i18n/en/errors.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/errors.json' with { type: 'json' }

/** The sentence of the code with its details filled in; codes without one show themselves. */
export function errorSentence(failure: Failure): string {
  const isChinese = (process.env.LC_ALL ?? process.env.LANG ?? '').toLowerCase().startsWith('zh')
  const sentences: Readonly<Record<string, string>> = isChinese ? chinese : english
  const sentence = sentences[failure.code] ?? failure.code
  const filled = sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = String(failure.details[name] ?? '?')
    const known = { looksLike: `looks-like/${value}`, why: `read-only/${value}` }[name]
    return known === undefined ? value : (sentences[known] ?? value)
  })
  const issues = (failure.issues ?? []).map((issue) => `${issue.path}: ${issue.code}`)
  return [filled, ...issues].join('; ')
}
