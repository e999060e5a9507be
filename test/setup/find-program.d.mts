export function findProgram(program: 'chromium' | 'firefox' | 'libreoffice'): string | null;
