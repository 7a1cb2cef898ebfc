// What the two copies are called: yours, and that of whoever worked in the other.

import { nameIn } from '#renderer/lib/names.ts'
import type { Language, Translate } from '#shared/i18n/translate.ts'
import type { MergeReport, MergeSide } from '#shared/schemas/merge.ts'

export type SideNames = Readonly<Record<MergeSide, string>>

/** By the name of a person where one alone worked in the other copy, and nobody of that name in this one. */
export function sideNames(t: Translate, language: Language, { work }: Pick<MergeReport, 'work'>): SideNames {
  const peopleOf = (side: MergeSide) =>
    new Set(work.flatMap((row) => (row.side === side && row.person ? [nameIn(language, row.person)] : [])))
  const [name, ...others] = peopleOf('theirs')
  const isOne = name !== undefined && others.length === 0 && !peopleOf('ours').has(name)
  return { ours: t('merge.sides.ours'), theirs: isOne ? t('merge.sides.named', { name }) : t('merge.sides.other') }
}
