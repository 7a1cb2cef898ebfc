// What stands beside the facts of a record: its timeline, its files.
import { expect, type Locator } from '@playwright/test'
import type { Program } from '../support/launch.ts'
import { ShellPage } from './shell-page.ts'

/** A file made in the page: a picture of one colour, or text. */
export type MadeFile = { name: string; colour: string } | { name: string; text: string }

export class RecordPanelsPage {
  readonly #program: Program

  constructor(program: Program) {
    this.#program = program
  }

  /** Opens the first product of the list on its own page. */
  async openProduct(): Promise<void> {
    const { page } = this.#program
    await new ShellPage(this.#program).go('products')
    await page.locator('.ag-cell[col-id="sku"]').first().focus()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(this.panels()).toBeVisible()
    // Its first panel is there, and with it who listens for files.
    await expect(this.entries().first()).toBeVisible()
  }

  panels(): Locator {
    const { page, t } = this.#program
    return page.getByRole('region', { name: t('records.panels') })
  }

  async show(panel: 'timeline' | 'attachments'): Promise<void> {
    await this.panels()
      .getByRole('tab', { name: new RegExp(`^${this.#program.t(`${panel}.title`)}`) })
      .click()
  }

  files(): Locator {
    return this.panels()
      .getByRole('list', { name: this.#program.t('attachments.list') })
      .getByRole('listitem')
  }

  entries(): Locator {
    return this.panels()
      .getByRole('list', { name: this.#program.t('timeline.list') })
      .getByRole('listitem')
  }

  /** Drops files on the page, or pastes them, as the system does: an event that carries them. */
  async give(how: 'drop' | 'paste', files: readonly MadeFile[]): Promise<void> {
    await this.#program.page.evaluate(
      async ({ how, files }) => {
        const transfer = new DataTransfer()
        for (const file of files) transfer.items.add(await made(file))
        if (how === 'paste') {
          const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
          document.body.dispatchEvent(event)
          return
        }
        for (const type of ['dragenter', 'dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }))

        async function made(file: { name: string; colour?: string; text?: string }): Promise<File> {
          if (file.text !== undefined) return new File([file.text], file.name)
          const canvas = document.createElement('canvas')
          canvas.width = 300
          canvas.height = 200
          const pen = canvas.getContext('2d')
          if (!pen) throw new Error('no canvas')
          pen.fillStyle = file.colour ?? 'red'
          pen.fillRect(0, 0, 300, 200)
          const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
          if (!blob) throw new Error('no picture')
          return new File([blob], file.name, { type: 'image/png' })
        }
      },
      { how, files },
    )
  }

  async chooseOf(name: string, item: 'saveCopy' | 'edit' | 'remove'): Promise<void> {
    const { page, t } = this.#program
    await this.panels()
      .getByRole('button', { name: t('attachments.menu', { name }) })
      .click()
    await page.getByRole('menuitem', { name: t(`attachments.${item}`) }).click()
  }
}
