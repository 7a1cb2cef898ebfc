// Units of count as other programs shorten them, in the words that this one uses.

const words: Readonly<Record<string, readonly string[]>> = {
  pcs: ['ea', 'each', 'pc', 'pce', 'piece', 'pieces', 'un', 'unit', 'units', 'c62', 'h87', 'nos', 'stk'],
  carton: ['ctn', 'ctns', 'cartons', 'ct'],
  case: ['cs', 'cas', 'cases'],
  box: ['bx', 'boxes'],
  can: ['cn', 'cans'],
  dozen: ['dz', 'dzn', 'doz', 'dozens'],
  pack: ['pk', 'pak', 'pkg', 'pac', 'packs', 'package'],
  pair: ['pr', 'prs', 'pairs'],
  set: ['sets', 'st'],
  gallon: ['gal', 'gll', 'gallons'],
  bottle: ['btl', 'bottles'],
  roll: ['rl', 'rol', 'rolls'],
  bag: ['bg', 'bags'],
}

const unitOf = new Map(
  Object.entries(words).flatMap(([unit, names]) => [unit, ...names].map((name) => [name, unit] as const)),
)

/** `'EA '` is `pcs`, `CTN` is `carton`; a word that is not known stays as it is. */
export function unitWord(text: string): string {
  const word = text.trim()
  return unitOf.get(word.toLowerCase().replace(/\.$/, '')) ?? word
}
