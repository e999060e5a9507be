/**
 * The pattern under which the browser grants a site. Firefox allows no port in it: there the grant covers all ports of the host.
 */
export function sitePattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, hostname } = new URL(address);
  if (!/^https?:$/.test(protocol)) return null;
  return `${protocol}//${import.meta.env.FIREFOX ? hostname : host}/*`;
}
