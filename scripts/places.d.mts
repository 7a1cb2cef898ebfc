export const root: string
export const outFolder: string
export const modulesFolder: string
/** The JavaScript file behind a tool of node_modules. */
export function toolFile(packageName: string, binName?: string): string
