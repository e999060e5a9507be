export const ROOT: string;
export function ensurePackages(root?: string): void;
export function arePackagesStale(root: string): boolean;
