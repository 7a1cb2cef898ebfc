// Calendar months as `2026-03`.

/** From the first to the last, both included; none where either is empty. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = []
  if (first === '') return months
  for (let month = first; month <= last; month = monthAfter(month)) {
    months.push(month)
    // The calendar of the program ends here, and what follows sorts before it.
    if (month === '9999-12') break
  }
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return number === 12 ? `${pad(year + 1, 4)}-01` : `${pad(year, 4)}-${pad(number + 1, 2)}`
}
