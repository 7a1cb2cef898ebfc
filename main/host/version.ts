// The program's version, taken from package.json when it is bundled.
import packageFile from '../../package.json' with { type: 'json' }

export const version: string = packageFile.version
