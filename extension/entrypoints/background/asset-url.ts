/** The address of a file of the extension itself. */
export function assetUrl(path: '/icon/128.png' | '/sidepanel.html'): string {
  return new URL(path, `${location.origin}/`).href;
}
