// JSON that a book holds, read without trust.

/** The value; undefined where the text is no JSON: a damaged one is as good as none (`check` tells of damage). */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
