/** The path of a Chromium, Chrome or Edge that starts on this machine. */
export function findChromium(extra?: string[]): string | undefined
export function chromiumArguments(): string[]
