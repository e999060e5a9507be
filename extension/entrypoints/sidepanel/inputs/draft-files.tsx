import { useEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { CapturedFile } from '../../../../core/capture/captured-file.ts';
import { cleanName } from '../../../files/clean-name.ts';
import { call } from '../../../messages/call.ts';
import type { KeptFile, PageFile } from '../../../messages/file-messages.ts';
import { FilesCard, type FileTrouble } from '../../../ui/inputs/files-card.tsx';
import { useSpeech } from '../../../ui/speech.ts';
import { fileStore, openFile } from './file-place.ts';
import { usePreviews } from './use-previews.ts';

export interface DraftFilesProps {
  clipId: string;
  tabId: number | null;
  named: readonly string[];
}

/** The files of a draft: those the page shows, fetched when ticked; a picture of the page; files of the computer. */
export function DraftFiles({ clipId, tabId, named }: DraftFilesProps) {
  const { say } = useSpeech();
  const [kept, setKept] = useState<CapturedFile[]>([]);
  const [offered, setOffered] = useState<PageFile[] | null>(null);
  const [busy, setBusy] = useState<{ done: number; all: number } | null>(null);
  const [troubles, setTroubles] = useState<FileTrouble[]>([]);
  const chooser = useRef<HTMLInputElement>(null);
  const previews = usePreviews(kept);
  const refresh = async () => setKept(await fileStore.filesOf(clipId));
  useEffect(() => void refresh(), [clipId]);

  /** One after another, so that the sums of sizes hold, and that one that fails does not stop the others. */
  const keepAll = async (jobs: { name: string; keep: () => Promise<KeptFile> }[]) => {
    const failed: FileTrouble[] = [];
    for (const [at, { name, keep }] of jobs.entries()) {
      setBusy({ done: at, all: jobs.length });
      const result = await keep().catch((error: unknown): FileTrouble => ({
        name,
        code: 'unexpected',
        detail: { detail: String(error) },
      }));
      if (!('ok' in result)) failed.push(result);
      else if (!result.ok) failed.push({ name, code: result.code, detail: result.detail });
    }
    setTroubles(failed);
    setBusy(null);
    await refresh();
  };

  const look = async (tab: number) => {
    const { files, trouble } = await call('listPageFiles', { tabId: tab });
    setTroubles(trouble === null ? [] : [{ name: '', code: trouble, detail: {} }]);
    setOffered(trouble === null ? files : null);
  };
  const keepTicked = async (tab: number, urls: readonly string[]) => {
    const files = (offered ?? []).filter(({ url }) => urls.includes(url));
    const sites = files.filter(({ isSameSite }) => !isSameSite).map(({ url }) => siteOf(url));
    // Asked before anything is awaited: browsers show the question only within the click.
    const asked = [...new Set(sites)].filter((site) => site !== null).map((site) => `${site}/*`);
    if (asked.length > 0) await browser.permissions.request({ origins: asked });
    await keepAll(
      files.map((file) => ({ name: file.name, keep: () => call('fetchPageFile', { tabId: tab, clipId, file }) })),
    );
    setOffered(null);
  };
  const addOwn = (files: readonly File[]) =>
    keepAll(
      files.map((file) => ({
        name: file.name,
        keep: async () => {
          const facts = { name: cleanName(file.name), type: file.type.slice(0, 200), origin: 'opened' as const };
          return fileStore.keep(clipId, { ...facts, sourceUrl: null }, new Uint8Array(await file.arrayBuffer()));
        },
      })),
    );
  const save = async (file: CapturedFile) => {
    if (!(await openFile(file))) setTroubles([{ name: file.name, code: 'missing', detail: {} }]);
  };

  return (
    <>
      <FilesCard
        kept={kept}
        previews={previews}
        named={named}
        offered={
          offered?.map(({ url, name, kind, sizeText, isSameSite }) => ({
            ...{ url, name, kind, sizeText },
            otherSite: isSameSite ? null : hostOf(url),
          })) ?? null
        }
        hasPage={tabId !== null}
        busy={busy}
        troubles={troubles}
        onLook={() => tabId !== null && void look(tabId)}
        onKeep={(urls) => tabId !== null && void keepTicked(tabId, urls)}
        onPicture={() => {
          const name = say('inputs.files.pictureName');
          if (tabId !== null) void keepAll([{ name, keep: () => call('takePagePicture', { tabId, clipId, name }) }]);
        }}
        onAdd={() => chooser.current?.click()}
        onRemove={(sha256) => void fileStore.letGo(clipId, sha256).then(setKept)}
        onSave={(file) => void save(file)}
      />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        data-chooser="files"
        aria-label={say('inputs.files.add')}
        onChange={({ currentTarget }) => {
          void addOwn([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

const siteOf = (url: string) => (/^https?:/.test(url) ? new URL(url).origin : null);
const hostOf = (url: string) => (/^https?:/.test(url) ? new URL(url).host : url.slice(0, url.indexOf(':')));
