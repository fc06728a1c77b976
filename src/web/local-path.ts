const HERE = 'http://here.invalid'

/** Where to go after sign-in: a path of this server, or the reports where `to` leads anywhere else. */
export function localPath(to: unknown): string {
  if (typeof to !== 'string' || !to.startsWith('/') || !URL.canParse(to, HERE)) return '/reports'
  const url = new URL(to, HERE)
  return url.origin === HERE ? url.pathname + url.search + url.hash : '/reports'
}
