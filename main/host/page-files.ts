// The built page's files, read for both hosts: only what lies under the page's folder.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const pageFolder = fileURLToPath(new URL('../renderer/', import.meta.url))

export type PageFile = { body: Uint8Array; type: string; isImmutable: boolean }

/** The file behind a URL path, or null. `/` is the page itself. */
export async function pageFile(urlPath: string): Promise<PageFile | null> {
  const relative = urlPath === '/' || urlPath === '' ? 'index.html' : decodePath(urlPath).slice(1)
  const path = normalize(join(pageFolder, relative))
  const type = types[extname(path)]
  if (!type || !path.startsWith(pageFolder.endsWith(sep) ? pageFolder : pageFolder + sep)) return null
  try {
    return { body: await readFile(path), type, isImmutable: urlPath.startsWith('/assets/') }
  } catch {
    return null
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}
