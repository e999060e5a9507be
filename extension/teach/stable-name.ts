/** Names that build tools and frameworks make up anew: hashes, counters, component scopes. */
const MADE_UP = [
  /^:.*:$/, // React: `:r1:`
  /^«.*»$/,
  /^(ember|ext-gen|ext-comp-|yui|gwt-|cke_|tinymce|mce_|select2-|radix-|headlessui-|react-|mui-|mat-|cdk-|ng-|p-|el-id-|rc_|dijit|uniqname|aura-|auto_|css-|sc-|jsx-|svelte-|jss)[-_:]?[\w-]*\d/i,
  /^(css|sc|emotion|styled)-[a-z0-9]{4,}/i,
  /^[0-9a-f]{8}-[0-9a-f]{4}-/i,
  /(^|[-_])[0-9a-f]{6,}($|[-_])/i,
  /\d{3,}/,
  /^\d/,
];

/** A long piece of letters and digits or of changing case that no one writes: `a8Kd3fQ`, `bdVaJa`. */
const TOKEN = /[A-Za-z0-9]{5,}/g;

function isRandom(piece: string): boolean {
  const digits = piece.replace(/\D/g, '').length;
  const changes = [...piece.matchAll(/\d(?=[A-Za-z])|[A-Za-z](?=\d)/g)].length;
  if (digits > 0 && changes >= 2) return true;
  // Words in one name begin with a capital each and go on small; a hash has capitals one behind the other or words of a letter or two.
  const words = piece.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
  const short = words.filter((word) => word.length <= 2).length;
  return words.length >= 3 && short * 2 >= words.length;
}

/**
 * Whether an id, a name or an attribute's value will be the same tomorrow and for the next record: written by a person, not
 * made up by a tool, and without the record's number.
 */
export function isStableName(name: string): boolean {
  if (name === '' || name.length > 80 || /["\\\n<>]/.test(name) || name.trim() !== name) return false;
  if (MADE_UP.some((pattern) => pattern.test(name))) return false;
  // Some vowel makes a word; Chinese names are words anyway.
  if (/^[a-z0-9_-]+$/i.test(name) && name.length >= 5 && !/[aeiouy]/i.test(name)) return false;
  return ![...name.matchAll(TOKEN)].some(([piece]) => isRandom(piece));
}

/** Attributes that frameworks put on elements for themselves. */
const TOOLS =
  /^data-(v-|react|reactid|emotion|styled|s-|ember|aura-rendered|radix|headlessui|state|index|key|row-key|testid-\d|focus|hover|turbo|cke|mce|ng)/;
const NAMING = [
  'name',
  'itemprop',
  'aria-label',
  'aria-labelledby',
  'aria-describedby',
  'title',
  'placeholder',
  'role',
];

/** Whether an attribute may name what an element is for; ids are asked for apart. */
export function mayName(attribute: string): boolean {
  return NAMING.includes(attribute) || (attribute.startsWith('data-') && !TOOLS.test(attribute));
}
