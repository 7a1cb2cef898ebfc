// Pictures of pages kept as small grey PNGs, and how alike two pages are: by where ink stands, not by the letters' own shape,
// so that another font of nearly the same size still matches. UPDATE_PAPER_PICTURES=1 draws them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PNG } from 'pngjs'
import type { Ink } from '#tests/papers/support/print-pdf.ts'

/** One cell is about a line of text. */
export const cellMm = 5
const isRenewing = process.env.UPDATE_PAPER_PICTURES === '1'

const fileOf = (name: string) => fileURLToPath(new URL(`../pictures/${name}.png`, import.meta.url))

/** The stored picture; drawn and stored where renewing was asked for. */
export function storedInk(name: string, now: Ink): Ink {
  const file = fileOf(name)
  if (isRenewing) store(file, now)
  if (!existsSync(file)) throw new Error(`No picture of ${name} yet: UPDATE_PAPER_PICTURES=1 draws it; look at it`)
  const png = PNG.sync.read(readFileSync(file))
  const cells = Array.from({ length: png.width * png.height }, (_, at) => 255 - (png.data[at * 4] ?? 0))
  return { width: png.width, height: png.height, cells }
}

function store(file: string, { width, height, cells }: Ink): void {
  const png = new PNG({ width, height, colorType: 0 })
  for (const [at, ink] of cells.entries()) png.data.set([255 - ink, 255 - ink, 255 - ink, 255], at * 4)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, PNG.sync.write(png, { colorType: 0 }))
}

/**
 * The share of inked cells that have no counterpart near them: 0 is the same page. Ink counts as soon as it is more than a
 * trace, and a cell's counterpart may lie one cell off, since fonts differ in width and height.
 */
export function unlikeness(left: Ink, right: Ink): number {
  if (left.width !== right.width || left.height !== right.height) return 1
  const inked = (ink: Ink, at: number) => (ink.cells[at] ?? 0) > 10
  let all = 0
  let lost = 0
  for (const [from, to] of [
    [left, right],
    [right, left],
  ] as const) {
    for (let at = 0; at < from.cells.length; at += 1) {
      if (!inked(from, at)) continue
      all += 1
      if (!near(at, from.width).some((other) => inked(to, other))) lost += 1
    }
  }
  return all === 0 ? 0 : lost / all
}

function near(at: number, width: number): number[] {
  return [-width, 0, width].flatMap((row) => [-1, 0, 1].map((column) => at + row + column))
}
