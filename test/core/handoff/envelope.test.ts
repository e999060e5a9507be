import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeEnvelope } from '../../../core/handoff/make-envelope.ts';
import { readEnvelope } from '../../../core/handoff/read-envelope.ts';
import { QueueEntry } from '../../../core/queue/queue-entry.ts';

const PRODUCED = '2026-03-05T10:20:00+08:00';

function entry(n: number, values: Record<string, string> = {}): QueueEntry {
  return QueueEntry.parse({
    schemaVersion: 2,
    id: `01JD${String(n).padStart(22, '0')}`,
    savedAt: '2026-03-05T10:15:00+08:00',
    state: 'queued',
    stateChangedAt: '2026-03-05T10:15:00+08:00',
    values: { customerName: '宏远建材', description: '粉煤灰结块', ...values },
    category: 'quality',
    grade: 'general',
    assessment: { category: null, grade: { id: 'general', rule: null, source: null, words: [] } },
    policy: { id: 'small', version: '1.0.0' },
    promised: [],
    capture: {
      schemaVersion: 1,
      readBy: { way: 'recipe', recipe: 'webmail' },
      url: 'https://mail.example/1',
      title: '投诉',
      capturedAt: '2026-03-05T10:14:00+08:00',
      zone: 'Asia/Shanghai',
      identity: '<1@example>',
      from: null,
      to: [],
      sentAt: null,
      sentAtText: null,
      blocks: [{ role: 'body', label: null, text: '一封很私人的信' }],
      attachments: [],
      notFound: [],
    },
    draft: { values: {}, isComplaint: { score: 1, signals: [] } },
    removedAt: null,
    files: [],
    notes: [],
    links: [],
    history: [],
  });
}

const envelope = makeEnvelope([entry(1), entry(2)], PRODUCED);
const text = JSON.stringify(envelope, null, 2);

describe('an envelope', () => {
  it('is read back as it was made, as text and as an object', () => {
    for (const input of [text, `\uFEFF ${text}\n`, envelope]) {
      expect(readEnvelope(input)).toEqual({ ok: true, value: { envelope, rejected: [] } });
    }
  });

  it('leaves the page behind', () => {
    expect(text).not.toContain('一封很私人的信');
    expect(envelope.complaints[0]?.source).toEqual({
      url: 'https://mail.example/1',
      identity: '<1@example>',
      title: '投诉',
    });
  });

  it.each<[string, unknown, string]>([
    ['a poem', '床前明月光', 'notJson'],
    ['nothing', '', 'notJson'],
    ['another JSON', '{"hello":1}', 'wrongFormat'],
    ['a number', 7, 'wrongFormat'],
    ['null', null, 'wrongFormat'],
    ['a list', [envelope], 'wrongFormat'],
    ['an unknown part', { ...envelope, extra: 1 }, 'wrongFormat'],
    ['no complaints at all', { format: 'redress.handoff', version: 1 }, 'wrongFormat'],
    ['a newer version', { ...envelope, version: 2, somethingNew: true }, 'newerVersion'],
    ['a file cut in the middle', text.slice(0, text.length / 2), 'cut'],
    ['a file that lost its last brace', text.slice(0, -1), 'cut'],
    ['a complaint taken out', { ...envelope, complaints: envelope.complaints.slice(1) }, 'cut'],
    [
      'too many',
      makeEnvelope(
        Array.from({ length: 10_001 }, () => entry(1)),
        PRODUCED,
      ),
      'tooMany',
    ],
  ])('%s is refused as such', (_, input, code) => {
    expect(readEnvelope(input)).toMatchObject({ ok: false, code });
  });

  it('tells single bad complaints apart and lets the others go on', () => {
    const [good, other] = envelope.complaints;
    const complaints = [
      { ...good, grade: 7 },
      other,
      { ...good, id: 'javascript:alert(1)'.repeat(9) },
      'no complaint',
      { ...good, values: { nonsense: 'x' } },
      { ...good, secret: 1 },
    ];
    const found = readEnvelope({ ...envelope, count: complaints.length, complaints });
    expect(found).toEqual({
      ok: true,
      value: {
        envelope: { ...envelope, count: 1, complaints: [other] },
        rejected: [
          { index: 0, id: good?.id, part: 'grade' },
          { index: 2, id: 'javascript:alert(1)'.repeat(9).slice(0, 40), part: 'id' },
          { index: 3, id: null, part: '' },
          { index: 4, id: good?.id, part: expect.stringContaining('values') as string },
          { index: 5, id: good?.id, part: 'secret' },
        ],
      },
    });
  });

  it('loses no complaint silently: accepted and rejected make up the count', () => {
    const broken = fc.oneof(fc.constant(envelope.complaints[0]), fc.jsonValue(), fc.record({ id: fc.string() }));
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 8 }), (complaints) => {
        const found = readEnvelope(JSON.stringify({ ...envelope, count: complaints.length, complaints }));
        if (!found.ok) throw new Error(found.code);
        expect(found.value.envelope.count + found.value.rejected.length).toBe(complaints.length);
      }),
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (input) => void readEnvelope(input)));
    fc.assert(fc.property(fc.nat(text.length), (end) => void readEnvelope(text.slice(0, end))));
  });
});
