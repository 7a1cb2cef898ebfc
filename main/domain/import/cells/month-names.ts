// Names of months as exports write them: English, and the languages of the usual buyers where they differ.

const names: readonly (readonly string[])[] = [
  [
    'jan',
    'january',
    'januar',
    'janvier',
    'janv',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'januari',
    'styczeń',
    'sty',
    'tammi',
  ],
  [
    'feb',
    'february',
    'februar',
    'février',
    'fevrier',
    'févr',
    'febrero',
    'febbraio',
    'februari',
    'fév',
    'fev',
    'luty',
    'lut',
  ],
  ['mar', 'march', 'märz', 'maerz', 'mrz', 'mär', 'mars', 'marzo', 'maart', 'mrt'],
  ['apr', 'april', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwi'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'mei', 'maj'],
  ['jun', 'june', 'juni', 'juin', 'junio', 'giugno', 'giu', 'cze'],
  ['jul', 'july', 'juli', 'juillet', 'juil', 'julio', 'luglio', 'lug', 'lip'],
  ['aug', 'august', 'août', 'aout', 'agosto', 'ago', 'augustus', 'aoû', 'sie'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre', 'settembre', 'set', 'wrz'],
  ['oct', 'october', 'okt', 'oktober', 'octobre', 'octubre', 'ottobre', 'ott', 'październik', 'paź'],
  ['nov', 'november', 'novembre', 'noviembre', 'lis', 'listopad'],
  ['dec', 'december', 'dez', 'dezember', 'décembre', 'diciembre', 'dic', 'dicembre', 'déc', 'gru', 'desember'],
]

const numbers = new Map(names.flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])))

/** 1 to 12, or null where the word is no month. */
export function monthNamed(word: string): number | null {
  return numbers.get(word.toLowerCase()) ?? null
}
