// A program whose clock stands some days back: how a book comes to have a past.

/** For `env` of a host. */
export function daysAgo(days: number): NodeJS.ProcessEnv {
  const script = `const now=Date.now;Date.now=()=>now()-${days * 86_400_000}`
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` }
}
