// A quantity with its unit, in the words of the screen's language.
import type { Format } from '#renderer/lib/format.ts'
import { unitWords } from '#shared/unit-words.ts'

/** The unit's word beside this quantity; one that is not known stays as it was typed. */
export function unitText({ language }: Pick<Format, 'language'>, unit: string, quantity: number | string): string {
  const words = unitWords(unit)
  if (!words) return unit
  if (language === 'zh-CN') return words.zh
  return Math.abs(Number(quantity)) === 1 ? words.one : words.many
}

/** `1,200 pcs`, `1,200 件`. */
export function quantityText(format: Format, quantity: number | string, unit: string): string {
  return `${format.number(quantity)} ${unitText(format, unit, quantity)}`.trim()
}
