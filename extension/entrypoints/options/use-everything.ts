import { useState } from 'preact/hooks';
import { readEverything } from '../../../core/queue/everything-file.ts';
import { ARCHIVE_LIMITS, isArchive, readArchive } from '../../files/everything-archive.ts';
import { showSize } from '../../ui/inputs/show-size.ts';
import { useSpeech, type Speech } from '../../ui/speech.ts';
import { exportEverything } from './export-everything.ts';
import { importEverything } from './import-everything.ts';
import { restoreFiles } from './restore-files.ts';

interface Result {
  tone: 'info' | 'good' | 'warn' | 'bad';
  text: string;
  details: string[];
}

/** Export and import of everything, and what came of it. */
export function useEverything() {
  const speech = useSpeech();
  const { say } = speech;
  const [result, setResult] = useState<Result | null>(null);
  const [isBusy, setBusy] = useState(false);
  const run = (work: () => Promise<Result>) => {
    setBusy(true);
    setResult({ tone: 'info', text: say('options.data.working'), details: [] });
    void work()
      .catch((error: unknown): Result => ({
        tone: 'bad',
        text: say('options.failed', { detail: String(error) }),
        details: [],
      }))
      .then(setResult)
      .finally(() => setBusy(false));
  };
  return {
    result,
    isBusy,
    onExport: () =>
      run(async () => {
        const {
          name,
          count,
          left,
          files: packed,
          size,
        } = await exportEverything(({ files: found, bytes }) => {
          const about = { count: found, size: showSize(bytes, speech.locale) };
          setResult({ tone: 'info', text: say('options.data.packing', about), details: [] });
        });
        const files = { count: left.files, size: showSize(left.bytes, speech.locale) };
        const facts = { file: name, count, files: packed, size: showSize(size, speech.locale) };
        return {
          tone: 'good',
          text: say(packed === 0 ? 'options.data.exported' : 'options.data.exportedWithFiles', facts),
          details: left.files === 0 ? [] : [say('options.data.filesLeft', files)],
        };
      }),
    onImport: (file: File) => run(() => readInto(file, speech)),
  };
}

async function readInto(file: File, { say }: Speech): Promise<Result> {
  const refused = (code: string, detail = {}): Result => ({
    tone: 'bad',
    text: say(`options.data.refused.${code}`, { file: file.name, ...detail }),
    details: [],
  });
  if (file.size > ARCHIVE_LIMITS.archive) return refused('tooLarge', { limit: ARCHIVE_LIMITS.archive / 1_000_000 });
  const isPacked = isArchive(new Uint8Array(await file.slice(0, 4).arrayBuffer()));
  const archive = isPacked ? readArchive(new Uint8Array(await file.arrayBuffer())) : null;
  if (archive?.ok === false) return refused(archive.code, archive.detail);
  const read = readEverything(archive === null ? await file.text() : archive.value.text);
  if (!read.ok) return refused(read.code);
  const { added, merged, same, bad, parts, trouble } = await importEverything(read.value);
  const files = archive === null ? NO_FILES : await restoreFiles(archive.value, read.value.entries);
  const details = [
    ...(files.restored === 0 ? [] : [say('options.data.filesRestored', { count: files.restored })]),
    ...(files.refused === 0 ? [] : [say('options.data.filesRefused', { count: files.refused })]),
    ...(trouble === null ? [] : [say('options.data.stopped', { detail: trouble })]),
    ...parts.map(({ name, result }) => say(`options.data.part.${result}`, { name: nameOfPart(name, say) })),
    ...bad
      .slice(0, 50)
      .map(({ index, id, part }) =>
        say('options.data.badEntry', { place: index + 1, id: id ?? '—', part: part === '' ? '—' : part }),
      ),
    ...(bad.length > 50 ? [say('options.data.moreBad', { count: bad.length - 50 })] : []),
  ];
  const isWhole =
    files.refused === 0 && trouble === null && bad.length === 0 && parts.every(({ result }) => result === 'taken');
  return { tone: isWhole ? 'good' : 'warn', text: say('options.data.imported', { added, merged, same }), details };
}

const NO_FILES = { restored: 0, refused: 0 };
const KNOWN_PARTS = ['settings', 'knowledge', 'taughtRecipes', 'signature'];

function nameOfPart(name: string, say: Speech['say']): string {
  return KNOWN_PARTS.includes(name) ? say(`options.data.partName.${name}`) : name;
}
