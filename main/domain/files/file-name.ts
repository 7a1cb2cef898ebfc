// Names that every system takes for a file in a folder and for nothing else.

/** Invisible signs, and those that one system or another takes for part of a path, a stream or a variable. */
const unfit = /[\p{C}<>:"|?*%!`$]+/gu
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const longest = 120

/**
 * A file's own name made safe: no path, no device, no stream behind a colon, nothing invisible, no dot or space at its end,
 * where Windows would drop it and find another ending.
 */
export function safeFileName(name: string): string {
  const plain = cleaned(name.split(/[/\\]/).at(-1) ?? '', '_')
  const named = plain === '' ? 'file' : noDevice(plain)
  if (named.length <= longest) return named
  const ending = /\.[^.]{1,20}$/.exec(named)?.[0] ?? ''
  return named.slice(0, longest - ending.length).trimEnd() + ending
}

/** A title as the name of a file that still lacks its ending; empty where nothing of it can be one. */
export function nameOfTitle(title: string): string {
  return noDevice(cleaned(title.replaceAll(/[/\\]+/g, ' '), ' '))
    .slice(0, longest)
    .trimEnd()
}

function cleaned(name: string, instead: string): string {
  return name
    .normalize('NFC')
    .replaceAll(unfit, instead)
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. -]+/, '')
    .replace(/[. ]+$/, '')
}

function noDevice(name: string): string {
  return deviceName.test(name) ? `_${name}` : name
}
