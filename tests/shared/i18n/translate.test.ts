import { describe, expect, test } from 'vitest'
import { chinese } from '#shared/i18n/chinese.ts'
import { english } from '#shared/i18n/english.ts'
import { translator } from '#shared/i18n/translate.ts'

type Texts = { [key: string]: string | Texts }

function leaves(texts: Texts, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
  )
}

const inEnglish = leaves(english)
const inChinese = leaves(chinese)
const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '')
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the two languages', () => {
  test('have the same keys', () => {
    const keys = (texts: [string, string][]) => [...new Set(texts.map(([key]) => withoutPlural(key)))].sort()
    expect(keys(inChinese)).toEqual(keys(inEnglish))
  })

  test('have the plural forms that each needs', () => {
    const stems = inEnglish.filter(([key]) => key.endsWith('_other')).map(([key]) => withoutPlural(key))
    const keys = new Set(inEnglish.map(([key]) => key))
    const chineseKeys = new Set(inChinese.map(([key]) => key))
    expect(stems.filter((stem) => !keys.has(`${stem}_one`))).toEqual([])
    expect(stems.filter((stem) => !chineseKeys.has(`${stem}_other`))).toEqual([])
  })

  test('use the same values in each sentence', () => {
    const texts = new Map(inChinese)
    const different = inEnglish.flatMap(([key, text]) => {
      const other = texts.get(key)
      // Singulars may leave the number out ("the one entry"), and Chinese has none of its own.
      if (other === undefined || key.endsWith('_one')) return []
      return variables(text).join() === variables(other).join() ? [] : [key]
    })
    expect(different).toEqual([])
  })

  test('leave nothing empty, and nothing in English where Chinese should stand', () => {
    expect([...inEnglish, ...inChinese].filter(([, text]) => text.trim() === '')).toEqual([])
    const english = new Map(inEnglish)
    const untranslated = inChinese.filter(([key, text]) => {
      const same = english.get(key) === text
      return same && /[a-z]{3}/.test(text.replaceAll(/\{\{\w+\}\}/g, ''))
    })
    expect(untranslated.map(([key]) => key)).toEqual([])
  })

  test('never speak of what only the program knows', () => {
    const words = /\b(replica|stub|operation)s?\b/i
    expect([...inEnglish, ...inChinese].filter(([, text]) => words.test(text)).map(([key]) => key)).toEqual([])
  })
})

describe('a translator', () => {
  test('fills in values and chooses the plural', () => {
    const en = translator('en')
    const zh = translator('zh-CN')
    expect(en('products.count', { count: 1, formatted: '1' })).toBe('1 product')
    expect(en('products.count', { count: 1234, formatted: '1,234' })).toBe('1,234 products')
    expect(zh('products.count', { count: 1, formatted: '1' })).toBe('1 个产品')
  })

  test('escapes nothing: what prints it does', () => {
    expect(translator('en')('products.savedNew', { sku: 'A&B <c>' })).toBe('A&B <c> was added')
  })
})
