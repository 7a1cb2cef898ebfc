// A list of ids as it was kept as text.

/** None where the text is no such list. */
export function readIds(content: string | undefined): number[] {
  try {
    const ids: unknown = JSON.parse(content ?? '[]')
    return Array.isArray(ids) ? ids.filter((id): id is number => Number.isSafeInteger(id) && id > 0) : []
  } catch {
    return []
  }
}
