import { useState } from 'preact/hooks';
import { readEverything } from '../../../core/queue/everything-file.ts';
import { showSize } from '../../ui/inputs/show-size.ts';
import { useSpeech, type Speech } from '../../ui/speech.ts';
import { exportEverything } from './export-everything.ts';
import { importEverything } from './import-everything.ts';

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
        const { name, count, left } = await exportEverything();
        const files = { count: left.files, size: showSize(left.bytes, speech.locale) };
        return {
          tone: 'good',
          text: say('options.data.exported', { file: name, count }),
          details: left.files === 0 ? [] : [say('options.data.filesLeft', files)],
        };
      }),
    onImport: (file: File) => run(() => readInto(file, speech)),
  };
}

async function readInto(file: File, { say }: Speech): Promise<Result> {
  const read = readEverything(await file.text());
  if (!read.ok)
    return { tone: 'bad', text: say(`options.data.refused.${read.code}`, { file: file.name }), details: [] };
  const { added, merged, same, bad, parts, trouble } = await importEverything(read.value);
  const details = [
    ...(trouble === null ? [] : [say('options.data.stopped', { detail: trouble })]),
    ...parts.map(({ name, result }) => say(`options.data.part.${result}`, { name: nameOfPart(name, say) })),
    ...bad
      .slice(0, 50)
      .map(({ index, id, part }) =>
        say('options.data.badEntry', { place: index + 1, id: id ?? '—', part: part === '' ? '—' : part }),
      ),
    ...(bad.length > 50 ? [say('options.data.moreBad', { count: bad.length - 50 })] : []),
  ];
  const isWhole = trouble === null && bad.length === 0 && parts.every(({ result }) => result === 'taken');
  return { tone: isWhole ? 'good' : 'warn', text: say('options.data.imported', { added, merged, same }), details };
}

const KNOWN_PARTS = ['settings', 'knowledge', 'taughtRecipes', 'signature'];

function nameOfPart(name: string, say: Speech['say']): string {
  return KNOWN_PARTS.includes(name) ? say(`options.data.partName.${name}`) : name;
}
