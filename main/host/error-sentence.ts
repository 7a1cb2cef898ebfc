// A failure as a sentence for the terminal, in the language the terminal speaks.
import type { Failure } from '#shared/errors.ts'
import englishErrors from '#shared/i18n/en/errors.json' with { type: 'json' }
import englishFields from '#shared/i18n/en/fields.json' with { type: 'json' }
import chineseErrors from '#shared/i18n/zh-CN/errors.json' with { type: 'json' }
import chineseFields from '#shared/i18n/zh-CN/fields.json' with { type: 'json' }
import { reasonKey } from '#shared/storage-reasons.ts'

type Sentences = Readonly<Record<string, string>>
type Words = { errors: Sentences; fields: { errors: Sentences; kinds: Sentences; expected: string; issue: string } }

const english: Words = { errors: englishErrors, fields: englishFields }
const chinese: Words = { errors: chineseErrors, fields: chineseFields }

/** The sentence of the code with its details filled in; codes without one show themselves. */
export function errorSentence(failure: Failure): string {
  const isChinese = (process.env.LC_ALL ?? process.env.LANG ?? '').toLowerCase().startsWith('zh')
  const words = isChinese ? chinese : english
  const issues = (failure.issues ?? []).map((issue) => issueSentence(issue, words.fields))
  return [filled(failure, words.errors), ...issues].join('\n  ')
}

function filled({ code, details }: Failure, sentences: Sentences): string {
  return fill(sentences[code] ?? code, (name) => {
    const detail = details[name] ?? '?'
    const value = Array.isArray(detail) ? detail.join(', ') : String(detail)
    const known = {
      looksLike: `looks-like/${value}`,
      why: `read-only/${value}`,
      reason: reasonKey(value),
      // The first warehouse and goods in transit have no name until someone gives them one.
      place: `place/${details.unnamedPlace}`,
    }[name]
    return (known && sentences[known]) || value
  })
}

/** Which field of an input does not fit, why, and what is expected there. */
function issueSentence(issue: NonNullable<Failure['issues']>[number], fields: Words['fields']): string {
  const { errors, kinds, expected, issue: sentence } = fields
  const what = issue.expected && fill(expected, () => kinds[issue.expected ?? ''] ?? issue.expected ?? '')
  const problem = [errors[issue.code] ?? errors.invalid, what].filter(Boolean).join(' ')
  return fill(sentence, (name) => (name === 'field' ? issue.path || 'JSON' : problem))
}

function fill(sentence: string, meant: (name: string) => string): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => meant(name))
}
