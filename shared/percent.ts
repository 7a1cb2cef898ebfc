// Percents as people write them, and the millionths that a book keeps: 5 % is 50,000 ppm.

const ppmPerPercent = 10_000

/** Rounded to a millionth: a percent has four decimals at most (its schema says so). */
export function percentToPpm(percent: number): number {
  return Math.round(percent * ppmPerPercent)
}

export function ppmToPercent(ppm: number): number {
  return ppm / ppmPerPercent
}
