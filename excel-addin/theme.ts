/**
 * Follows the system's light or dark until the host tells its own theme through the function that is given back. The host
 * on the web tells none (office-js #6134).
 */
export function followTheme(
  root: HTMLElement,
  system: MediaQueryList,
): (host: Pick<Office.OfficeTheme, 'bodyBackgroundColor'> | undefined) => void {
  let host: Parameters<ReturnType<typeof followTheme>>[0];
  const apply = () => {
    root.dataset['theme'] = (hostIsDark(host?.bodyBackgroundColor) ?? system.matches) ? 'dark' : 'light';
  };
  system.addEventListener('change', apply);
  apply();
  return (known) => {
    host = known;
    apply();
  };
}

function hostIsDark(background: string | undefined): boolean | null {
  const colour = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(background ?? '');
  if (colour === null) return null;
  const [red = 0, green = 0, blue = 0] = colour.slice(1).map((part) => parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}
