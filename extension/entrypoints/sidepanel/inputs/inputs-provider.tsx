import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ulid } from 'ulid';
import { captureOfForm } from '../../../../core/capture/capture-of-form.ts';
import type { PageCapture } from '../../../../core/capture/page-capture.ts';
import { call } from '../../../messages/call.ts';
import type { OpenedMail } from '../../../queue/file-database.ts';
import { DropCover } from '../../../ui/inputs/drop-cover.tsx';
import { useSpeech } from '../../../ui/speech.ts';
import { fileStore, openedMails } from './file-place.ts';
import { InputsContext, type Inputs } from './inputs-context.ts';
import { readOpenedFile } from './read-opened-file.ts';
import { openedWords } from './opened-words.ts';
import { useFileDrop } from './use-file-drop.ts';

export interface InputsProviderProps {
  windowId: number;
  zone: string;
  /** Something was opened: the panel shows it. */
  onOpened: () => void;
  children: ComponentChildren;
}

/** The ways in beside the click on a page: mail files, dropped or chosen, and the form. Around the whole panel. */
export function InputsProvider({ windowId, zone, onOpened, children }: InputsProviderProps) {
  const speech = useSpeech();
  const [mails, setMails] = useState<OpenedMail[]>([]);
  const [reading, setReading] = useState<Inputs['reading']>(null);
  const chooser = useRef<HTMLInputElement>(null);
  useEffect(() => void openedMails.list().then(setMails), []);

  const open = async (clipId: string, capture: PageCapture) => {
    const { isOpen } = await call('openCapture', { windowId, clipId, capture });
    if (isOpen) onOpened();
    return isOpen;
  };
  const openMail = async (mail: OpenedMail) => {
    if (mail.capture === null || (await open(mail.id, mail.capture))) return;
    setMails(await openedMails.add([{ ...mail, state: 'broken', trouble: 'tooMuchText' }]));
  };
  const readFiles = async (files: readonly File[]) => {
    if (files.length === 0) return;
    onOpened();
    const read: Omit<OpenedMail, 'place'>[] = [];
    for (const [at, file] of files.entries()) {
      setReading({ done: at, all: files.length });
      read.push(await readOpenedFile(file, fileStore, { now: new Date().toISOString(), zone }));
    }
    const all = await openedMails.add(read);
    setReading(null);
    setMails(all);
    const first = all.find(({ id }) => id === read.find(({ state }) => state === 'waiting')?.id);
    if (first !== undefined) await openMail(first);
  };
  const openPieces = async (captures: PageCapture[], title: string) => {
    const openedAt = new Date().toISOString();
    const pieces = captures.map((capture, at) => ({
      ...{ id: ulid(), openedAt, fileName: `${title} (${at + 1}/${captures.length})` },
      ...{ state: 'waiting' as const, capture, trouble: null, detail: {}, looksLikeComplaint: true },
    }));
    const all = await openedMails.add(pieces);
    setMails(all);
    const first = all.find(({ id }) => id === pieces[0]?.id);
    if (first !== undefined) await openMail(first);
  };
  const isHeld = useFileDrop((files) => void readFiles(files));

  const inputs = useMemo<Inputs>(
    () => ({
      mails,
      reading,
      chooseFiles: () => chooser.current?.click(),
      startForm: (way) => {
        const channel = speech.say(`inputs.way.${way}.channel`);
        const edge = { capturedAt: new Date().toISOString(), zone };
        const openedText = openedWords(speech, edge);
        void open(
          ulid(),
          captureOfForm({ channel, channelLabel: speech.say('inputs.form.channelLabel'), text: '', openedText }, edge),
        );
      },
      openMail: (id) => {
        const mail = mails.find((each) => each.id === id);
        if (mail !== undefined) void openMail(mail);
      },
      openPieces: (captures, title) => void openPieces(captures, title),
      markDone: (id) => void openedMails.setState(id, 'done').then(setMails),
      removeMails: (ids) => void openedMails.remove(ids).then(setMails),
    }),
    [mails, reading, speech, zone, windowId],
  );

  return (
    <InputsContext.Provider value={inputs}>
      {children}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept=".eml,.msg,message/rfc822,application/vnd.ms-outlook"
        data-chooser="mails"
        aria-label={speech.say('inputs.add.files')}
        onChange={({ currentTarget }) => {
          void readFiles([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <DropCover isShown={isHeld} />
    </InputsContext.Provider>
  );
}
