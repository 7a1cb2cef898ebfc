/** Half a sentence if no window can open on this machine, whatever is installed. */
export function whyNoWindow(platform?: string, env?: NodeJS.ProcessEnv, uid?: number): string | undefined
/** The path of Electron's program if the right version is here. */
export function findRuntime(): string | undefined
