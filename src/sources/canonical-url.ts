import normalizeUrl from 'normalize-url'

/** Parameters that say where a reader came from, not what is read. Those of the common analytics and advertising services. */
const TRACKING = [
  /^utm_\w+$/i,
  /^(?:fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh)$/i,
  /^(?:mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|vero_id|oly_anon_id|oly_enc_id)$/i,
  /^(?:_ga|_gl|ref_src|ref_url|cmpid|ocid|ncid|smid|smtyp|s_cid|__twitter_impression|at_medium|at_campaign)$/i,
]

/** Some sites name their pages behind the hash: "#!/report/7". */
const ROUTE = /^#!?\//

/**
 * The address that one page is known by: without tracking parameters, the place inside the page, user names, default ports
 * and a last slash; parameters in order. Scheme and host stay as printed. Null when it is no web address.
 */
export function canonicalUrl(written: string): string | null {
  const url = webUrl(written)
  return url === null
    ? null
    : normalizeUrl(url.href, {
        stripHash: !ROUTE.test(url.hash),
        stripWWW: false,
        removeQueryParameters: TRACKING,
      })
}

/** What two addresses of one page have in common: the canonical address without scheme and "www.". */
export function pageKey(written: string): string | null {
  const canonical = canonicalUrl(written)
  return canonical === null ? null : normalizeUrl(canonical, { stripProtocol: true, stripWWW: true })
}

/** A page of its own, as a front page is not: many works are cited by the address of the site that holds them. */
export function namesAPage(written: string): boolean {
  const key = pageKey(written)
  return key !== null && /[/?#]/.test(key)
}

function webUrl(written: string): URL | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null
}

/** "https://dx.doi.org/10.5555/Tides.7" and "doi:10.5555/tides.7" are one DOI: "10.5555/tides.7". */
export const canonicalDoi = (written: string): string =>
  written
    .trim()
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?(?:dx\.)?doi\.org\//, '')
    .replace(/^doi:\s*/, '')
