// Prints a document of its own, from a frame nobody sees: the page size is the document's, and nothing of this screen is on it.

/** Opens the print dialog; the file or job it makes bears `name`. Resolves once the dialog is open or gone. */
export async function printPage(html: string, name: string): Promise<void> {
  const frame = document.createElement('iframe')
  // No scripts; `allow-modals` is what lets a sandboxed document be printed.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;visibility:hidden'
  frame.srcdoc = html
  const loaded = new Promise<void>((resolve) => {
    frame.onload = () => resolve()
  })
  document.body.append(frame)
  await loaded
  const page = frame.contentWindow
  if (!page) return frame.remove()
  // Browsers name the job after the page that prints or after the one around it.
  const before = document.title
  page.document.title = name
  document.title = name
  const over = () => {
    document.title = before
    frame.remove()
  }
  page.addEventListener('afterprint', over, { once: true })
  page.focus()
  page.print()
}
