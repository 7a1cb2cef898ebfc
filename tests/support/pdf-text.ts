// The text of each page of a PDF, as another program than its maker reads it.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export async function textOfPages(data: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: Uint8Array.from(data), verbosity: 0 }).promise
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    // Some fonts write a sign by its twin among the radicals, or the micro sign as a letter.
    pages.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .normalize('NFKC'),
    )
  }
  await document.destroy()
  return pages
}
