// Words for the person at the keyboard. Progress goes to stderr, so that a command's own output stays alone on stdout.

export function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

/** A failure that is told in one sentence, without a stack. */
export class PlainFailure extends Error {
  name = 'PlainFailure'
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`
}
