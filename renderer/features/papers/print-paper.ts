// Which page of a paper may be printed or made a PDF of.

type Shown<Page> = { data: Page | undefined; isStale: boolean }

/** The page that may go out: none while another is being made, or could not be. Print and PDF would differ. */
export function printable<Page>({ data, isStale }: Shown<Page>): Page | undefined {
  return isStale ? undefined : data
}
