// Every text is named by some source: by its whole key, by a template whose parts fit, or by the group of texts that it is in.
// A text that nothing names is translated, kept and read by nobody.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'
import { expect, test } from 'vitest'
import { english } from '#shared/i18n/english.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const folders = ['main', 'renderer', 'shared']

/** Groups whose keys come from elsewhere: from codes that are thrown, from zod, and two that are read as objects, not by key. */
const toldOtherwise = [/^errors\./, /^fields\.errors\./, /^exports\./, /^copies\.standIn\./]

type Node = { type?: string; value?: unknown; quasis?: { value: { cooked: string } }[] }

/** What a source says as text: whole literals, and the fixed parts of templates. */
function textsOf(file: string): { literals: string[]; templates: string[][] } {
  const literals: string[] = []
  const templates: string[][] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one)
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return
    const { type, value, quasis } = node as Node
    if (type === 'Literal' && typeof value === 'string') literals.push(value)
    if (type === 'TemplateLiteral' && quasis) templates.push(quasis.map((part) => part.value.cooked))
    for (const child of Object.values(node)) walk(child)
  }
  walk(parseSync(file, readFileSync(file, 'utf8')).program)
  return { literals, templates }
}

const sources = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(root, folder, name)),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map(textsOf)
const literals = new Set(sources.flatMap((source) => source.literals))
/** Of templates only those that begin with a group of texts: one that begins with a value could mean any. */
const templates = sources
  .flatMap((source) => source.templates)
  .filter(([first = '', ...rest]) => rest.length > 0 && /^[a-zA-Z]+\./.test(first))
  .map(
    (parts) => new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')).join('.+')}$`),
  )

function keysOf(texts: object, prefix: string): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}.${key}`] : keysOf(value, `${prefix}.${key}`),
  )
}

/** `count_one` and `count_other` are one text in two forms. */
const withoutForm = (key: string) => key.replace(/_(one|other)$/, '')

/** A group that some source hands on as text: `'exports.columns'`, with or without the dot. The feature's name alone is no group. */
function isOfNamedGroup(key: string): boolean {
  const parts = key.split('.')
  return parts.slice(2).some((_, at) => {
    const group = parts.slice(0, at + 2).join('.')
    return literals.has(group) || literals.has(`${group}.`)
  })
}

function isNamed(key: string): boolean {
  if (literals.has(key) || literals.has(withoutForm(key))) return true
  return templates.some((template) => template.test(withoutForm(key)) || template.test(key)) || isOfNamedGroup(key)
}

test('no text is left that nothing names', () => {
  const keys = Object.entries(english).flatMap(([feature, texts]) => keysOf(texts, feature))
  expect(keys.length).toBeGreaterThan(1000)
  const asked = keys.filter((key) => !toldOtherwise.some((group) => group.test(key)))
  const left = asked.filter((key) => !isNamed(key))
  expect([...new Set(left.map(withoutForm))]).toEqual([])
})
