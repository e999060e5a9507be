/**
 * Which pages of a site are meant: the steps of path and hash as they stand, `*` for a step that is another one for each record.
 * A pattern fits where it fits the beginning, step by step: `/tickets/*` fits `/tickets/4711/edit` and not `/tickets`.
 */
export const PAGE_PATTERN = /^(?:\/(?:\*|[^\s/*#?<>"\\]*))+(?:#!?(?:\/(?:\*|[^\s/*#?<>"\\]*))+)?$/;

/** A step that names one record: numbers, codes with three digits or more, long codes, unique ids, moments. */
const RECORD =
  /^(?:[a-z]{0,6}[-_]?\d+|\d[\d_.-]*|(?=(?:\D*\d){3})[a-z0-9_-]{4,40}|[0-9a-f]{8}-[0-9a-f-]{20,}|(?=[a-z]*\d)[a-z0-9]{12,}|[a-z]{1,5}-\d{4}-\d+)$/i;

/** True for a step or a parameter that is another one for each record. Example: `T-4711`, `0012x00000AbCdE`; not `edit`, `v2`. */
export function namesRecord(step: string): boolean {
  return RECORD.test(step) && !/^v\d{1,2}$/i.test(step);
}

/** The pattern of a page's path and hash: what names a record becomes `*`. `/t/4711`, `#/view` → `/t/*#/view`. */
export function patternOf(pathname: string, hash: string): string {
  const inPath = steps(pathname).map(general).join('/');
  // A hash that begins with a slash is a way through an application; another is a place on the page.
  const inHash = /^#!?\//.test(hash)
    ? steps(hash.split('?')[0] ?? '')
        .map(general)
        .join('/')
    : '';
  const whole = `${inPath}${inHash}`;
  return PAGE_PATTERN.test(whole) && whole.length <= 200 ? whole : '/';
}

/**
 * The patterns that may be meant when a page is taught, the likeliest first and the whole site (`/`) last: what names a record
 * as `*`; the last step as `*` where it may be the record's own name (`/cases/late-delivery`, not `/view.php`); the page alone.
 */
export function proposedPatterns(pathname: string, hash: string): string[] {
  const likely = patternOf(pathname, hash);
  const wider = !likely.includes('*') && /[^/]\/[^/*#.]+$/.test(likely) ? likely.replace(/[^/]+$/, '*') : likely;
  const inHash = /^#!?\//.test(hash) ? (hash.split('?')[0] ?? '') : '';
  return [...new Set([likely, wider, `${pathname}${inHash}`, '/'])].filter(
    (page) => PAGE_PATTERN.test(page) && page.length <= 200,
  );
}

/** Whether path and hash of a page begin as the pattern says. */
export function fitsPattern(pathname: string, hash: string, pattern: string): boolean {
  const [path = '', inHash] = pattern.split('#');
  return begins(pathname, path) && (inHash === undefined || begins(hash.replace(/^#/, '').split('?')[0] ?? '', inHash));
}

function begins(given: string, wanted: string): boolean {
  const [has, wants] = [steps(given), steps(wanted.replace(/\/$/, ''))];
  if (has.length < wants.length) return false;
  return wants.every((step, index) => (step === '*' ? (has[index] ?? '') !== '' : step === has[index]));
}

const steps = (path: string) => path.split('/');
const general = (step: string) => (namesRecord(step) ? '*' : step);
