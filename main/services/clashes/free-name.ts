// A name that nobody has yet: the wished one with a number behind.
export function freeName(wished: string, isTaken: (name: string) => boolean, join = '-'): string {
  for (let number = 2; ; number += 1) {
    const name = join === ' ' ? `${wished} (${number})` : `${wished}${join}${number}`
    if (!isTaken(name)) return name
  }
}
