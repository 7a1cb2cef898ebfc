// How the command line answers what the screen would ask: by options, by a mapping, else by the guess. What has no guess
// is an error that names the option, never a silent choice.
import { readFileSync } from 'node:fs'
import type { ReadDb } from '#main/db/database.ts'
import { userPath } from '#main/host/cli/verb.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { inspectFile } from '#main/services/import/inspect-file.ts'
import { mappingByName } from '#main/services/import/saved-mappings.ts'
import { AppError } from '#shared/errors.ts'
import { isCurrency } from '#shared/reference/currencies.ts'
import { channelKinds } from '#shared/schemas/channels.ts'
import {
  type ImportKind,
  type ImportMapping,
  type ImportQuestion,
  importKinds,
  mappingSchema,
} from '#shared/schemas/imports.ts'

export type ImportWishes = {
  kind?: ImportKind
  mapping?: string
  channel?: string
  platform?: string
  currency?: string
  to?: string
  dates?: string
  decimal?: string
  percent?: string
  makeMissing: boolean
  isDry: boolean
}

export type WishedMapping = { mapping: ImportMapping; questions: ImportQuestion[] }

/** The kind named by `--as`, or `import/unknown-kind`. */
export function kindNamed(text: string | undefined): ImportKind | undefined {
  if (text === undefined) return undefined
  const kind = importKinds.find((candidate) => candidate === text)
  if (!kind) throw new AppError('import/unknown-kind', { kind: text, kinds: importKinds })
  return kind
}

/** The mapping of a file, with what was wished on top; questions that were left to a guess. */
export function wishedMapping(db: ReadDb, file: ShelvedFile, wishes: ImportWishes): WishedMapping {
  const { mapping, questions } =
    wishes.mapping === undefined
      ? guessedMapping(db, file, wishes)
      : { mapping: namedMapping(db, wishes.mapping), questions: [] }
  const answers = answersOf(wishes)
  const open = questions.filter((question) => answers[question.key] === undefined)
  for (const question of open) refuseUnanswered(file, mapping, question)
  const options = { ...mapping.options, ...answers, byColumn: withoutAnswered(mapping, answers) }
  if (wishes.makeMissing) options.makeMissing = true
  return { mapping: mappingSchema.parse({ ...mapping, options }), questions: open }
}

const knownPlatform = new RegExp(`^(${channelKinds.filter((kind) => kind !== 'direct').join('|')})$`)

type Answers = Readonly<Partial<Record<string, string>>>

function answersOf({ channel, platform, currency, to, dates, decimal, percent }: ImportWishes): Answers {
  for (const code of [currency, to]) {
    if (code !== undefined && !isCurrency(code.toUpperCase()))
      throw new AppError('rates/unknown-currency', { currency: code })
  }
  const given = {
    channel: channel === undefined ? undefined : oneOf('--channel', channel.trim(), /^.{1,60}$/),
    platform: platform === undefined ? undefined : oneOf('--platform', platform, knownPlatform),
    currency: currency?.toUpperCase(),
    toCurrency: to?.toUpperCase(),
    dateOrder: dates === undefined ? undefined : oneOf('--dates', dates, /^(dmy|mdy|ymd)$/),
    decimal: decimal === undefined ? undefined : oneOf('--decimal', decimal, /^[.,]$/),
    percentForm: percent === undefined ? undefined : oneOf('--percent', percent, /^(percent|fraction)$/),
  }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
}

function oneOf(option: string, value: string, form: RegExp): string {
  if (!form.test(value)) throw new AppError('cli/usage', { usage: option, reason: value })
  return value
}

/** An answer holds for every column that the question was about. */
function withoutAnswered({ options }: ImportMapping, answers: Answers): ImportMapping['options']['byColumn'] {
  if (answers.percentForm === undefined) return options.byColumn
  return Object.fromEntries(
    Object.entries(options.byColumn).map(([column, { percentForm: _, ...own }]) => [column, own]),
  )
}

const optionFor: Readonly<Record<string, string>> = {
  dateOrder: '--dates dmy|mdy|ymd',
  decimal: '--decimal .|,',
  currency: '--currency CODE',
  toCurrency: '--to CODE',
}

/** Amounts that name no currency are in the book's base currency; a rate without its currencies says nothing. */
function refuseUnanswered(file: ShelvedFile, { kind }: ImportMapping, question: ImportQuestion): void {
  const option = optionFor[question.key]
  if (question.guess !== null || option === undefined) return
  if (question.key === 'currency' && kind !== 'rates') return
  throw new AppError('import/needs-answer', { name: file.name, columns: question.columns, option })
}

function guessedMapping(db: ReadDb, file: ShelvedFile, { kind }: ImportWishes): WishedMapping {
  const inspection = inspectFile(db, file, { kind })
  if (inspection.kind === null) throw new AppError('import/unknown-content', { name: file.name })
  return { mapping: inspection.mapping, questions: inspection.questions }
}

function namedMapping(db: ReadDb, name: string): ImportMapping {
  if (!name.endsWith('.json')) return mappingByName(db, name).mapping
  try {
    return mappingSchema.parse(JSON.parse(readFileSync(userPath(name), 'utf8')))
  } catch {
    throw new AppError('import/bad-mapping-file', { name })
  }
}
