// The words of the set-up, in the terminal's language. They are here and not in core/wording because they are needed
// before any package is installed.
const WORDS = {
  oldNode: {
    zh: 'Redress 需要 Node 20.19 或更高版本，当前为 {version}。请从 https://nodejs.org 安装后重试。',
    en: 'Redress needs Node 20.19 or newer; this is {version}. Install it from https://nodejs.org and try again.',
  },
  installingPackages: { zh: '正在安装依赖包（npm ci）……', en: 'Installing packages (npm ci) …' },
  packagesFailed: {
    zh: '依赖包没有装好，原因见上方 npm 的输出。请检查网络后重试。',
    en: 'The packages could not be installed; npm says why above. Check the network and try again.',
  },
  installing: { zh: '正在安装 {names}……', en: 'Installing {names} …' },
  noChromium: {
    zh: '没有找到 Chromium，也无法自动安装。请安装 Chromium 或 Chrome，或用环境变量 CHROMIUM 指明它的路径，然后重试。',
    en: 'No Chromium was found, and it could not be installed. Install Chromium or Chrome, or set CHROMIUM to its path, and try again.',
  },
  badChromium: {
    zh: '环境变量 CHROMIUM 指向的文件不存在：{path}',
    en: 'CHROMIUM points to a file that does not exist: {path}',
  },
  noFirefox: {
    zh: '没有找到 Firefox，跳过 Firefox 的测试。',
    en: 'Firefox was not found; its tests are skipped.',
  },
  noLibreOffice: {
    zh: '没有找到 LibreOffice，跳过转换 PDF 的检查。',
    en: 'LibreOffice was not found; the PDF check is skipped.',
  },
  noFonts: {
    zh: '没有找到中文字体，截图里的汉字可能显示为方框（Debian：apt-get install fonts-noto-cjk）。',
    en: 'No Chinese font was found; Chinese may show as boxes in pictures (Debian: apt-get install fonts-noto-cjk).',
  },
};

/** The language of the terminal: zh when LC_ALL, LC_MESSAGES, LANG or (on Windows) the system says so, else en. */
export function terminalLanguage(environment = process.env) {
  const system = Intl.DateTimeFormat().resolvedOptions().locale;
  const set = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || system;
  return /^zh/i.test(set) ? 'zh' : 'en';
}

export function say(code, params = {}) {
  return WORDS[code][terminalLanguage()].replace(/\{(\w+)\}/g, (whole, name) => params[name] ?? whole);
}
