export function ensureChromium(): string;
export function ensureFirefox(): string | null;
export function findLibreOffice(): string | null;
export function ensureFonts(): void;
