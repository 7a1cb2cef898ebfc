// Files that one screen hands over to the import: they wait here until its screen takes them.

let carried: File[] = []

export function carryFiles(files: readonly File[]): void {
  carried = [...carried, ...files]
}

/** The files that wait; they wait no longer. */
export function takeCarriedFiles(): File[] {
  const taken = carried
  carried = []
  return taken
}
