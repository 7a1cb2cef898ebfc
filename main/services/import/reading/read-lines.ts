// Text pieces to lines. A line may be of any length in the file; in memory it is cut just past the limit.

/** One character more than this marks a line as too long. */
export const longestLine = 1024 * 1024

/** The lines of a text whose line ends are LF, in groups as they come. */
export function* readLines(pieces: Iterable<string>): Generator<string[]> {
  let rest = ''
  let isCut = false
  for (const piece of pieces) {
    const lines = piece.split('\n')
    const last = lines.pop() ?? ''
    if (lines.length > 0) {
      lines[0] = isCut ? rest : cut(rest + (lines[0] ?? ''))
      yield lines
      rest = ''
      isCut = false
    }
    if (isCut) continue
    rest = cut(rest + last)
    isCut = rest.length > longestLine
  }
  // The mark that DOS put at the end of a text file is no line.
  if (rest !== '' && rest !== '\u001a') yield [rest]
}

function cut(line: string): string {
  return line.length > longestLine ? line.slice(0, longestLine + 1) : line
}
