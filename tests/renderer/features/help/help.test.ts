import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { helpPageOf, helpPages } from '#renderer/features/help/help-pages.ts'
import { headingId, loadHelp, readPage } from '#renderer/features/help/help-text.ts'
import { searchHelp } from '#renderer/features/help/search-help.ts'
import { keyboard } from '#renderer/lib/keyboard.ts'
import { languages, translator } from '#shared/i18n/translate.ts'
import { alertRuleIds } from '#shared/schemas/alerts.ts'
import { paperKinds } from '#shared/schemas/papers.ts'

const app = fileURLToPath(new URL('../../../../renderer/app/', import.meta.url))
const routes = readdirSync(app)
  .filter((file) => file === 'routes.tsx' || file.endsWith('-routes.ts'))
  .map((file) => readFileSync(`${app}${file}`, 'utf8'))
  .join('\n')
const addresses = [...routes.matchAll(/\b(?:at|list|page)\('([^']+)'\)/g)].map((match) => match[1] ?? '')
const folder = (language: string) =>
  readdirSync(fileURLToPath(new URL(`../../../../renderer/features/help/pages/${language}`, import.meta.url)))

describe('every screen', () => {
  test('is found', () => {
    expect(addresses.length).toBeGreaterThan(20)
  })

  test.each(addresses)('%s has a page of its own', (address) => {
    const given = address.replaceAll(/\$\w+/g, '7')
    const page = helpPages.find(({ key }) => key === helpPageOf(given))
    const named = address.replaceAll(/\$\w+/g, '*')
    expect(page?.screens.some((screen) => screen === named || screen.includes('*'))).toBe(true)
    // Only the first screen may be helped by the page that stands in for all others.
    if (address !== '/') expect(page?.key).not.toBe('today')
  })

  test('the page that names most of an address is its page', () => {
    expect(helpPageOf('/orders')).toBe('orders')
    expect(helpPageOf('/orders/7')).toBe('orders')
    expect(helpPageOf('/orders/new')).toBe('order-form')
    expect(helpPageOf('/orders/7/edit')).toBe('order-form')
    expect(helpPageOf('/nowhere/at/all/7')).toBe('today')
  })
})

describe.each(languages)('help in %s', (language) => {
  test('has every page, and no other', async () => {
    const wanted = helpPages.map(({ key }) => `${key}.md`).sort()
    expect(
      folder(language)
        .filter((name) => name.endsWith('.md'))
        .sort(),
    ).toEqual(wanted)
    expect([...(await loadHelp(language)).keys()].sort()).toEqual(helpPages.map(({ key }) => key).sort())
  })

  test.each(helpPages)(
    '$key: one title, what the screen is for, its keys, links that lead somewhere',
    async ({ key }) => {
      const page = (await loadHelp(language)).get(key)
      expect(page?.markdown.match(/^# /gm)).toHaveLength(1)
      expect(page?.sections[0]?.text.length).toBeGreaterThan(language === 'en' ? 40 : 15)
      const links = [...(page?.markdown ?? '').matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1])
      expect(links.filter((link) => !helpPages.some((other) => link === `${other.key}.md`))).toEqual([])
      expect(new Set(page?.sections.map(({ id }) => id)).size).toBe(page?.sections.length)
    },
  )
})

test('both languages say the same things: as many headings, keys and links on every page', async () => {
  const [english, chinese] = await Promise.all([loadHelp('en'), loadHelp('zh-CN')])
  const shape = (markdown = '') => ({
    headings: [...markdown.matchAll(/^#+/gm)].map(([signs]) => signs),
    keys: [...markdown.matchAll(/`([^`]+)`/g)].map((match) => match[1]).sort(),
    links: [...markdown.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]).sort(),
  })
  for (const { key } of helpPages)
    expect({ key, ...shape(chinese.get(key)?.markdown) }).toEqual({ key, ...shape(english.get(key)?.markdown) })
})

test.each([
  ['en', 'sharing team', 'sharing'],
  ['en', 'keeping safe', 'safety'],
  ['en', 'network folder', 'book-places'],
  ['zh-CN', '团队', 'sharing'],
  ['zh-CN', '保护账本', 'safety'],
  ['zh-CN', '网络文件夹', 'book-places'],
] as const)(
  'in %s a search for “%s” leads to the page that goes over several screens',
  async (language, words, key) => {
    expect(searchHelp(await loadHelp(language), words)[0]?.page).toBe(key)
  },
)

const itemsOf = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('- '))

describe.each(languages)('what is told elsewhere in the program, in %s', (language) => {
  const t = translator(language)
  const pageOf = async (key: string) => {
    const page = (await loadHelp(language)).get(key)
    if (!page) throw new Error(`No page ${key}`)
    return page
  }

  test('the page on the keyboard is the keyboard map, key by key', async () => {
    const page = await pageOf('keyboard')
    const [, ...groups] = page.markdown.split(/^## /m)
    expect(groups.map((group) => group.split('\n')[0])).toEqual(keyboard.map(({ title }) => t(`shell.keys.${title}`)))
    expect(groups.map(itemsOf)).toEqual(
      keyboard.map(({ keys }) => keys.map(([key, text]) => `- \`${key}\` ${t(`shell.keys.${text}`)}`)),
    )
  })

  test('no page names a key that the keyboard map does not have', async () => {
    const known = new Set<string>(keyboard.flatMap(({ keys }) => keys.map(([key]) => key)))
    for (const [key, { markdown }] of await loadHelp(language)) {
      const named = [...markdown.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')
      expect({ key, unknown: named.filter((one) => !known.has(one)) }).toEqual({ key, unknown: [] })
    }
  })

  test('each screen ends with its keys', async () => {
    const screens = helpPages.filter((page) => page.screens.length > 0)
    const last = await Promise.all(screens.map(async ({ key }) => (await pageOf(key)).sections.at(-1)?.title))
    expect(new Set(last)).toEqual(new Set([language === 'en' ? 'Keys' : '按键']))
  })

  test('each rule of alerts stands there by its name, with how it is worked out', async () => {
    const { sections } = await pageOf('alerts')
    for (const rule of alertRuleIds) {
      const name = t(`alerts.rules.${rule}.name`)
      expect(sections.find(({ title }) => title === name)?.text.length ?? name).toBeGreaterThan(10)
    }
  })

  test('each kind of paper is named', async () => {
    const { text } = (await pageOf('papers')).sections[0] ?? { text: '' }
    for (const kind of paperKinds) expect(text.toLowerCase()).toContain(t(`papers.kinds.${kind}`).toLowerCase())
  })
})

describe('a page', () => {
  const page = readPage(
    'abc',
    '# ABC\nClasses of *products*.\n\n## Figures\n### Share\nValue ÷ `total`, see [rates](rates.md).\n',
  )

  test('is cut into sections by its headings, without the signs of Markdown', () => {
    expect(page.title).toBe('ABC')
    expect(page.sections).toEqual([
      { id: 'help-abc', title: 'ABC', text: 'Classes of products.' },
      { id: 'help-figures', title: 'Figures', text: '' },
      { id: 'help-share', title: 'Share', text: 'Value ÷ total, see rates.' },
    ])
    expect(headingId('Total in words (大写)')).toBe('help-total-in-words-大写-')
  })

  test('is found by words of its titles first, then of its text, whatever the accents and letter case', () => {
    const other = readPage('rates', '# Rates\nA share of the day.\n\n## Cafe\nCafé crème.\n')
    const texts = new Map([page, other].map((one) => [one.key, one]))
    expect(searchHelp(texts, 'share').map(({ section }) => section.title)).toEqual(['Share', 'Rates'])
    expect(searchHelp(texts, 'CREME cafe').map(({ section }) => section.title)).toEqual(['Cafe'])
    expect(searchHelp(texts, 'products nowhere')).toEqual([])
    expect(searchHelp(texts, ' ')).toEqual([])
  })
})
