import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ulid } from 'ulid';
import type { TaughtPart, TaughtRecipe } from '../../../../core/capture/taught-recipe.ts';
import { call } from '../../../messages/call.ts';
import type { Request } from '../../../messages/protocol.ts';
import type { PickedPlace } from '../../../messages/teach-messages.ts';
import { writeTaught } from '../../../teach/taught-store.ts';
import { useSpeech } from '../../../ui/speech.ts';
import { draftOf, newDraft, recipeIn, withoutPart, withPart, type TeachDraft } from '../../../ui/teach/teach-draft.ts';
import { sayPart, type Read } from '../../../ui/teach/teach-view.tsx';
import type { PanelEvents } from '../panel-events.ts';

type Key = Request<'steerTeaching'>['key'];

const KEYS: Record<string, Key> = {
  Escape: 'end',
  Enter: 'take',
  ArrowUp: 'wider',
  ArrowDown: 'narrower',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  l: 'asLabel',
  L: 'asLabel',
};

/** What is taught of a page, tried at once with the real reader whenever it changes. */
export function useTeaching(
  tabId: number,
  recipe: TaughtRecipe | null,
  events: PanelEvents,
  onClose: (saved: string | null) => void,
) {
  const speech = useSpeech();
  const { say } = speech;
  const [draft, setDraft] = useState<TeachDraft>(() =>
    recipe === null ? newDraft(`taught-${ulid().toLowerCase()}`) : draftOf(recipe),
  );
  const [values, setValues] = useState<Partial<Record<TaughtPart, Read>>>({});
  const [picking, setPicking] = useState<TaughtPart | null>(null);
  const [notice, setNotice] = useState<{ isBad: boolean; text: string } | null>(null);
  const [isBusy, setBusy] = useState(false);
  const latest = useRef(0);

  const tryOut = useCallback(
    async (next: TeachDraft) => {
      const turn = (latest.current += 1);
      const made = recipeIn({ ...next, name: next.name.trim() || '-' }, new Date().toISOString());
      if (made === null) {
        setValues({});
        return;
      }
      const { outcome, values: read } = await call('testTaught', { tabId, recipe: made });
      if (turn !== latest.current) return;
      if (outcome === 'done') setValues(read);
      else setNotice({ isBad: true, text: say(`teach.trouble.${outcome}`) });
    },
    [tabId, say],
  );
  useEffect(() => {
    if (recipe !== null) void tryOut(draftOf(recipe));
  }, [recipe, tryOut]);

  const change = (next: TeachDraft) => {
    setDraft(next);
    void tryOut(next);
  };

  const take = (picked: PickedPlace | null) => {
    const part = picking;
    setPicking(null);
    void call('stopTeaching', { tabId });
    if (part === null) return;
    if (picked === null) {
      setNotice({ isBad: false, text: say('teach.trouble.ended') });
      return;
    }
    if (!/^https?:/.test(picked.origin)) {
      setNotice({ isBad: true, text: say('teach.trouble.noPage') });
      return;
    }
    const next = withPart(draft, { part, label: picked.label, sources: picked.sources }, picked);
    if (next === null) {
      setNotice({ isBad: true, text: say('teach.otherSite', { origin: picked.origin }) });
      return;
    }
    setNotice(null);
    setValues({ ...values, [part]: undefined });
    change(next);
  };
  const takeNow = useRef(take);
  takeNow.current = take;
  useEffect(() => events.onPicked(tabId, (picked) => takeNow.current(picked)), [events, tabId]);
  // A page that is left while it waits must not stay under the overlay.
  useEffect(() => () => void call('stopTeaching', { tabId }), [tabId]);

  useEffect(() => {
    if (picking === null) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const key = KEYS[event.key];
      if (
        key === undefined ||
        event.target instanceof HTMLInputElement ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      void call('steerTeaching', { tabId, key });
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [picking, tabId]);

  return {
    draft,
    values,
    picking,
    notice,
    isBusy,
    point: async (part: TaughtPart) => {
      setNotice(null);
      setPicking(part);
      const words = {
        title: say('teach.picker.title', { part: sayPart(speech, part) }),
        help: say('teach.picker.help'),
        nothing: say('teach.picker.nothing'),
        noLabel: say('teach.picker.noLabel'),
        empty: say('teach.picker.empty'),
        end: say('teach.picker.end'),
      };
      const { outcome } = await call('startTeaching', { tabId, words });
      if (outcome === 'done') return;
      setPicking(null);
      setNotice({ isBad: true, text: say(`teach.trouble.${outcome}`) });
    },
    stop: async () => {
      setPicking(null);
      await call('stopTeaching', { tabId });
    },
    forget: (part: TaughtPart) => change(withoutPart(draft, part)),
    name: (name: string) => setDraft({ ...draft, name }),
    page: (page: string) => change({ ...draft, page }),
    save: async () => {
      const made = recipeIn({ ...draft, name: draft.name.trim() }, new Date().toISOString());
      if (made === null) return;
      setBusy(true);
      try {
        await writeTaught(made);
        onClose(made.name);
      } catch (error) {
        setNotice({ isBad: true, text: say('teach.trouble.storageFailed', { detail: String(error) }) });
      } finally {
        setBusy(false);
      }
    },
  };
}
