// LiquidJS on a short leash: no files, few tags and filters, every value only text, bounded in time, memory and output.
import { type FS, Liquid, LiquidError, Tag } from 'liquidjs'
import type { BarcodeForm } from '#main/domain/papers/barcode-code.ts'
import { barcodeSvg } from '#main/services/papers/engine/barcode-svg.ts'
import { Markup, printed } from '#main/services/papers/engine/paper-markup.ts'
import { runInTime } from '#main/services/papers/engine/run-in-time.ts'
import { AppError, type ErrorDetails } from '#shared/errors.ts'
import type { PaperLanguage } from '#shared/schemas/papers.ts'

const allowedTags = ['assign', 'break', 'capture', 'case', 'comment', 'continue', 'echo', 'for', 'if', 'unless']
const readingTags = ['include', 'render', 'layout', 'block']
const allowedFilters =
  'append capitalize default divided_by downcase first last minus modulo plus prepend size slice strip times truncate upcase'

/** Longest text a filter takes, longest page, and how long it may take. */
const limits = { filterCharacters: 100_000, pageCharacters: 30_000_000, bodyCharacters: 400_000, memory: 20_000_000 }
/** Five thousand labels take some six seconds on a good machine: a slow or busy one gets its time too. */
export const usualLimitMs = 30_000

const noFiles: FS = {
  exists: async () => false,
  existsSync: () => false,
  contains: async () => false,
  containsSync: () => false,
  readFile: refuseFile,
  readFileSync: refuseFile,
  resolve: refuseFile,
}

function refuseFile(): never {
  throw new AppError('papers/template-reads-files')
}

/** A tag that would read another file: refused where it stands. */
class ReadingTag extends Tag {
  constructor(...parts: ConstructorParameters<typeof Tag>) {
    super(...parts)
    refuseFile()
  }

  render(): never {
    return refuseFile()
  }
}

type Rendering = { language: PaperLanguage; limitMs?: number }

/** The markup that a template's body makes of data. Throws `papers/template-…` with the body's `line`, counted from 1. */
export function renderBody(body: string, data: object, { language, limitMs = usualLimitMs }: Rendering): string {
  const liquid = leashed(language, limitMs)
  try {
    const html = runInTime(() => liquid.parseAndRenderSync(body, data), limitMs) as string
    if (html.length > limits.pageCharacters) throw tooLarge()
    return html
  } catch (error) {
    throw asRefusal(error, limitMs)
  }
}

function leashed(language: PaperLanguage, limitMs: number): Liquid {
  let left = limits.pageCharacters
  const outputEscape = (value: unknown): string => {
    if (typeof value === 'string' && value.length > left) throw tooLarge()
    const text = printed(value, language)
    left -= text.length
    if (left < 0) throw tooLarge()
    return text
  }
  const liquid = new Liquid({
    fs: noFiles,
    relativeReference: false,
    outputEscape,
    strictFilters: true,
    strictVariables: true,
    lenientIf: true,
    ownPropertyOnly: true,
    parseLimit: limits.bodyCharacters,
    renderLimit: limitMs,
    memoryLimit: limits.memory,
  })
  keepOnly(liquid.tags, allowedTags)
  for (const name of readingTags) liquid.registerTag(name, ReadingTag)
  keepOnly(liquid.filters, allowedFilters.split(' '))
  for (const [name, filter] of Object.entries(liquid.filters)) liquid.registerFilter(name, bounded(filter))
  liquid.registerFilter('picture', pictureFilter)
  liquid.registerFilter('barcode', barcodeFilter)
  liquid.registerFilter('en', (value: unknown) => printedPart(value, 'en'))
  liquid.registerFilter('zh', (value: unknown) => printedPart(value, 'zh'))
  return liquid
}

function keepOnly(known: Record<string, unknown>, allowed: readonly string[]): void {
  for (const name of Object.keys(known)) if (!allowed.includes(name)) delete known[name]
}

type Filter = Liquid['filters'][string]
type Handler = Extract<Filter, (...values: never[]) => unknown>

/** Filters copy what they take: a text that doubles at every turn is stopped here, long before memory is full. */
function bounded(filter: Filter): Handler {
  const handler = (typeof filter === 'function' ? filter : filter?.handler) as Handler
  return function bound(this: ThisParameterType<Handler>, ...values) {
    for (const value of values) {
      if (typeof value === 'string' && value.length > limits.filterCharacters) throw tooLarge()
    }
    return handler.apply(this, values)
  }
}

const dataPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+$/

/** `{{ logo | picture: 'logo' }}`: a picture of the book, never one from elsewhere. */
function pictureFilter(source: unknown, className: unknown): Markup | string {
  if (typeof source !== 'string' || !dataPicture.test(source)) return ''
  const name = /^[a-z-]{1,30}$/.test(String(className)) ? String(className) : 'picture'
  return new Markup(`<img class="${name}" alt="" src="${source}">`)
}

const barcodeForms = ['code128', 'ean13', 'ean8', 'upca', 'qr']

/** `{{ code | barcode: form, 40, 12 }}`: width and height in millimetres. */
function barcodeFilter(code: unknown, form: unknown, width: unknown, height: unknown): Markup | string {
  if (typeof code !== 'string' || !barcodeForms.includes(String(form))) return ''
  const mm = (value: unknown) => Math.min(200, Math.max(3, Number(value) || 10))
  return new Markup(barcodeSvg(code, form as BarcodeForm, { widthMm: mm(width), heightMm: mm(height) }))
}

function printedPart(value: unknown, side: 'en' | 'zh'): unknown {
  return value !== null && typeof value === 'object' && Object.hasOwn(value, side)
    ? (value as Record<string, unknown>)[side]
    : value
}

function tooLarge(): AppError {
  return new AppError('papers/template-too-large')
}

/** What stopped a template, as a refusal with its line. */
export function asRefusal(error: unknown, limitMs: number): unknown {
  if (error instanceof AppError) return error
  if (error instanceof RangeError) return tooLarge()
  if (!LiquidError.is(error)) return error
  const { originalError, token } = error as LiquidError & { originalError?: unknown }
  const [line] = token?.getPosition() ?? []
  const at: ErrorDetails = line === undefined ? {} : { line }
  if (originalError instanceof AppError) return new AppError(originalError.code, { ...originalError.details, ...at })
  const reason = (originalError instanceof Error ? originalError.message : error.message).slice(0, 300)
  if (originalError instanceof RangeError || /memory alloc limit/.test(reason)) return tooLargeAt(at)
  if (/render limit/.test(reason))
    return new AppError('papers/template-too-slow', { seconds: Math.round(limitMs / 1000), ...at })
  return new AppError('papers/template-broken', { reason, ...at })
}

function tooLargeAt(at: ErrorDetails): AppError {
  return new AppError('papers/template-too-large', at)
}
