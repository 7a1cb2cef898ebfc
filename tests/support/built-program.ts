// Where the built program lies.
import { fileURLToPath } from 'node:url'

/** A file under out/, e.g. `main/http.js`. */
export function outFile(name: string): string {
  return fileURLToPath(new URL(`../../out/${name}`, import.meta.url))
}
