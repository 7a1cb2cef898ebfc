// Whether windows can appear here.

export function hasDisplay({ platform, env } = process) {
  if (platform !== 'linux') return true
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}
