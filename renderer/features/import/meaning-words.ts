// What a word of a file may mean, in the reader's language.
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'

const { title: _title, word: _word, nothing: _nothing, unread: _unread, ...groups } = english.import.meanings

type Groups = typeof groups
type Group = keyof Groups

/** The first list that has the choice says it; words such as `closed` mean the same in each. */
export function choiceLabel(t: Translate, choice: string): string {
  for (const group of Object.keys(groups) as Group[]) {
    if (choice in groups[group]) return t(`import.meanings.${group}.${choice}` as 'import.meanings.supply-kind.own')
  }
  return choice
}
