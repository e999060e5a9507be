const SECRET =
  /^(sid|_?sess\w*|session\w*|\w*token\w*|auth\w*|_?csrf\w*|skey|ticket_?key|sig|signature|password|pwd|code)$/i;

/** The page's address without what would let another person in: user name, password, session and token parameters. */
export function cleanAddress(href: string): string | null {
  if (!/^(https?|file):/.test(href)) return null;
  const address = new URL(href);
  address.username = '';
  address.password = '';
  // Not by URLSearchParams: in Firefox's view of a page its keys cannot be walked through.
  const query = address.search.slice(1).split('&');
  address.search = query.filter((pair) => !SECRET.test(pair.split('=')[0] ?? '')).join('&');
  return address.href.slice(0, 4_000);
}
