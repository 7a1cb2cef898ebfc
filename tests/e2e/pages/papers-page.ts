// Papers: the sheets of one, what can be chosen beside them, the designer.
import { expect, type Locator } from '@playwright/test'
import type { english } from '#shared/i18n/english.ts'
import type { Program } from '../support/launch.ts'

type Kind = keyof typeof english.papers.kinds
type PaperLanguage = keyof typeof english.papers.languages

export class PapersPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** From the page of an order: the button with the papers it can be made into. */
  async makeOfOrder(kind: keyof typeof english.papers.make): Promise<void> {
    const { page, t } = this.#program
    await page.getByRole('button', { name: t('papers.panel.make') }).click()
    await page.getByRole('menuitem', { name: t(`papers.make.${kind}`) }).click()
    await this.expectShown(kind)
  }

  async expectShown(kind: Kind): Promise<void> {
    const { page, t } = this.#program
    await expect(page.getByRole('heading', { level: 1 })).toContainText(t(`papers.kinds.${kind}`))
    await this.settled()
  }

  /** What is shown is what was asked for last. */
  async settled(): Promise<void> {
    await expect(this.#program.page.locator('[aria-busy="false"] iframe[data-laid-out]')).toHaveCount(1)
  }

  /** All that stands on the sheets, margins and repeated heads included. No script runs in there: asked from outside. */
  text(): Promise<string> {
    return this.#program.page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-laid-out]')
      return frame?.contentDocument?.documentElement.textContent ?? ''
    })
  }

  /** The page as it would be printed, and the first SKU on each sheet that is shown. */
  breaks(): Promise<{ html: string; firsts: string[] }> {
    return this.#program.page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('iframe[data-laid-out]')
      const rows = [...(frame?.contentDocument?.querySelectorAll('tbody tr') ?? [])]
      const gap = 24
      const height = 297 * (96 / 25.4) + gap
      const firsts = new Map<number, string>()
      for (const row of rows) {
        const [sku] = /HP-\d+/.exec(row.textContent ?? '') ?? []
        const sheet = Math.floor((row.getBoundingClientRect().top + 1) / height)
        if (sku && !firsts.has(sheet)) firsts.set(sheet, sku)
      }
      return { html: frame?.srcdoc ?? '', firsts: [...firsts.values()] }
    })
  }

  async expectText(wanted: string | RegExp): Promise<void> {
    await expect.poll(() => this.text()).toMatch(typeof wanted === 'string' ? new RegExp(escaped(wanted)) : wanted)
  }

  async speak(language: PaperLanguage): Promise<void> {
    const { page, t } = this.#program
    await page.getByText(t(`papers.languages.${language}`), { exact: true }).click()
    await this.settled()
  }

  /** Prints, without the dialog of a system; the document and the name it would have got. */
  async print(): Promise<{ title: string; html: string }> {
    const { page, t } = this.#program
    await page.evaluate(() => {
      const kept = window as unknown as { printed?: { title: string; html: string } }
      const usual = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
        configurable: true,
        get(this: HTMLIFrameElement) {
          const inner = usual?.get?.call(this) as Window
          inner.print = () => {
            kept.printed = { title: document.title, html: inner.document.documentElement.outerHTML }
            inner.dispatchEvent(new Event('afterprint'))
          }
          return inner
        },
      })
    })
    const name = new RegExp(`^(${escaped(t('papers.print'))}|${escaped(t('papers.printOrPdf'))})$`)
    await page.getByRole('button', { name }).click()
    const printed = () =>
      page.evaluate(() => (window as unknown as { printed?: { title: string; html: string } }).printed ?? null)
    await expect.poll(printed).not.toBeNull()
    return (await printed()) ?? { title: '', html: '' }
  }

  /** Issues the paper; the number it got. */
  async issue(): Promise<string> {
    const { page, t } = this.#program
    const lacks = page.getByRole('list', { name: t('papers.warnings.title') })
    const isAsked = (await lacks.count()) > 0
    await page.getByRole('button', { name: t('papers.issue'), exact: true }).click()
    if (isAsked) await page.getByRole('button', { name: t('papers.issueAnyway') }).click()
    const title = page.getByRole('heading', { level: 1 })
    await expect(title).toContainText(/^[A-Z]{2}-\d{4}-\d{4}/)
    await this.settled()
    return /^\S+/.exec((await title.textContent()) ?? '')?.[0] ?? ''
  }

  template(name: string): Locator {
    return this.#program.page.getByRole('listitem').filter({ hasText: name })
  }
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
