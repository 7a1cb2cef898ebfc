// A found record in words: what it is called, and what else is said of it, with the places that were searched for.
import { client } from '#renderer/lib/api.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { SearchHit, SearchInput, TextRange } from '#shared/schemas/search.ts'

export type MarkedPart = { text: string; marks?: readonly TextRange[] }

export type FoundLook = { title: MarkedPart; details: MarkedPart[] }

/** Kinds that are known by their code; the others by their name. */
const namedByCode = new Set<SearchHit['kind']>(['product', 'order', 'paper', 'shipment'])

export function lookOf(hit: SearchHit, { t, language }: Pick<Spoken, 't'> & { language: Language }): FoundLook {
  const code = { text: hit.code, marks: hit.marks.code }
  const [name, otherName] = namesOf(hit, language)
  const isByCode = namedByCode.has(hit.kind) && hit.code !== ''
  const match = hit.match && matched(hit.match, t(`search.fields.${hit.match.field}`))
  const others = [
    isByCode ? name : code,
    // The other language is worth its place where it is what was found, or where there is room beside a party's name.
    otherName && (otherName.marks?.length || hit.kind === 'party') ? otherName : null,
    match,
    { text: hit.detail },
    hit.archived ? { text: t('common.archived') } : null,
  ]
  return {
    title: isByCode ? code : (name ?? code),
    details: others.flatMap((part) => (part && part.text !== '' ? [part] : [])),
  }
}

function namesOf({ name, nameZh, marks }: SearchHit, language: Language): MarkedPart[] {
  const names = [
    { text: name, marks: marks.name },
    { text: nameZh, marks: marks.nameZh },
  ]
  if (language === 'zh-CN') names.reverse()
  return names.filter(({ text }, index) => text !== '' && (index === 0 || text !== names[0]?.text))
}

function matched({ text, marks }: NonNullable<SearchHit['match']>, label: string): MarkedPart {
  const before = `${label} `
  return { text: before + text, marks: marks.map(([from, to]) => [from + before.length, to + before.length]) }
}

/** One line of what is said besides the title. */
export function joinedDetails(details: readonly MarkedPart[]): MarkedPart {
  const between = ' · '
  let text = ''
  const marks: TextRange[] = []
  for (const part of details) {
    if (text !== '') text += between
    for (const [from, to] of part.marks ?? []) marks.push([from + text.length, to + text.length])
    text += part.text
  }
  return { text, marks }
}

type Wish = Pick<SearchInput, 'kinds' | 'role'>

const suggested = 20

/** What a picker suggests for a text: living records only. For none, those opened or changed last. */
export async function suggestRecords(wish: Wish, text: string, spoken: Pick<Spoken, 't'> & { language: Language }) {
  const { hits } = await client.search.find.query({ ...wish, text, archived: false, limit: suggested })
  return hits.map((hit) => {
    const { title, details } = lookOf(hit, spoken)
    const { text: detail, marks: detailMarks } = joinedDetails(details)
    return { id: hit.id, name: title.text, marks: title.marks, detail, detailMarks }
  })
}
