// A name in one column may be in either language: one that holds Chinese characters belongs to the Chinese name.

const han = /\p{Script=Han}/u

/** Columns for a name given once, or once per language. */
export function namesOf(name: string | undefined, nameZh: string | undefined): { name_en?: string; name_zh?: string } {
  if (nameZh !== undefined) return { name_en: name, name_zh: nameZh }
  if (name === undefined) return {}
  return han.test(name) ? { name_zh: name } : { name_en: name }
}
