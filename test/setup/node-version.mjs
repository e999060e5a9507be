/** True for a Node that is too old for the project (20.19 is the oldest that the build tools run on). */
export function isOldNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < 20 || (major === 20 && minor < 19);
}
