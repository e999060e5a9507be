const PATIENCE = 20_000;
const LOOK_EVERY = 50;

/**
 * Waits for Office.js, which the page loads without waiting for it, and for its host. `noOffice` when the library cannot be
 * had or the page does not stand in Excel; `tooOld` when the host is below the floor of the manifest.
 */
export async function officeReady(page: Document): Promise<'ready' | 'noOffice' | 'tooOld'> {
  if (!(await libraryLoaded(page))) return 'noOffice';
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return 'noOffice';
  const { requirements } = Office.context;
  return requirements.isSetSupported('ExcelApi', '1.14') ? 'ready' : 'tooOld';
}

/** The page counts as complete when its scripts have come or failed; one that hangs is given up after a while. */
function libraryLoaded(page: Document): Promise<boolean> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = () => {
      const isThere = 'Office' in globalThis && typeof Office.onReady === 'function';
      const isOver = page.readyState === 'complete' || performance.now() - started > PATIENCE;
      if (isThere || isOver) resolve(isThere);
      else setTimeout(look, LOOK_EVERY);
    };
    look();
  });
}
