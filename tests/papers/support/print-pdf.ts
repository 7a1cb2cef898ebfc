// Papers as Chromium prints them: PDF, the text of every page, and small pictures of the pages.
import { createCanvas } from '@napi-rs/canvas'
import { type Browser, chromium } from '@playwright/test'
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { chromiumArguments, findChromium } from '../../../scripts/find-chromium.mjs'

export type Printer = { print(html: string): Promise<PrintedPaper>; close(): Promise<void> }

/** One Chromium without scripts, as Electron's printing window has none. */
export async function openPrinter(): Promise<Printer> {
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArguments() })
  const page = await browser.newPage({ javaScriptEnabled: false })
  return {
    async print(html) {
      await page.setContent(html)
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
      const fonts = new URL('../../../node_modules/pdfjs-dist/standard_fonts/', import.meta.url).pathname
      return new PrintedPaper(
        await getDocument({ data: new Uint8Array(pdf), verbosity: 0, standardFontDataUrl: fonts }).promise,
      )
    },
    close: () => browser.close(),
  }
}

export class PrintedPaper {
  readonly document: PDFDocumentProxy

  constructor(document: PDFDocumentProxy) {
    this.document = document
  }

  get pages(): number {
    return this.document.numPages
  }

  /** The text of every page, in reading order, white space as single spaces. */
  async texts(): Promise<string[]> {
    return Promise.all(Array.from({ length: this.pages }, (_, at) => this.text(at + 1)))
  }

  async text(number: number): Promise<string> {
    const page = await this.document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('')
    return asWritten(text).replaceAll(/\s+/g, ' ')
  }

  /** Width and height in millimetres. */
  async size(number: number): Promise<[number, number]> {
    const { width, height } = (await this.document.getPage(number)).getViewport({ scale: 25.4 / 72 })
    return [Math.round(width), Math.round(height)]
  }

  /** How dark each cell of a page is, 0 to 255, in a grid of cells of `cellMm`. */
  async ink(number: number, cellMm: number): Promise<Ink> {
    const page = await this.document.getPage(number)
    const perCell = 8
    const viewport = page.getViewport({ scale: (perCell / cellMm) * (25.4 / 72) })
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise
    const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height)
    const ink: Ink = { width: Math.floor(width / perCell), height: Math.floor(height / perCell), cells: [] }
    for (let row = 0; row < ink.height; row += 1)
      for (let column = 0; column < ink.width; column += 1)
        ink.cells.push(cellInk(data, width, { row: row * perCell, column: column * perCell, size: perCell }))
    return ink
  }
}

/** Radicals of the CJK supplement that fonts share their shapes with, and the signs they stand for. */
const radicals: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⻚页⻓长⻛风⻋车⻔门⻅见⻢马⻥鱼⻦鸟⻰龙⻩黄⻬齐⻘青⻄西⻉贝⻜飞⺟母⻝食'.matchAll(/(.)(.)/gu)].map(
    ([, from, to]) => [from, to],
  ),
)

/** A PDF knows shapes; where two signs have one shape it may name the other: a radical, the Greek mu. */
function asWritten(text: string): string {
  return text
    .replaceAll(/[\u2f00-\u2fd5]/g, (sign) => sign.normalize('NFKC'))
    .replaceAll(/[\u2e80-\u2eff]/g, (sign) => radicals[sign] ?? sign)
    .replaceAll('\u03bc', '\u00b5')
}

export type Ink = { width: number; height: number; cells: number[] }

function cellInk(data: Uint8ClampedArray, width: number, cell: { row: number; column: number; size: number }): number {
  let sum = 0
  for (let y = cell.row; y < cell.row + cell.size; y += 1)
    for (let x = cell.column; x < cell.column + cell.size; x += 1) {
      const at = (y * width + x) * 4
      sum += 255 - ((data[at] ?? 0) * 3 + (data[at + 1] ?? 0) * 6 + (data[at + 2] ?? 0)) / 10
    }
  return Math.round(sum / (cell.size * cell.size))
}
