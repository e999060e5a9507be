import 'wxt/browser';

declare global {
  interface ImportMetaEnv {
    /** The address at which the Excel add-in is served, set when the extension is built. */
    readonly REDRESS_ADDIN_BASE: string;
  }
}

/** The messages of `public/_locales` that code asks for; the manifest names the others itself. */
declare module 'wxt/browser' {
  interface WxtI18n {
    getMessage(name: 'menu'): string;
  }
}
