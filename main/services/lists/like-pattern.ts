// A text as part of a pattern for LIKE with the backslash as its escape.

/** The text with what LIKE reads as a sign of its own standing for itself. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (character) => `\\${character}`)
}
