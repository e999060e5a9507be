export function isOldNode(version: string): boolean;
