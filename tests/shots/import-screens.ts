// The import step by step, and what is seen before any book is open.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Translate } from '#shared/i18n/translate.ts'

export type Step = { name: string; path: string; act(page: Page, t: Translate): Promise<void> }

export const welcomeSteps: readonly Step[] = [
  { name: 'welcome', path: '/', act: async () => {} },
  { name: 'welcome-new', path: '/', act: (page, t) => press(page, t('welcome.start.new')) },
  { name: 'welcome-open', path: '/', act: (page, t) => press(page, t('welcome.start.open')) },
]

/** Two files of a trader's own making; one row has a price that is none. */
export function importFiles(folder: string): string[] {
  const files = {
    'products.csv': [
      'SKU,Product name,Unit price (EUR),Units in stock,Country of origin',
      '00017,Oak stool,49.50,120,CN',
      '00018,Linen cushion,12.80,340,CN',
      '00019,Brass lamp,twelve,15,CN',
    ],
    'orders.csv': [
      'Order number,Order date,Customer,SKU,Quantity,Unit price (EUR)',
      'A-1001,04/03/2026,Alpine Home,00017,12,49.50',
      'A-1002,05/03/2026,Bruun & Co,00018,200,11.90',
    ],
  }
  return Object.entries(files).map(([name, lines]) => {
    const file = join(folder, name)
    writeFileSync(file, `${lines.join('\r\n')}\r\n`)
    return file
  })
}

export function importSteps(files: readonly string[]): Step[] {
  const choose = async (page: Page, t: Translate) => {
    await page.locator('input[type=file]').setInputFiles([...files])
    for (const text of [t('import.readiness.reading'), t('import.readiness.waiting')]) {
      await page.getByText(text, { exact: true }).first().waitFor({ state: 'detached' })
    }
  }
  const tryOut = async (page: Page, t: Translate) => {
    await choose(page, t)
    await press(page, t('import.trial.run'))
    await page.getByText(t('import.trial.intro')).waitFor()
  }
  const run = async (page: Page, t: Translate) => {
    await tryOut(page, t)
    await page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${t('import.trial.import')}`) })
      .click()
    await page.getByText(t('import.report.title')).waitFor()
  }
  return [
    { name: 'import-files', path: '/import', act: choose },
    { name: 'import-trial', path: '/import', act: tryOut },
    { name: 'import-report', path: '/import', act: run },
  ]
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).first().click()
}
