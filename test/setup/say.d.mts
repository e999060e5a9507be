export function terminalLanguage(environment?: Record<string, string | undefined>): 'zh' | 'en';
export function say(code: string, params?: Record<string, string | number>): string;
