import { browser } from 'wxt/browser';
import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { FIELD_LABELS, recipeOf, type TaughtPart, type TaughtRecipe } from '../../../core/capture/taught-recipe.ts';
import type { HandlersOf } from '../../messages/call.ts';
import type { TEACH_MESSAGES } from '../../messages/teach-messages.ts';
import type { Reply } from '../../messages/protocol.ts';
import { readSettings, zoneOf } from '../../settings.ts';
import type { PickerKey } from '../../teach/picker.ts';
import type { PickerWords } from '../../teach/overlay.ts';
import type { TeachHelper } from '../teach-picker.ts';
import { clipPage } from './clip-page.ts';

interface TaughtPage {
  redressTeach?: TeachHelper;
}

/** Answers about pages that the user teaches. */
export function teachAnswers(now: () => string): HandlersOf<typeof TEACH_MESSAGES, 'background'> {
  return {
    startTeaching: async ({ tabId, words }) => ({ outcome: await start(tabId, words) }),
    steerTeaching: async ({ tabId, key }) => {
      await inPage(
        { tabId, frameIds: [0] },
        (each: PickerKey) => (globalThis as TaughtPage).redressTeach?.steer(each),
        [key],
      );
      return {};
    },
    stopTeaching: async ({ tabId }) => {
      await inPage({ tabId, allFrames: true }, () => (globalThis as TaughtPage).redressTeach?.stop(), []);
      return {};
    },
    testTaught: ({ tabId, recipe }) => test(tabId, recipe, now()),
  };
}

async function start(tabId: number, words: PickerWords): Promise<'done' | 'noAccess' | 'gone'> {
  const target = { tabId, allFrames: true };
  const outcome = await inPage(target, '/teach-picker.js', []);
  if (outcome !== 'done') return outcome;
  await browser.tabs.update(tabId, { active: true });
  return inPage(target, (each: PickerWords) => (globalThis as TaughtPage).redressTeach?.start(each), [words]);
}

type Target =
  { tabId: number; allFrames: true } | { tabId: number; frameIds: number[] } | { tabId: number; allFrames: boolean };

async function inPage<A extends unknown[]>(
  target: Target,
  work: '/teach-picker.js' | ((...args: A) => unknown),
  args: A,
): Promise<'done' | 'noAccess' | 'gone'> {
  try {
    if (typeof work === 'string') await browser.scripting.executeScript({ target, files: [work] });
    else await browser.scripting.executeScript({ target, func: work, args });
    return 'done';
  } catch (error) {
    // Browsers tell a closed tab and a missing right only by throwing; for the user they are two different things to do.
    const message = error instanceof Error ? error.message : String(error);
    return /no tab|invalid tab|tab was closed/i.test(message) ? 'gone' : 'noAccess';
  }
}

/** By the real reader, with this recipe alone. */
async function test(tabId: number, recipe: TaughtRecipe, capturedAt: string): Promise<Reply<'testTaught'>> {
  const zone = zoneOf(await readSettings());
  const read = await clipPage(tabId, { recipes: [recipeOf(recipe)], prefersSelection: false }, { capturedAt, zone });
  if (read.ok) return { outcome: 'done', values: valuesOf(recipe, read.value) };
  if (read.code === 'restrictedPage') return { outcome: 'noAccess', values: {} };
  return { outcome: 'done', values: Object.fromEntries(recipe.parts.map(({ part }) => [part, null])) };
}

function valuesOf(recipe: TaughtRecipe, capture: PageCapture): Reply<'testTaught'>['values'] {
  const isByRecipe = capture.readBy.recipe === recipe.id;
  return Object.fromEntries(recipe.parts.map(({ part }) => [part, isByRecipe ? valueOf(part, capture) : null]));
}

/** What the recipe itself found; what general reading filled in does not count. */
function valueOf(
  part: TaughtPart,
  { blocks, from, sentAt, sentAtText, notFound, identity, partsFrom = {} }: PageCapture,
): string | null {
  switch (part) {
    case 'number':
      return identity?.split('#').at(-1) ?? null;
    case 'subject':
      return partsFrom.subject === 'recipe' ? (blocks.find(({ role }) => role === 'subject')?.text ?? null) : null;
    case 'from':
      return from === null ? null : [from.name, from.address].filter(Boolean).join(' ');
    case 'sentAt':
      return partsFrom.sentAt === 'recipe' ? (sentAtText ?? sentAt) : null;
    case 'body': {
      if (partsFrom.body !== 'recipe') return null;
      const text = blocks.filter(({ role }) => role !== 'subject' && role !== 'field').map((block) => block.text);
      return text.join('\n').slice(0, 4_000);
    }
    default: {
      const label = FIELD_LABELS[part];
      const found = blocks.find((block) => block.role === 'field' && block.label === label)?.text ?? null;
      return found ?? (notFound.includes(`named:${label}`) ? null : '');
    }
  }
}
