// A file's name in the two parts that a form shows: what people change, and the ending, which says what opens it.

export type FileNameParts = { stem: string; ending: string }

/** `Bill of lading.pdf` -> `Bill of lading`, `.pdf`. A name that begins with its only dot has no ending. */
export function partsOfName(name: string): FileNameParts {
  const at = name.lastIndexOf('.')
  const ending = name.slice(at)
  return at > 0 && /^\.[\p{L}\p{N}]{1,12}$/u.test(ending)
    ? { stem: name.slice(0, at), ending }
    : { stem: name, ending: '' }
}
