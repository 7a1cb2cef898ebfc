// Names of months as exports write them: English, and the languages of the usual buyers where they differ.

const names: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janvier', 'janv', 'enero', 'ene', 'gennaio', 'gen', 'januari'],
  ['feb', 'february', 'februar', 'février', 'fevrier', 'févr', 'febrero', 'febbraio', 'februari'],
  ['mar', 'march', 'märz', 'mär', 'mars', 'marzo', 'maart', 'mrt'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'mei'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno', 'giu'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago', 'augustus'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'settembre', 'set'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ottobre', 'ott'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dez', 'dezember', 'décembre', 'diciembre', 'dic', 'dicembre'],
]

const numbers = new Map(names.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])))

/** 1 to 12, or null where the word is no month. */
export function monthNamed(word: string): number | null {
  return numbers.get(word.toLowerCase()) ?? null
}
